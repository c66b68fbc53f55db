//! Dovecot as an ordinary process, with a folder, a configuration and certificates of its own, gone with the test.

use std::fs;
use std::io::Read as _;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use wallet_tests::network::{Authority, Holds};

/// The password of everybody.
pub(crate) const PASSWORD: &str = "geh\"eim\\ 1";
/// Whose certificate holds, whose has run out, and whose no one vouches for.
pub(crate) const GOOD: &str = "imap.test";
pub(crate) const EXPIRED: &str = "expired.test";
pub(crate) const UNPROVED: &str = "unproved.test";

/// A running server.
pub(crate) struct Dovecot {
    folder: TempDir,
    process: Child,
    pub(crate) authority: Authority,
    /// Where it encrypts from the beginning, and where it does not.
    pub(crate) port: u16,
    pub(crate) plain: u16,
}

impl Dovecot {
    /// Starts it; `mails` fills the homes of its users first. None where it is not installed, and that is told.
    pub(crate) fn start(mails: impl FnOnce(&Path)) -> Option<Dovecot> {
        if !Path::new("/usr/sbin/dovecot").exists() {
            wallet_tests::tell(
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
        let authority = Authority::new();
        let stranger = Authority::new();
        for (name, identity) in [
            (GOOD, authority.identity(&[GOOD], Holds::Now)),
            (EXPIRED, authority.identity(&[EXPIRED], Holds::Expired)),
            (UNPROVED, stranger.identity(&[UNPROVED], Holds::Now)),
        ] {
            fs::write(root.join(format!("{name}.pem")), identity.certificate).unwrap();
            fs::write(root.join(format!("{name}.key")), identity.key).unwrap();
        }
        let (port, plain) = (free(), free());
        let users = ["viele", "einige", "tief"].map(|user| format!("{user}:{{PLAIN}}{PASSWORD}::::::\n"));
        fs::write(root.join("users"), users.concat()).unwrap();
        let (mut command, user, group) = as_somebody();
        fs::write(root.join("conf"), configuration(&root, port, plain, &user, &group)).unwrap();
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
        let started = Dovecot { folder, process, authority, port, plain };
        started.wait();
        Some(started)
    }

    fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], self.port))).is_err() {
            assert!(Instant::now() < until, "it did not start: {}", self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn log(&self) -> String {
        let text = |name: &str| fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        text("said") + &text("log")
    }

    pub(crate) fn home(&self, user: &str) -> PathBuf {
        self.folder.path().join("home").join(user).join("Maildir")
    }

    /// What was commanded after the login since the last time this was asked, a connection after another, as the server
    /// itself wrote it down.
    pub(crate) fn commands(&self) -> Vec<String> {
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
    pub(crate) fn flags(&self, user: &str) -> Vec<String> {
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
            wallet_tests::tell(&self.log());
        }
        // The master takes its own with it when it is asked to end.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

fn free() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
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

fn configuration(root: &Path, port: u16, plain: u16, user: &str, group: &str) -> String {
    let root = root.display();
    let (good, expired, unproved) = (GOOD, EXPIRED, UNPROVED);
    format!(
        r#"
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/log
protocols = imap
listen = 127.0.0.1, 127.0.0.2, 127.0.0.3
ssl = required
ssl_cert = <{root}/{good}.pem
ssl_key = <{root}/{good}.key
local 127.0.0.2 {{
  ssl_cert = <{root}/{expired}.pem
  ssl_key = <{root}/{expired}.key
}}
local 127.0.0.3 {{
  ssl_cert = <{root}/{unproved}.pem
  ssl_key = <{root}/{unproved}.key
}}
default_internal_user = {user}
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
