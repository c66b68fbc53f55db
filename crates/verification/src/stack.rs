//! Threads with deep stacks. Expanding nested linked data takes about 130 KB of stack a level in a debug build; on a
//! usual thread a credential nested fifteen deep would end the whole process.

use std::sync::OnceLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Enough for 400 levels in a debug build; what is verified is bounded at 64.
const STACK: usize = 64 * 1024 * 1024;

/// Runs `work` on a thread with a deep stack and waits for it. Within such a thread it runs in place.
pub fn on_deep_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let pool = POOL.get_or_init(|| {
        ThreadPoolBuilder::new()
            .stack_size(STACK)
            .thread_name(|index| format!("verification-{index}"))
            .build()
            .ok()
    });
    match pool {
        Some(pool) => pool.install(work),
        // No threads to be had at all: then the machine has other troubles, and most credentials are flat.
        None => work(),
    }
}
