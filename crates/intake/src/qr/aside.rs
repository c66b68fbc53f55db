//! Other people's work over strangers' pixels, on a thread of its own.
//!
//! The finder of codes neither bounds how long it takes nor promises not to stumble. So it gets a deep stack and a few
//! seconds. What takes longer is given up; its thread goes on to its end, and is counted until then.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(10);
const STACK: usize = 64 * 1024 * 1024;
/// Threads that may be at it at the same time; where there are more, nothing is looked for.
const AT_ONCE: usize = 16;

static BUSY: AtomicUsize = AtomicUsize::new(0);

/// One that is at it; counted until it ends, however it ends.
struct Busy;

impl Busy {
    fn begin() -> Option<Busy> {
        let busy = Busy;
        (BUSY.fetch_add(1, Ordering::Relaxed) < AT_ONCE).then_some(busy)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        BUSY.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Does the work, if it comes to an end in time.
pub(super) fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let busy = Busy::begin()?;
    let (send, receive) = channel();
    let begun = std::thread::Builder::new().name("codes".to_owned()).stack_size(STACK).spawn(move || {
        let _busy = busy;
        if let Ok(done) = catch_unwind(AssertUnwindSafe(work)) {
            // Nobody waits any more where it took too long.
            let _ = send.send(done);
        }
    });
    begun.ok()?;
    receive.recv_timeout(PATIENCE).ok()
}
