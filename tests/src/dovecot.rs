//! Dovecot as an ordinary process, with a folder, a configuration and certificates of its own, gone with the test.

use std::fs;
use std::io::Read as _;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::network::{Authority, Holds, Identity, Network};
use crate::tell;

/// The password of everybody.
pub const PASSWORD: &str = "geh\"eim\\ 1";
/// Whose certificate holds.
pub const GOOD: &str = "imap.test";
/// Whose certificate has run out.
pub const EXPIRED: &str = "expired.test";
/// Whose certificate no one vouches for.
pub const UNPROVED: &str = "unproved.test";

/// Where it is reached, and as whom.
struct Host {
    address: String,
    identity: Identity,
}

/// A running server.
#[derive(Debug)]
pub struct Dovecot {
    folder: TempDir,
    process: Child,
    /// Who vouches for it, in PEM.
    pub authority: String,
    /// Its address.
    address: IpAddr,
    /// Where it encrypts from the beginning.
    pub port: u16,
    /// Where it does not.
    pub plain: u16,
}

impl Dovecot {
    /// Starts it on this machine, under three names; `mails` fills the homes of its users first, and whoever has one is
    /// a user. None where it is not installed, and that is told.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(mails: impl FnOnce(&Path)) -> Option<Dovecot> {
        Dovecot::here(mails, None)
    }

    /// The same, taking access tokens as well (XOAUTH2), of which this address says whose they are.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start_with_tokens(mails: impl FnOnce(&Path), tokeninfo: &str) -> Option<Dovecot> {
        Dovecot::here(mails, Some(tokeninfo))
    }

    fn here(mails: impl FnOnce(&Path), tokeninfo: Option<&str>) -> Option<Dovecot> {
        let (authority, stranger) = (Authority::new(), Authority::new());
        let host = |address: &str, identity| Host { address: address.to_owned(), identity };
        let hosts = [
            host("127.0.0.1", authority.identity(&[GOOD], Holds::Now)),
            host("127.0.0.2", authority.identity(&[EXPIRED], Holds::Expired)),
            host("127.0.0.3", stranger.identity(&[UNPROVED], Holds::Now)),
        ];
        Dovecot::run(&hosts, authority.pem(), mails, tokeninfo)
    }

    /// The same as a host of a test's network, for a program that believes in the network's authority.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start_at(network: &Network, name: &str, mails: impl FnOnce(&Path)) -> Option<Dovecot> {
        let identity = network.authority().identity(&[name], Holds::Now);
        let host = Host { address: network.address(name).to_string(), identity };
        Dovecot::run(&[host], network.authority().pem(), mails, None)
    }

    fn run(
        hosts: &[Host],
        authority: &str,
        mails: impl FnOnce(&Path),
        tokeninfo: Option<&str>,
    ) -> Option<Dovecot> {
        if !Path::new("/usr/sbin/dovecot").exists() {
            tell(
                "skipped: mailboxes on a real server, because Dovecot is not installed (scripts/setup-system test)",
            );
            return None;
        }
        let folder = tempfile::Builder::new().prefix("dovecot").tempdir().unwrap();
        let root = folder.path().to_owned();
        for name in ["run", "state", "home", "raw"] {
            fs::create_dir(root.join(name)).unwrap();
        }
        mails(&root.join("home"));
        for Host { address, identity } in hosts {
            fs::write(root.join(format!("{address}.pem")), &identity.certificate).unwrap();
            fs::write(root.join(format!("{address}.key")), &identity.key).unwrap();
        }
        let address: IpAddr = hosts[0].address.parse().unwrap();
        let (port, plain) = (free(address), free(address));
        fs::write(root.join("users"), users(&root)).unwrap();
        let (mut command, user, group) = as_somebody();
        let mut conf = configuration(&root, hosts, (port, plain), &user, &group);
        if let Some(tokeninfo) = tokeninfo {
            fs::write(
                root.join("oauth2"),
                format!("tokeninfo_url = {tokeninfo}\nusername_attribute = email\nusername_format = %Lu\n"),
            )
            .unwrap();
            conf += &format!(
                "auth_mechanisms = plain xoauth2\npassdb {{\n  driver = oauth2\n  mechanisms = xoauth2\n  \
                 args = {}/oauth2\n}}\n",
                root.display()
            );
        }
        fs::write(root.join("conf"), conf).unwrap();
        // Whoever it runs as has to get there.
        fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
        let log = fs::File::create(root.join("said")).unwrap();
        let process = command
            .arg("/usr/sbin/dovecot")
            .args(["-F", "-c"])
            .arg(root.join("conf"))
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let started = Dovecot { folder, process, authority: authority.to_owned(), address, port, plain };
        started.wait();
        Some(started)
    }

    fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(SocketAddr::new(self.address, self.port)).is_err() {
            assert!(Instant::now() < until, "it did not start: {}", self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn log(&self) -> String {
        let text = |name: &str| fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        text("said") + &text("log")
    }

    /// Where the mails of a user lie.
    pub fn home(&self, user: &str) -> PathBuf {
        self.folder.path().join("home").join(user).join("Maildir")
    }

    /// What was commanded after the login since the last time this was asked, a connection after another, as the server
    /// itself wrote it down.
    pub fn commands(&self) -> Vec<String> {
        // What it wrote last is there when it has hung up, a moment after the answer.
        std::thread::sleep(Duration::from_millis(300));
        let mut said: Vec<PathBuf> = fs::read_dir(self.folder.path().join("raw"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "in"))
            .collect();
        said.sort();
        let mut commands = Vec::new();
        for path in said {
            let mut text = String::new();
            fs::File::open(&path).unwrap().read_to_string(&mut text).unwrap();
            // Time and tag stand before each.
            commands.extend(text.lines().filter_map(|line| line.splitn(3, ' ').nth(2)).map(str::to_owned));
            fs::remove_file(path).unwrap();
        }
        commands
    }

    /// All messages of a user by name and flags, wherever they lie.
    pub fn flags(&self, user: &str) -> Vec<String> {
        let mut names = Vec::new();
        for folder in ["new", "cur"] {
            let entries = fs::read_dir(self.home(user).join(folder)).unwrap();
            names.extend(entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()));
        }
        names.sort();
        names
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        if std::thread::panicking() {
            tell(&self.log());
        }
        // The master takes its own with it when it is asked to end.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

fn free(address: IpAddr) -> u16 {
    TcpListener::bind((address, 0)).unwrap().local_addr().unwrap().port()
}

/// Whoever has a home.
fn users(root: &Path) -> String {
    let homes = fs::read_dir(root.join("home")).unwrap();
    let names = homes.map(|home| home.unwrap().file_name().into_string().unwrap());
    names.map(|name| format!("{name}:{{PLAIN}}{PASSWORD}::::::\n")).collect()
}

/// Dovecot does not serve as root. Who is root runs it as somebody else in a user namespace, which also works where the
/// tests themselves are root in name only (scripts/without-network).
fn as_somebody() -> (Command, String, String) {
    let said = |flag: &str, name: &[&str]| {
        let out = Command::new("id").arg(flag).args(name).output().unwrap();
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    if said("-u", &[]) != "0" {
        let mut command = Command::new("env");
        command.arg("--");
        return (command, said("-un", &[]), said("-gn", &[]));
    }
    let mut command = Command::new("unshare");
    command.arg("--user");
    command.arg(format!("--map-user={}", said("-u", &["dovecot"])));
    command.arg(format!("--map-group={}", said("-g", &["dovecot"])));
    (command, "dovecot".to_owned(), "dovecot".to_owned())
}

fn configuration(root: &Path, hosts: &[Host], ports: (u16, u16), user: &str, group: &str) -> String {
    let (root, (port, plain)) = (root.display(), ports);
    let listen: Vec<&str> = hosts.iter().map(|host| host.address.as_str()).collect();
    let listen = listen.join(", ");
    let certificate = |at: &str| format!("ssl_cert = <{root}/{at}.pem\nssl_key = <{root}/{at}.key\n");
    let first = certificate(&hosts[0].address);
    let others: String = hosts
        .iter()
        .skip(1)
        .map(|host| format!("local {} {{\n{}}}\n", host.address, certificate(&host.address)))
        .collect();
    format!(
        r#"
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/log
protocols = imap
listen = {listen}
ssl = required
{first}{others}default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
default_vsz_limit = 0
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:~/Maildir
mail_fsync = never
maildir_stat_dirs = no
auth_failure_delay = 0
mail_max_userip_connections = 50
passdb {{
  driver = passwd-file
  mechanisms = plain
  args = scheme=PLAIN username_format=%u {root}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={root}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
protocol imap {{
  rawlog_dir = {root}/raw
}}
"#
    )
}
