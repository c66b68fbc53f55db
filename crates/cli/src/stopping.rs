//! Ctrl-C: long work ends between two things instead of in the middle of one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::exit::Exit;

/// Whether the person wants to stop.
#[derive(Debug, Default)]
pub(crate) struct Stopping(Arc<AtomicBool>);

impl Stopping {
    /// From now on the first Ctrl-C asks to stop, and the second ends the program at once.
    pub(crate) fn on_interrupt() -> Stopping {
        let wanted = Arc::new(AtomicBool::new(false));
        let number = i32::from(Exit::Interrupted.number());
        // In this order: the second finds the flag that the first has set. Where neither can be had Ctrl-C ends the program,
        // as it does anywhere; what was stored stays then, too.
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            let _ = signal_hook::flag::register_conditional_shutdown(signal, number, Arc::clone(&wanted));
            let _ = signal_hook::flag::register(signal, Arc::clone(&wanted));
        }
        Stopping(wanted)
    }

    /// Whether it was asked for.
    pub(crate) fn wanted(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
