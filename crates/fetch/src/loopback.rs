//! Where the person's browser comes back to after signing in: one address on this very machine (RFC 8252, 7.3).

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use url::Url;

/// How much of a request is read: its first line and head.
const MOST: usize = 16 * 1024;
/// How long a browser that has connected may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is looked whether somebody came.
const PAUSE: Duration = Duration::from_millis(40);

/// A listener on `127.0.0.1`, at a port of the system's choosing. Nobody else in the network can reach it; other programs of
/// this machine can, so that what comes has to be known again by its `state`.
#[derive(Debug)]
pub struct Loopback {
    listener: TcpListener,
    address: Url,
}

impl Loopback {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where the system gives no port.
    pub fn bind() -> std::io::Result<Loopback> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let address = Url::parse(&format!("http://127.0.0.1:{port}/claim"))
            .map_err(|_| std::io::Error::from(std::io::ErrorKind::AddrNotAvailable))?;
        Ok(Loopback { listener, address })
    }

    /// The address to come back to.
    pub fn address(&self) -> &Url {
        &self.address
    }

    /// Waits until the browser comes back to the address, and gives the whole address it came to; none when `stop` says so, asked
    /// every few hundredths of a second. Whatever else knocks is sent away. `page` is what the person reads then: plain text.
    pub fn wait(&self, page: &str, stop: &dyn Fn() -> bool) -> Option<Url> {
        loop {
            if stop() {
                return None;
            }
            match self.listener.accept() {
                Ok((stream, _)) => {
                    if let Some(url) = self.serve(stream, page) {
                        return Some(url);
                    }
                }
                Err(_) => std::thread::sleep(PAUSE),
            }
        }
    }

    /// Reads one request and answers it.
    fn serve(&self, mut stream: TcpStream, page: &str) -> Option<Url> {
        stream.set_nonblocking(false).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        stream.set_write_timeout(Some(PATIENCE)).ok()?;
        let mut head = Vec::new();
        let mut buffer = [0_u8; 2048];
        while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < MOST {
            match stream.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(read) => head.extend_from_slice(buffer.get(..read).unwrap_or_default()),
            }
        }
        let came = self.came(&String::from_utf8_lossy(&head));
        let (status, text) = if came.is_some() { ("200 OK", page) } else { ("404 Not Found", "") };
        let body = escaped(text);
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
             Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        );
        // Whether the browser shows it is its own business.
        let _ = stream.write_all(answer.as_bytes());
        came
    }

    /// The address a request asks for, if it is ours with parameters.
    fn came(&self, head: &str) -> Option<Url> {
        let target = head.lines().next()?.strip_prefix("GET ")?.split(' ').next()?;
        let url = self.address.join(target).ok()?;
        let ours = url.origin() == self.address.origin() && url.path() == self.address.path();
        (ours && url.query().is_some()).then_some(url)
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<!doctype html><meta charset=utf-8><title>Badgefolio</title><p>{text}</p>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_comes_back_and_nobody_else_counts() {
        let loopback = Loopback::bind().unwrap();
        let address = loopback.address().clone();
        let port = address.port().unwrap();
        let knock = move |text: String| {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            stream.write_all(text.as_bytes()).unwrap();
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let browser = std::thread::spawn(move || {
            let wrong = [
                "GET /favicon.ico HTTP/1.1\r\n\r\n",
                "GET /claim HTTP/1.1\r\n\r\n",
                "GET http://evil.example/claim?code=1 HTTP/1.1\r\n\r\n",
                "POST /claim?code=1 HTTP/1.1\r\n\r\n",
                "nonsense",
            ];
            let wrong: Vec<String> = wrong.map(|text| knock(text.to_owned())).into();
            (wrong, knock("GET /claim?code=c-1&state=s HTTP/1.1\r\nHost: x\r\n\r\n".to_owned()))
        });
        let came = loopback.wait("Done <b>", &|| false).unwrap();
        assert_eq!(came.as_str(), format!("{address}?code=c-1&state=s"));
        let (wrong, right) = browser.join().unwrap();
        assert!(wrong.iter().all(|answer| answer.starts_with("HTTP/1.1 404")), "{wrong:?}");
        assert!(right.starts_with("HTTP/1.1 200") && right.contains("Done &lt;b&gt;"), "{right}");
        assert!(loopback.wait("", &|| true).is_none());
    }
}
