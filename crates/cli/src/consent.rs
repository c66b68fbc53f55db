//! Whom this run may ask: hosts that were named, and on a terminal those that were answered yes for, each once.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use wallet::checking::{AllHosts, Consent, Hosts, NoHosts};
use words::Words;

use crate::app::App;
use crate::args::Checking;
use crate::out::Out;

/// Asks on the terminal, once a host.
struct Asking {
    named: Hosts,
    answers: Mutex<BTreeMap<String, bool>>,
    words: Words,
}

impl Consent for Asking {
    fn may_ask(&self, host: &str) -> bool {
        if self.named.may_ask(host) {
            return true;
        }
        // Held while asking, so that nobody is asked two things at once.
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = answers.get(host) {
            return *answer;
        }
        let mut stderr = std::io::stderr();
        let asked = write!(stderr, "{}", self.words.cli_ask_host(host)).and_then(|()| stderr.flush());
        let mut line = String::new();
        let yes = asked.is_ok()
            && std::io::stdin().read_line(&mut line).is_ok()
            && line.trim().to_lowercase().starts_with(&self.words.cli_answer_yes());
        answers.insert(host.to_owned(), yes);
        yes
    }
}

/// The consent of a run. Without a terminal only named hosts are reached.
pub(crate) fn consent(
    app: &App,
    checking: &Checking,
    inputs: &[String],
    known: &[String],
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
        return Arc::new(Asking { named, answers: Mutex::default(), words: app.words.for_data() });
    }
    Arc::new(Hosts::new(&checking.allow))
}
