//! Somebody in the inner network: listens, and counts who calls.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Listens on the ports of HTTP and HTTPS, says nothing.
#[derive(Debug)]
pub struct Inner {
    calls: Arc<AtomicUsize>,
}

impl Inner {
    pub(super) fn start(address: IpAddr) -> Inner {
        let calls = Arc::new(AtomicUsize::new(0));
        for port in [80, 443] {
            let listener = TcpListener::bind(SocketAddr::new(address, port)).expect("a free port");
            let calls = Arc::clone(&calls);
            std::thread::spawn(move || {
                for call in listener.incoming() {
                    calls.fetch_add(1, Ordering::SeqCst);
                    drop(call);
                }
            });
        }
        Inner { calls }
    }

    /// How many connections were made.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
}
