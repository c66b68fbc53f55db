//! A name server of a test's network: Debian's dnsmasq, and the system's resolver configuration that names it.

use std::fs::File;
use std::net::{Ipv4Addr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = "/usr/sbin/dnsmasq";
/// Where it is, and where somebody is who hears and says nothing.
const ADDRESS: Ipv4Addr = Ipv4Addr::new(93, 184, 215, 253);
const SILENT: Ipv4Addr = Ipv4Addr::new(93, 184, 215, 254);
/// A piece of a text (RFC 1035 §3.3).
const PIECE: usize = 250;

/// What it knows. Of all else below `example.org` it says that there is no such name.
#[derive(Debug, Default)]
pub struct Names {
    lines: Vec<String>,
}

impl Names {
    /// Nothing yet.
    pub fn new() -> Names {
        Names::default()
    }

    /// A text, in as many pieces as it needs. Several of one name are several records.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Names {
        let pieces =
            text.as_bytes().chunks(PIECE).map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece)));
        self.lines.push(format!("txt-record={name},{}", pieces.collect::<Vec<_>>().join(",")));
        self
    }

    /// Another name for a name.
    #[must_use]
    pub fn alias(mut self, name: &str, of: &str) -> Names {
        self.lines.push(format!("cname={name},{of}"));
        self
    }

    /// A domain about which the answer never comes.
    #[must_use]
    pub fn silent(mut self, domain: &str) -> Names {
        self.lines.push(format!("server=/{domain}/{SILENT}"));
        self
    }
}

/// A name server that runs, and is the one that the system asks here.
#[derive(Debug)]
pub struct NameServer {
    process: Child,
    log: PathBuf,
    _silent: UdpSocket,
}

impl NameServer {
    /// Whether it can be started: is it installed?
    pub(super) fn is_there() -> bool {
        Path::new(PROGRAM).exists()
    }

    /// Starts it in the network of this process, whose addresses [`NameServer::addresses`] are.
    pub(super) fn start(folder: &Path, names: &Names) -> NameServer {
        let (conf, log) = (folder.join("dnsmasq.conf"), folder.join("dnsmasq.log"));
        let lines = names.lines.join("\n");
        std::fs::write(
            &conf,
            format!(
                "listen-address={ADDRESS}\nbind-interfaces\nno-resolv\nno-hosts\nlog-queries=extra\n\
                 local=/example.org/\n{lines}\n"
            ),
        )
        .expect("a configuration");
        // With a search domain, which nobody is to put behind a name.
        let resolv = folder.join("resolv.conf");
        std::fs::write(&resolv, format!("nameserver {ADDRESS}\nsearch trap.example.org\noptions ndots:9\n"))
            .expect("a resolver configuration");
        super::run(&["mount", "--bind", &resolv.display().to_string(), "/etc/resolv.conf"]);
        let silent = UdpSocket::bind((SILENT, 53)).expect("port 53 of an address of one's own");
        let said = File::create(&log).expect("a log");
        let process = Command::new(PROGRAM)
            .arg("--no-daemon")
            .arg(format!("--conf-file={}", conf.display()))
            .args(["--user=root", "--group=root", "--pid-file="])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said)
            .spawn()
            .expect("dnsmasq starts");
        let server = NameServer { process, log, _silent: silent };
        let until = Instant::now() + Duration::from_secs(10);
        while !server.said().contains("started") {
            assert!(Instant::now() < until, "it did not start: {}", server.said());
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    pub(super) fn addresses() -> [String; 2] {
        [ADDRESS.to_string(), SILENT.to_string()]
    }

    /// What it was asked until now, in order: `TXT name`.
    pub fn asked(&self) -> Vec<String> {
        let said = self.said();
        let questions = said.lines().filter_map(|line| line.split_once("query["));
        questions.map(|(_, rest)| rest.split(" from ").next().unwrap_or_default().replace(']', "")).collect()
    }

    fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
