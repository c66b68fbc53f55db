//! Whom this run may ask: hosts that were named, and on a terminal those that were answered yes for, each once.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use wallet::checking::{AllHosts, Consent, Hosts, NoHosts, looks_up};
use words::Words;

use crate::app::App;
use crate::args::Checking;
use crate::out::Out;

/// What was answered on the terminal, once a host.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<BTreeMap<String, bool>>);

impl Answers {
    /// The hosts that were answered yes for.
    pub(crate) fn yes(&self) -> Vec<String> {
        let answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        answers.iter().filter(|(_, yes)| **yes).map(|(host, _)| host.clone()).collect()
    }
}

/// Asks on the terminal, once a host.
struct Asking {
    named: Hosts,
    answers: Arc<Answers>,
    words: Words,
    /// Whether a yes is remembered beyond this run, which the question then says.
    kept: bool,
}

impl Consent for Asking {
    fn may_ask(&self, host: &str) -> bool {
        if self.named.may_ask(host) {
            return true;
        }
        // Held while asking, so that nobody is asked two things at once.
        let mut answers = self.answers.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = answers.get(host) {
            return *answer;
        }
        let mut stderr = std::io::stderr();
        let words = &self.words;
        let question = match (looks_up(host), self.kept) {
            (Some(domain), true) => words.cli_ask_dns_kept(domain),
            (Some(domain), false) => words.cli_ask_dns(domain),
            (None, true) => words.cli_ask_host_kept(host),
            (None, false) => words.cli_ask_host(host),
        };
        let asked = write!(stderr, "{question}").and_then(|()| stderr.flush());
        let mut line = String::new();
        let yes = asked.is_ok()
            && std::io::stdin().read_line(&mut line).is_ok()
            && line.trim().to_lowercase().starts_with(&self.words.cli_answer_yes());
        answers.insert(host.to_owned(), yes);
        yes
    }
}

/// The consent of a run. Without a terminal only named hosts are reached. `asking`: whether a yes is remembered, and where
/// what is answered goes.
pub(crate) fn consent(
    app: &App,
    checking: &Checking,
    inputs: &[String],
    known: &[String],
    (kept, answers): (bool, &Arc<Answers>),
) -> Arc<dyn Consent> {
    if checking.offline {
        return Arc::new(NoHosts);
    }
    if checking.allow.iter().any(|host| host == "all") {
        return Arc::new(AllHosts);
    }
    // Where standard input is the badge, nobody can answer on it.
    let interactive = Out::can_ask() && !inputs.iter().any(|input| input == "-");
    if interactive {
        let named = Hosts::new(checking.allow.iter().chain(known));
        let (answers, words) = (Arc::clone(answers), app.words.for_data());
        return Arc::new(Asking { named, answers, words, kept });
    }
    Arc::new(Hosts::new(&checking.allow))
}
