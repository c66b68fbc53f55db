//! The tests of verification, and all others in Rust, run where no other machine can be reached (`scripts/without-network`):
//! whatever opened a socket to an issuer would fail. Here it is shown that this place is closed.

use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream, UdpSocket};

#[test]
fn no_other_machine_can_be_reached_from_here() {
    if std::env::var_os("BADGEFOLIO_WITHOUT_NETWORK").is_none() {
        wallet_tests::tell("skipped: whether the network is closed (not started by scripts/without-network)");
        return;
    }
    // Addresses for documentation: nobody has them, but where there is a network, there is a way to them. Connecting a
    // datagram socket only looks for that way, and sends nothing.
    for (own, other) in [("0.0.0.0:0", "192.0.2.1:443"), ("[::]:0", "[2001:db8::1]:443")] {
        let way = UdpSocket::bind(own).and_then(|socket| socket.connect(other));
        assert!(way.is_err(), "there is a way to {other}");
    }
    let refused = TcpStream::connect("192.0.2.1:443").unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NetworkUnreachable);
    // This very machine answers: other tests have servers of their own.
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    assert!(TcpStream::connect(server.local_addr().unwrap()).is_ok());
}
