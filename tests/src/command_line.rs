//! `badgefolio` as a test runs it.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use strict_json::Value;
use tempfile::TempDir;

/// The command line with a home, a backpack and a passphrase of its own; all of it is gone when this is dropped.
///
/// It never speaks to a keyring and never to a network: the session bus is taken away, and a test that wants documents
/// names an archive.
#[derive(Debug)]
pub struct CommandLine {
    folder: TempDir,
    environment: Vec<(OsString, OsString)>,
}

/// What one run gave.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The exit code; 256 + signal where a signal ended it.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it said on the error channel.
    pub said: String,
}

impl CommandLine {
    /// A fresh one.
    pub fn new() -> CommandLine {
        let folder =
            tempfile::Builder::new().prefix("badgefolio-test-").tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("passphrase"), "correct horse battery staple\n")
            .expect("a file in it");
        CommandLine { folder, environment: Vec::new() }
    }

    /// With a variable of the environment more.
    #[must_use]
    pub fn with(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> CommandLine {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// The program that is run, built if it was not.
    pub fn program() -> &'static Path {
        binary()
    }

    /// Its folder, for files a test needs on the way. The backpack is the folder `backpack` in it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file of the folder, written.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file in the temporary folder");
        path
    }

    /// Runs it with these arguments, the backpack and the passphrase file.
    pub fn run<I, S>(&self, arguments: I) -> Ran
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.run_with(arguments, &[])
    }

    /// The same, with bytes on its standard input.
    pub fn run_with<I, S>(&self, arguments: I, input: &[u8]) -> Ran
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let mut child = self
            .command()
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("badgefolio starts");
        // A program that refuses before it reads closes the pipe: no matter.
        let _ = child.stdin.take().map(|mut pipe| pipe.write_all(input));
        let output = child.wait_with_output().expect("badgefolio ends");
        Ran {
            code: exit_code(output.status),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The program with its environment, for a test that speaks with it while it runs.
    pub fn command(&self) -> Command {
        let folder = self.folder.path();
        let mut command = Command::new(binary());
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", folder)
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("XDG_RUNTIME_DIR", folder.join("run"))
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("BADGEFOLIO_HOME", folder.join("backpack"))
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(folder)
            .arg("--passphrase-file")
            .arg(folder.join("passphrase"));
        command
    }
}

impl Default for CommandLine {
    fn default() -> CommandLine {
        CommandLine::new()
    }
}

impl Ran {
    /// Its JSON Lines. Fails with what was said where a line is none.
    pub fn lines(&self) -> Vec<Value> {
        let read = |line| {
            serde_json::from_str(line)
                .unwrap_or_else(|error| panic!("no JSON: {error}: {line}\nsaid: {}", self.said))
        };
        self.out.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
    }

    /// Its one JSON document.
    pub fn document(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("no JSON: {error}: {}\nsaid: {}", self.out, self.said))
    }

    /// Goes on only if the exit code is this one.
    #[track_caller]
    pub fn expect(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "exit code; said: {}\nprinted: {}", self.said, self.out);
        self
    }
}

#[cfg(unix)]
fn exit_code(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt as _;
    status.code().unwrap_or_else(|| 256 + status.signal().unwrap_or_default())
}

#[cfg(not(unix))]
fn exit_code(status: std::process::ExitStatus) -> i32 {
    status.code().unwrap_or(256)
}

/// The program: what `BADGEFOLIO_BIN` names, else built into the folder this test came from.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(named) = std::env::var_os("BADGEFOLIO_BIN") {
            return named.into();
        }
        // …/target/PROFILE/deps/flows-0123 → …/target/PROFILE
        let test = std::env::current_exe().expect("the test knows its own file");
        let profile = test.parent().and_then(Path::parent).expect("a test lies in target/PROFILE/deps");
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--quiet", "--package", "badgefolio-cli", "--bin", "badgefolio"]);
        cargo.args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"),
            "--target-dir",
        ]);
        cargo.arg(profile.parent().expect("a profile lies in the target folder"));
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().expect("cargo runs").success(), "badgefolio-cli does not build");
        profile.join(format!("badgefolio{}", std::env::consts::EXE_SUFFIX))
    })
}
