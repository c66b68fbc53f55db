//! A wire that can be cut: what comes from the server is passed on up to so many bytes.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};

/// Passes connections on to a port of this machine and cuts the first after so many bytes from there. Gives its own port.
pub(crate) fn cut_after(bytes: usize, port: u16) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let mut most = bytes;
        while let Ok((near, _)) = listener.accept() {
            let far = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            let here = std::mem::replace(&mut most, usize::MAX);
            std::thread::spawn(move || pass_on(near, far, here));
        }
    });
    own
}

fn pass_on(mut near: TcpStream, mut far: TcpStream, most: usize) {
    let (mut from_near, mut to_far) = (near.try_clone().unwrap(), far.try_clone().unwrap());
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut from_near, &mut to_far);
        let _ = to_far.shutdown(Shutdown::Write);
    });
    let (mut left, mut chunk) = (most, [0; 4096]);
    while left > 0 {
        let most = left.min(chunk.len());
        let Ok(read @ 1..) = far.read(&mut chunk[..most]) else { break };
        left -= read;
        if near.write_all(&chunk[..read]).is_err() {
            break;
        }
    }
    let _ = (near.shutdown(Shutdown::Both), far.shutdown(Shutdown::Both));
}
