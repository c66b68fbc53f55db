//! Work that may need more of a stack than the thread has that asks for it.

use std::thread::{self, Builder};

/// As large as the main thread's: for what walks a stranger's nested lists, in bounds, on the machine's stack.
pub(crate) const DEEP: usize = 8 * 1024 * 1024;

/// Does it on a thread of its own with a stack of so many bytes, and waits for it; also for its very end, since what a
/// library clears away at the end of a thread must not meet what it clears away at the end of the program.
///
/// # Errors
/// What it panicked with, or why there is no such thread.
pub(crate) fn with_stack<T: Send>(bytes: usize, work: impl FnOnce() -> T + Send) -> thread::Result<T> {
    thread::scope(|scope| {
        let made = Builder::new().stack_size(bytes).spawn_scoped(scope, work);
        made.map_err(|error| Box::new(error) as _).and_then(thread::ScopedJoinHandle::join)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes a kilobyte of stack and more for each level.
    fn walk(levels: u32) -> u32 {
        let filling = std::hint::black_box([levels; 256]);
        let below = if levels == 0 { 0 } else { walk(levels - 1) + 1 };
        std::hint::black_box(filling)[0] - levels + below
    }

    #[test]
    fn there_is_as_much_as_was_asked_for() {
        let walked = with_stack(64 * 1024, || with_stack(DEEP, || walk(1_000)));
        assert_eq!(walked.unwrap().unwrap(), 1_000);
    }

    #[test]
    fn a_panic_of_the_work_is_told() {
        let told = with_stack(DEEP, || panic!("of the work")).unwrap_err();
        assert_eq!(told.downcast_ref(), Some(&"of the work"));
    }
}
