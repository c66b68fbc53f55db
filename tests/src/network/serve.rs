//! A host of a test's network: HTTPS, one thread a connection, everything that was asked is kept.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::{Body, Identity, Reply};

/// More of a request is not read.
const HEAD: usize = 64 * 1024;

/// A request that was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `GET`.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Header lines; names in lower case.
    pub headers: Vec<(String, String)>,
    /// What followed them.
    pub body: Vec<u8>,
}

impl Asked {
    /// A header line by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A host that is being served.
#[derive(Debug)]
pub struct Served {
    heard: Arc<Mutex<Vec<Asked>>>,
    sent: Arc<AtomicU64>,
    address: Ipv4Addr,
}

impl Served {
    pub(super) fn start(
        address: Ipv4Addr,
        identity: &Identity,
        answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> Served {
        let listener = TcpListener::bind((address, 443)).expect("port 443 of a host of one's own");
        let served = Served { heard: Arc::default(), sent: Arc::default(), address };
        let (heard, sent) = (Arc::clone(&served.heard), Arc::clone(&served.sent));
        let (config, answer) = (Arc::new(config(identity)), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let (config, answer) = (Arc::clone(&config), Arc::clone(&answer));
                let (heard, sent) = (Arc::clone(&heard), Arc::clone(&sent));
                // Who hangs up is heard of in the test by what it did.
                std::thread::spawn(move || talk(stream, config, &*answer, &heard, &sent));
            }
        });
        served
    }

    /// What was asked until now, in order.
    pub fn heard(&self) -> Vec<Asked> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths that were asked for, in order.
    pub fn paths(&self) -> Vec<String> {
        self.heard().into_iter().map(|asked| asked.path).collect()
    }

    /// Bytes of bodies that were sent, as far as somebody took them.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }

    /// Where it is.
    pub fn address(&self) -> Ipv4Addr {
        self.address
    }
}

fn config(identity: &Identity) -> ServerConfig {
    let certificate = CertificateDer::from_pem_slice(identity.certificate.as_bytes()).expect("a certificate");
    let key = PrivateKeyDer::from_pem_slice(identity.key.as_bytes()).expect("a key");
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .expect("a certificate and its key")
}

fn talk(
    stream: TcpStream,
    config: Arc<ServerConfig>,
    answer: &dyn Fn(&Asked) -> Reply,
    heard: &Mutex<Vec<Asked>>,
    sent: &AtomicU64,
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(connection, stream);
    let asked = read(&mut stream)?;
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(asked.clone());
    write(&mut stream, &answer(&asked), sent)?;
    stream.conn.send_close_notify();
    stream.flush()
}

fn read(stream: &mut impl Read) -> io::Result<Asked> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 8192];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        let read = stream.read(&mut buffer)?;
        if read == 0 || bytes.len() > HEAD {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&buffer[..read]);
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let mut word = || first.next().unwrap_or_default().to_owned();
    let (method, path) = (word(), word());
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
    };
    let mut asked = Asked { method, path, headers: lines.filter_map(header).collect(), body: Vec::new() };
    let length: usize = asked.header("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    asked.body = bytes.split_off(end + 4);
    while asked.body.len() < length.min(HEAD * 16) {
        let read = stream.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        asked.body.extend_from_slice(&buffer[..read]);
    }
    Ok(asked)
}

fn write(stream: &mut impl Write, reply: &Reply, sent: &AtomicU64) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Said\r\nConnection: close\r\n", reply.status);
    let length = match &reply.body {
        Body::Bytes(bytes) => Some(bytes.len() as u64),
        Body::Zeros(zeros) => Some(*zeros),
        Body::Unannounced(_) | Body::Slow => None,
    };
    if let Some(length) = length {
        head.push_str(&format!("Content-Length: {length}\r\n"));
    }
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    let mut send = |bytes: &[u8]| -> io::Result<()> {
        stream.write_all(bytes)?;
        stream.flush()?;
        sent.fetch_add(bytes.len() as u64, Ordering::SeqCst);
        Ok(())
    };
    match &reply.body {
        Body::Bytes(bytes) => send(bytes),
        Body::Zeros(zeros) | Body::Unannounced(zeros) => {
            let piece = vec![0; 64 * 1024];
            let mut left = *zeros;
            while left > 0 {
                let now = left.min(piece.len() as u64);
                send(&piece[..now as usize])?;
                left -= now;
            }
            Ok(())
        }
        Body::Slow => loop {
            send(b" ")?;
            std::thread::sleep(Duration::from_secs(1));
        },
    }
}
