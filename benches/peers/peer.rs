//! A foreign verifier in a process of its own that stays warm: a line in, a line out.

use std::cell::{Cell, RefCell};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use strict_json::{Map, Value, json};

pub(crate) struct Peer {
    child: RefCell<Child>,
    input: RefCell<Option<ChildStdin>>,
    output: RefCell<BufReader<ChildStdout>>,
    loaded: Cell<usize>,
}

/// What is verified, with what is published.
pub(crate) struct Job<'a> {
    pub(crate) files: &'a [Vec<u8>],
    pub(crate) published: &'a [(String, Value)],
    /// Members of the job beside these.
    pub(crate) more: Value,
}

/// What was loaded: its name, and how many files it has.
pub(crate) struct Loaded(String, usize);

impl Peer {
    pub(crate) fn node() -> Peer {
        let mut command = Command::new("node");
        command.arg(folder().join("measure.mjs"));
        Peer::start(command)
    }

    pub(crate) fn python() -> Peer {
        let cache = std::env::var_os("BADGEFOLIO_CACHE").map_or_else(
            || PathBuf::from(std::env::var_os("HOME").expect("a home")).join(".cache/badgefolio"),
            PathBuf::from,
        );
        let mut command = Command::new(cache.join("interop-venv/bin/python"));
        command.arg(folder().join("measure.py"));
        Peer::start(command)
    }

    fn start(mut command: Command) -> Peer {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the peer is installed by scripts/interop-setup.sh");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        Peer {
            child: RefCell::new(child),
            input: RefCell::new(input),
            output: RefCell::new(output),
            loaded: Cell::new(0),
        }
    }

    fn ask(&self, job: &Value) -> Value {
        let mut input = self.input.borrow_mut();
        writeln!(input.as_mut().expect("a pipe"), "{job}").expect("the peer reads");
        let mut line = String::new();
        self.output.borrow_mut().read_line(&mut line).expect("the peer answers");
        serde_json::from_str(&line).expect("the peer answers in JSON")
    }

    pub(crate) fn load(&self, job: Job<'_>) -> Loaded {
        self.loaded.set(self.loaded.get() + 1);
        let name = format!("job-{}", self.loaded.get());
        let texts: Vec<&str> =
            job.files.iter().map(|file| std::str::from_utf8(file).expect("text")).collect();
        let documents: Map = job.published.iter().cloned().collect();
        let mut message = json!({ "load": name, "texts": texts, "documents": documents });
        let members = message.as_object_mut().expect("an object");
        members.extend(job.more.as_object().cloned().unwrap_or_default());
        assert_eq!(self.ask(&message)["loaded"], texts.len());
        Loaded(name, texts.len())
    }

    /// The peer verifies each file once; each has to be good.
    pub(crate) fn turn(&self, loaded: &Loaded, peer: &str) -> Duration {
        let answer = self.ask(&json!({ "turn": loaded.0, "peer": peer }));
        assert_eq!(answer["good"], loaded.1, "{peer} refuses: {}", answer["error"]);
        Duration::from_secs_f64(answer["seconds"].as_f64().expect("seconds"))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It ends with its input.
        self.input.borrow_mut().take();
        self.child.borrow_mut().wait().ok();
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/interop/peers")
}
