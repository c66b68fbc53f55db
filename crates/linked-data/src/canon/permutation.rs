//! All distinct orders of a list, one at a time: alike entries are not swapped with each other.

/// Brings `list` into the next order; `false` after the last. Begin with a sorted list.
pub(super) fn next(list: &mut [u32]) -> bool {
    let Some(pivot) = list.windows(2).rposition(|pair| matches!(pair, [a, b] if a < b)) else {
        return false;
    };
    let Some(&low) = list.get(pivot) else { return false };
    let Some(swap) = list.iter().rposition(|&entry| entry > low) else { return false };
    list.swap(pivot, swap);
    if let Some(tail) = list.get_mut(pivot + 1..) {
        tail.reverse();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn each_distinct_order_once() {
        let count = |mut list: Vec<u32>| {
            let mut seen = std::collections::BTreeSet::from([list.clone()]);
            let mut orders = 1;
            while next(&mut list) {
                orders += 1;
                seen.insert(list.clone());
            }
            assert_eq!(orders, seen.len());
            orders
        };
        assert_eq!(count(vec![]), 1);
        assert_eq!(count(vec![1]), 1);
        assert_eq!(count(vec![1, 2, 3, 4]), 24);
        assert_eq!(count(vec![1, 1, 1, 1]), 1);
        assert_eq!(count(vec![1, 1, 2, 2]), 6);
    }
}
