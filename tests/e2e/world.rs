//! A computer of its own for one test: a home, a display, a session bus, a keyring or none. All of it is gone when this
//! is dropped.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// How long anything may take before a test gives up. Generous: machines that test are busy.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Whether the computer has a service that keeps secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyring {
    /// An unlocked one, as after logging in.
    Unlocked,
    /// None at all.
    Absent,
}

/// The computer.
#[derive(Debug)]
pub struct World {
    // In the order in which they have to end.
    _keyring: Option<Kept>,
    _bus: Kept,
    _display: Kept,
    address: String,
    display: String,
    dark: bool,
    authority: Option<PathBuf>,
    folder: TempDir,
}

impl World {
    /// Starts one.
    pub fn new(keyring: Keyring) -> World {
        let folder = tempfile::Builder::new().prefix("badgefolio-window-").tempdir().unwrap();
        for name in ["home", "run"] {
            fs::create_dir(folder.path().join(name)).unwrap();
            fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o700)).unwrap();
        }
        // Whatever is handed to the person's browser is written down instead.
        let browser = folder.path().join("bin/xdg-open");
        fs::create_dir(folder.path().join("bin")).unwrap();
        fs::write(
            &browser,
            format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >>'{}'\n", folder.path().join("opened").display()),
        )
        .unwrap();
        fs::set_permissions(&browser, fs::Permissions::from_mode(0o700)).unwrap();
        let mut display = Command::new("Xvfb");
        display.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        let (display, number) = Kept::that_says("Xvfb", &mut display);

        // Without folders of services: nothing starts by being spoken to, so there is no keyring unless we start one.
        let config = folder.path().join("bus.conf");
        fs::write(&config, BUS.replace("@RUN@", &folder.path().join("run").display().to_string())).unwrap();
        let mut bus = Command::new("dbus-daemon");
        bus.arg("--nofork").arg("--print-address=1").arg(format!("--config-file={}", config.display()));
        let (bus, address) = Kept::that_says("dbus-daemon", &mut bus);

        let mut world = World {
            _keyring: None,
            _bus: bus,
            _display: display,
            address,
            display: format!(":{number}"),
            dark: false,
            authority: None,
            folder,
        };
        if keyring == Keyring::Unlocked {
            world._keyring = Some(world.unlock_keyring());
        }
        world
    }

    /// The same computer with a dark desktop, if `dark`.
    pub fn with_dark_desktop(mut self, dark: bool) -> World {
        self.dark = dark;
        self
    }

    /// The same computer with an authority of its own, as a school may have one: the file with its certificate.
    pub fn with_authority(mut self, certificate: PathBuf) -> World {
        self.authority = Some(certificate);
        self
    }

    /// A program on this computer.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let home = self.home();
        let mut command = Command::new(program);
        let mut path = self.folder.path().join("bin").into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        command
            .env_clear()
            .env("PATH", path)
            .env("LANG", "C.UTF-8")
            .env("HOME", &home)
            .env("XDG_RUNTIME_DIR", self.folder.path().join("run"))
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .stdin(Stdio::null())
            .current_dir(&home);
        if let Some(certificate) = &self.authority {
            command.env("SSL_CERT_FILE", certificate);
        }
        if self.dark {
            command.env("GTK_THEME", "Adwaita:dark");
        }
        command
    }

    /// The person's home folder.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// What was handed to the person's browser so far, an address a line.
    pub fn opened(&self) -> String {
        fs::read_to_string(self.folder.path().join("opened")).unwrap_or_default()
    }

    /// A file somewhere else than in the home, as on a stick: the app has not written it.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let folder = self.folder.path().join("stick");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), bytes).unwrap();
        folder.join(name)
    }

    /// Whether a service of this name is on the bus.
    pub fn has_service(&self, name: &str) -> bool {
        let asked = self
            .command("dbus-send")
            .args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
            .args(["org.freedesktop.DBus.NameHasOwner", &format!("string:{name}")])
            .output()
            .unwrap();
        String::from_utf8_lossy(&asked.stdout).contains("boolean true")
    }

    fn unlock_keyring(&self) -> Kept {
        let mut command = self.command("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]).stdin(Stdio::piped());
        let mut kept = Kept::start("gnome-keyring-daemon", &mut command);
        // An empty password, as tests have it; the daemon reads it to the end of its input.
        kept.child.stdin.take().unwrap().write_all(b"\n").unwrap();
        wait_until("the keyring answers", || self.has_service("org.freedesktop.secrets").then_some(()));
        kept
    }
}

/// A program that ends with this value, with everything it started.
#[derive(Debug)]
pub struct Kept {
    child: Child,
}

impl Kept {
    /// Starts a program in a group of its own; what it says goes nowhere.
    pub fn start(name: &str, command: &mut Command) -> Kept {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        Kept { child: child.unwrap_or_else(|error| panic!("{name} does not start: {error}")) }
    }

    /// Starts a program and waits for the one line it says.
    fn that_says(name: &str, command: &mut Command) -> (Kept, String) {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(!line.trim().is_empty(), "{name} said nothing and ended");
        (Kept { child }, line.trim().to_owned())
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.signal("-TERM");
        let end = Instant::now() + Duration::from_secs(5);
        while self.runs() && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
        // What the program itself started may outlive it.
        self.signal("-KILL");
        let _ = self.child.wait();
    }
}

/// Waits until something is there, and says what was missing when it never came.
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "waited in vain until {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// The app, as it was built for this run.
pub fn app() -> PathBuf {
    built("BADGEFOLIO_APP", "badgefolio-app")
}

fn built(variable: &str, name: &str) -> PathBuf {
    let path = std::env::var_os(variable).map(PathBuf::from).unwrap_or_else(|| {
        // target/debug/deps/e2e-… lies beside target/debug/NAME.
        std::env::current_exe().unwrap().parent().and_then(Path::parent).unwrap().join(name)
    });
    assert!(path.is_file(), "{} is not built: run `make e2e`", path.display());
    path
}

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=@RUN@</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;
