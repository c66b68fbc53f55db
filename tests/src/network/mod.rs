//! A network of a test's own, for the program as it ships.
//!
//! The program takes no switch that would let it ask this machine, and none that names another authority. So the test
//! goes where it can be given what it asks for: a network namespace with nothing but addresses on `lo` that look public,
//! and a mount namespace in which `/etc/hosts` is the test's. The only thing that is said to the program is
//! `SSL_CERT_FILE`, as on any system with an authority of its own.
//!
//! ```ignore
//! #[test]
//! fn a_badge_page() {
//!     wallet_tests::network::inside("badges::a_badge_page", |network| {
//!         let badges = network.serve("badges.example.org", |asked| Reply::json("{}"));
//!         network.command_line().run(["verify", "https://badges.example.org/1"]).expect(2);
//!         assert_eq!(badges.heard().len(), 1);
//!     });
//! }
//! ```

mod authority;
mod inner;
mod inside;
mod names;
mod reply;
mod serve;

use std::cell::{Cell, RefCell};
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::CommandLine;

pub use authority::{Authority, Holds, Identity};
pub use inner::Inner;
pub use inside::inside;
pub use names::{NameServer, Names};
pub use reply::{Body, Reply};
pub use serve::{Asked, Served};

/// The network a test is in. All of it is gone with the process.
#[derive(Debug)]
pub struct Network {
    folder: TempDir,
    authority: Authority,
    hosts: PathBuf,
    next: Cell<u8>,
    names: RefCell<Vec<(String, Ipv4Addr)>>,
}

impl Network {
    /// Takes the namespaces over that this process was started in.
    fn new() -> Network {
        let folder = tempfile::Builder::new().prefix("badgefolio-network-").tempdir().expect("a folder");
        let hosts = folder.path().join("hosts");
        std::fs::write(&hosts, "127.0.0.1 localhost\n").expect("a hosts file");
        run(&["ip", "link", "set", "lo", "up"]);
        run(&["mount", "--bind", &hosts.display().to_string(), "/etc/hosts"]);
        let authority = Authority::new();
        std::fs::write(folder.path().join("authority.pem"), authority.pem()).expect("a certificate");
        Network { folder, authority, hosts, next: Cell::new(1), names: RefCell::default() }
    }

    /// The authority that the program believes in here.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Its certificate as a file, for `SSL_CERT_FILE`.
    pub fn authority_file(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// A folder for what a server needs.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A public-looking address on `lo` for this name: the same one each time.
    pub fn address(&self, name: &str) -> Ipv4Addr {
        if let Some((_, known)) = self.names.borrow().iter().find(|(known, _)| known == name) {
            return *known;
        }
        // Somebody's public network; nobody is asked there, there is no way out of here.
        let address = Ipv4Addr::new(93, 184, 215, self.next.get());
        self.next.set(self.next.get().checked_add(1).expect("no more than 254 hosts"));
        self.own(&address.to_string());
        self.name(name, &address.to_string());
        self.names.borrow_mut().push((name.to_owned(), address));
        address
    }

    /// Lets a name lead to an address, whatever that is.
    pub fn name(&self, name: &str, address: &str) {
        // Written on, not anew: what is bound over the system's file is this very file.
        let mut file = std::fs::OpenOptions::new().append(true).open(&self.hosts).expect("the hosts file");
        writeln!(file, "{address} {name}").expect("a line in the hosts file");
    }

    /// Makes an address this machine's.
    fn own(&self, address: &str) {
        run(&["ip", "address", "add", &format!("{address}/32"), "dev", "lo"]);
    }

    /// `badgefolio` in here, believing in the authority of this network.
    pub fn command_line(&self) -> CommandLine {
        CommandLine::new().with("SSL_CERT_FILE", self.authority_file())
    }

    /// Serves a host by HTTPS on port 443.
    pub fn serve(&self, name: &str, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Served {
        Served::start(self.address(name), &self.authority.identity(&[name], Holds::Now), answer)
    }

    /// The same at another address than before, for the next part of a test.
    pub fn serve_anew(&self, name: &str, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Served {
        if self.names.borrow().iter().any(|(known, _)| known == name) {
            self.names.borrow_mut().retain(|(known, _)| known != name);
            let hosts = std::fs::read_to_string(&self.hosts).expect("the hosts file");
            let others: String = hosts
                .lines()
                .filter(|line| !line.ends_with(&format!(" {name}")))
                .flat_map(|line| [line, "\n"])
                .collect();
            std::fs::write(&self.hosts, others).expect("the hosts file");
        }
        self.serve(name, answer)
    }

    /// The same with a certificate that is no longer, or not yet, or for somebody else.
    pub fn serve_as(
        &self,
        name: &str,
        identity: &Identity,
        answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> Served {
        Served::start(self.address(name), identity, answer)
    }

    /// A name server that knows this, and is the one that the system asks. `None` where there is none installed, and that
    /// is told. The program itself goes on finding hosts by the hosts file, which comes first.
    pub fn name_server(&self, names: &Names) -> Option<NameServer> {
        if !NameServer::is_there() {
            crate::tell(
                "skipped: look-ups at a real name server, because dnsmasq is not installed (scripts/setup-system test)",
            );
            return None;
        }
        for address in NameServer::addresses() {
            self.own(&address);
        }
        Some(NameServer::start(self.folder(), names))
    }

    /// Somebody of the inner network who listens at this address and counts who calls: nobody is to.
    pub fn inner(&self, address: &str) -> Inner {
        if !address.starts_with("127.") {
            self.own(address);
        }
        Inner::start(address.parse().expect("an address"))
    }
}

/// Runs a program that has to do what it was asked.
fn run(words: &[&str]) {
    let (program, arguments) = words.split_first().expect("a program");
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|e| panic!("{program}: {e}"));
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
}
