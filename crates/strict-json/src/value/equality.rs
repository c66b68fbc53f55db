//! Equal to a text, a number, a truth.

use crate::{Number, Value};

impl PartialEq<str> for Value {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(*other)
    }
}

impl PartialEq<String> for Value {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<bool> for Value {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}

impl PartialEq<bool> for &Value {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}

/// Equal to whole numbers of these types.
macro_rules! equal_to_numbers {
    ($($number:ty)+) => {$(
        impl PartialEq<$number> for Value {
            fn eq(&self, other: &$number) -> bool {
                self.as_number() == Some(&Number::from(*other))
            }
        }

        impl PartialEq<$number> for &Value {
            fn eq(&self, other: &$number) -> bool {
                **self == *other
            }
        }
    )+};
}

equal_to_numbers!(i32 i64 u64 usize);

#[cfg(test)]
mod tests {
    use crate::json;

    #[test]
    fn only_the_same_kind_is_equal() {
        assert!(json!(1) == 1 && json!(1) == 1_u64 && json!(-1) == -1);
        assert!(json!(1) != 2 && json!("1") != 1 && json!(1.0) != 1 && json!(true) != 1);
        assert!(json!("a") == "a" && json!(["a"]) != "a" && json!(true) == true && json!("true") != true);
    }
}
