//! The question on the terminal, at a terminal: whom it names, what is said to be sent, and what a yes and a no do.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use strict_json::json;
use wallet_tests::CommandLine;
use wallet_tests::network::{Reply, inside};

use crate::{issuer, mail_keys};

const HOST: &str = "school.example.org";

/// The program at a terminal of its own (`script` of bsdutils), with somebody who reads and types.
struct Terminal {
    script: Child,
    keys: Option<ChildStdin>,
    shown: Receiver<Vec<u8>>,
    text: String,
}

impl Terminal {
    fn run(line: &CommandLine, arguments: &[&str]) -> Terminal {
        let program = line.command();
        let quoted = |word: &OsStr| format!("'{}'", word.to_str().unwrap().replace('\'', "'\\''"));
        let words = std::iter::once(program.get_program()).chain(program.get_args());
        let words = words.chain(arguments.iter().map(OsStr::new)).map(quoted);
        let command = words.collect::<Vec<_>>().join(" ");
        let mut script = Command::new("script")
            .args(["--quiet", "--return", "--flush", "--command", &command, "/dev/null"])
            .env_clear()
            .envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))))
            .current_dir(line.folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("script of bsdutils");
        let mut from = script.stdout.take().unwrap();
        let (tell, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = from.read(&mut bytes) {
                let _ = tell.send(bytes[..read].to_vec());
            }
        });
        let keys = script.stdin.take();
        Terminal { script, keys, shown, text: String::new() }
    }

    /// Waits until there is a question, and gives what was shown since the last.
    fn question(&mut self) -> String {
        let until = Instant::now() + Duration::from_secs(60);
        while !self.text.contains("[y/N]") {
            let left = until.saturating_duration_since(Instant::now());
            let bytes =
                self.shown.recv_timeout(left).unwrap_or_else(|_| panic!("no question: {}", self.text));
            self.text += &String::from_utf8_lossy(&bytes);
        }
        std::mem::take(&mut self.text)
    }

    fn answer(&mut self, answer: &str) {
        writeln!(self.keys.as_mut().unwrap(), "{answer}").unwrap();
    }

    /// To its end; its exit, and what was shown since the last question.
    fn end(mut self) -> (i32, String) {
        while let Ok(bytes) = self.shown.recv_timeout(Duration::from_secs(60)) {
            self.text += &String::from_utf8_lossy(&bytes);
        }
        drop(self.keys.take());
        let code = self.script.wait().unwrap().code().unwrap();
        assert!(!self.text.contains("[y/N]"), "asked once more: {}", self.text);
        (code, self.text)
    }
}

#[test]
fn a_no_asks_nobody_and_a_yes_asks_whom_it_named() {
    inside("asking::a_no_asks_nobody_and_a_yes_asks_whom_it_named", |network| {
        let host = network.serve(HOST, |_| Reply::json(issuer::did_document(HOST)));
        let line = network.command_line();
        let badge = |n: u8| {
            let id = format!("urn:uuid:11111111-0000-4000-8000-0000000000{n:02}");
            line.file(&format!("{n}.jwt"), issuer::token(&id, "Welding", Some(HOST), &json!({})).as_bytes())
        };
        let (first, second) = (badge(1), badge(2));
        let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());

        for no in ["n", "", "no way", "j"] {
            let mut terminal = Terminal::run(&line, &["verify", first]);
            let question = terminal.question();
            assert!(question.contains(&format!("Ask {HOST}?")), "{question}");
            assert!(question.contains("somebody checks this badge, and when"), "{question}");
            assert!(host.heard().is_empty(), "nobody is asked while the question stands");
            terminal.answer(no);
            let (code, shown) = terminal.end();
            assert_eq!(code, 2, "{shown}");
            assert!(host.heard().is_empty(), "{no:?}");
        }

        let mut terminal = Terminal::run(&line, &["verify", first]);
        terminal.question();
        terminal.answer("y");
        let (code, shown) = terminal.end();
        assert_eq!((code, host.heard().len()), (0, 1), "{shown}");
        // That yes was for one run.
        let mut terminal = Terminal::run(&line, &["verify", first]);
        terminal.question();
        terminal.answer("n");
        assert_eq!(terminal.end().0, 2);

        // Where a yes is remembered the question says so, and the next run asks nothing.
        let mut terminal = Terminal::run(&line, &["import", first]);
        let question = terminal.question();
        assert!(question.contains("A yes is remembered") && question.contains(HOST), "{question}");
        terminal.answer("yes");
        assert_eq!(terminal.end().0, 0);
        assert_eq!(host.heard().len(), 2);
        let (code, shown) = Terminal::run(&line, &["import", second]).end();
        assert_eq!(code, 0, "{shown}");
        // With a file behind it there is nobody to ask, and nobody is.
        line.run(["verify", second]).expect(2);
        // Named hosts are not asked about.
        let (code, shown) = Terminal::run(&line, &["verify", "--allow", HOST, first]).end();
        assert_eq!(code, 0, "{shown}");
        let before = host.heard().len();
        let (code, _) = Terminal::run(&line, &["verify", "--offline", first]).end();
        assert_eq!((code, host.heard().len()), (2, before), "offline there is no question either");
    });
}

#[test]
fn a_look_up_is_its_own_question() {
    inside("asking::a_look_up_is_its_own_question", |network| {
        let Some(names) = network.name_server(&mail_keys::uni()) else { return };
        let line = network.command_line();
        let file = line.file("badge.eml", &mail_keys::mail_of_uni());
        let file = file.to_str().unwrap();
        let mut terminal = Terminal::run(&line, &["verify", file]);
        let question = terminal.question();
        assert!(question.contains("the key of uni.example.org for its mails"), "{question}");
        assert!(question.contains("Your name server"), "{question}");
        terminal.answer("n");
        let (code, shown) = terminal.end();
        assert_eq!((code, names.asked().len()), (0, 0), "{shown}");

        let mut terminal = Terminal::run(&line, &["import", file]);
        assert!(terminal.question().contains("A yes is remembered"));
        terminal.answer("y");
        assert_eq!(terminal.end().0, 0);
        assert_eq!(names.asked(), ["TXT s1._domainkey.uni.example.org"]);
    });
}
