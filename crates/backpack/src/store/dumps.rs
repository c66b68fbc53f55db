//! Core dumps would hold the key and everything on the screen.

/// Turns core dumps off for this process. Both programs call it first thing. Where the system has none to turn
/// off, nothing is done.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Not being allowed to lower one's own limit does not happen; and there would be nothing to do about it.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Resource, getrlimit};

    #[test]
    fn off_means_off() {
        super::forbid_core_dumps();
        assert_eq!(getrlimit(Resource::Core).maximum, Some(0));
    }
}
