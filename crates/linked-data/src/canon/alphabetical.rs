//! Numbers in the order of their texts: 0, 1, 10, 11, 2, ….

/// The place of each of the numbers below `count` in that order.
pub(super) fn places(count: usize) -> Vec<u32> {
    if count <= 10 {
        return (0_u32..).take(count).collect();
    }
    let mut places = vec![0; count];
    let mut number = 1_usize;
    // 0 comes first, and begins no other number.
    for place in 1_u32.. {
        let Some(slot) = places.get_mut(number) else { break };
        *slot = place;
        if (place as usize) + 1 == count {
            break;
        }
        if number * 10 < count {
            number *= 10;
            continue;
        }
        if number + 1 >= count {
            number /= 10;
        }
        number += 1;
        while number.is_multiple_of(10) {
            number /= 10;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn as_texts_are_sorted() {
        for count in [0, 1, 9, 10, 11, 12, 20, 99, 100, 101, 110, 199, 999, 1000, 1001, 12_345] {
            let mut sorted: Vec<usize> = (0..count).collect();
            sorted.sort_by_key(usize::to_string);
            let mut expected = vec![0; count];
            for (place, number) in (0_u32..).zip(sorted) {
                expected[number] = place;
            }
            assert_eq!(places(count), expected, "{count}");
        }
    }
}
