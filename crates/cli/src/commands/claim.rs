//! `claim`: takes what an issuer offers.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;
use wallet::checking::{Consent, Hosts};
use wallet::views::{ClaimSends, ClaimView, Failure, PinView};
use wallet::{Browser, ClaimOutcome, ClaimTerms, Imported, SecretString};
use words::Words;

use super::Came;
use super::import::{Sum, write};
use crate::app::{App, passphrase_in};
use crate::exit::Exit;
use crate::inputs::{Input, What};
use crate::out::Out;

/// How a claim is made.
pub(crate) struct How<'a> {
    /// Only say what is offered.
    pub(crate) look: bool,
    /// A file with the code that the issuer gave the person.
    pub(crate) pin_file: Option<&'a Path>,
    /// Hosts that may be asked.
    pub(crate) allow: &'a [String],
    /// Say where to sign in, and wait for the browser, also without a terminal.
    pub(crate) sign_in: bool,
    /// Leave what comes in the Inbox.
    pub(crate) hold: bool,
}

/// Offers are longer than anything one types, and shorter than this.
const LONGEST: u64 = 64 * 1024;

pub(crate) fn run(app: &App, offer: &str, how: &How<'_>) -> Came {
    let offer = match offer {
        "-" => {
            let mut text = String::new();
            let read = std::io::stdin().take(LONGEST).read_to_string(&mut text);
            read.map_err(|_| Failure::new("file.unreadable").with("name", "-"))?;
            text
        }
        named => named.to_owned(),
    };
    if how.look {
        return look(app, &app.wallet(None)?.claim_look(&offer)?);
    }
    let wallet = app.open_or_make(None)?;
    let view = wallet.claim_look(&offer)?;
    if !app.out.json {
        app.out.aside(&app.words.cli_claim_offered(&view.host));
        for sent in &view.sends {
            app.out.aside(&format!("  {}", self::sent(app, *sent)));
        }
    }
    let interactive = Out::can_ask();
    let consent: Arc<dyn Consent> = Arc::new(Told {
        named: Hosts::new(how.allow),
        all: how.allow.iter().any(|host| host == "all"),
        asking: interactive.then(|| app.words.for_data()),
        answers: Mutex::default(),
    });
    let browser = Terminal(app);
    let unreadable = |file: &Path| Failure::new("file.unreadable").with("name", file.display().to_string());
    let mut pin = match how.pin_file {
        Some(file) => Some(passphrase_in(file).map_err(|_| unreadable(file))?),
        None => None,
    };
    loop {
        let terms = ClaimTerms {
            pin: pin.take(),
            consent: Some(Arc::clone(&consent)),
            browser: (interactive || how.sign_in).then_some(&browser as &dyn Browser),
            hold: how.hold,
            ..ClaimTerms::default()
        };
        match wallet.claim_import(&offer, &terms)?.value {
            ClaimOutcome::Given { imported, later } => {
                return given(app, &view, &imported, later.as_deref());
            }
            ClaimOutcome::AskHosts(hosts) => return ask_hosts(app, &view, &hosts),
            ClaimOutcome::AskPin { pin: asked, wrong } => {
                if !interactive {
                    return ask_pin(app, &view, &asked, wrong);
                }
                pin = Some(typed(app, &asked, wrong)?);
            }
        }
    }
}

/// Who may be asked and told who the person is: hosts that were named, and on a terminal those that were answered yes for. What was
/// agreed to for looking things up counts for nothing here.
struct Told {
    named: Hosts,
    all: bool,
    asking: Option<Words>,
    answers: Mutex<BTreeMap<String, bool>>,
}

impl Consent for Told {
    fn may_ask(&self, host: &str) -> bool {
        if self.all || self.named.may_ask(host) {
            return true;
        }
        let Some(words) = self.asking else { return false };
        // Held while asking, so that nobody is asked two things at once.
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = answers.get(host) {
            return *answer;
        }
        let mut stderr = std::io::stderr();
        let asked = write!(stderr, "{} ", words.cli_claim_ask_host(host)).and_then(|()| stderr.flush());
        let mut line = String::new();
        let yes = asked.is_ok()
            && std::io::stdin().read_line(&mut line).is_ok()
            && line.trim().to_lowercase().starts_with(&words.cli_answer_yes());
        answers.insert(host.to_owned(), yes);
        yes
    }
}

/// The person's browser, as far as a terminal has one: it says where to go.
struct Terminal<'a>(&'a App);

impl Browser for Terminal<'_> {
    fn open(&self, address: &str) -> bool {
        // Without the marks that keep directions apart: it is to be copied.
        self.0.out.trouble(&self.0.words.for_data().cli_claim_sign_in(address));
        true
    }

    fn page(&self) -> String {
        self.0.words.cli_claim_back()
    }
}

fn look(app: &App, view: &ClaimView) -> Came {
    if app.out.json {
        app.out.line(&json!({ "offer": view }))?;
        return Ok(Exit::Good);
    }
    app.out.text(&app.words.cli_claim_offered(&view.host))?;
    for name in &view.offered {
        app.out.text(&format!("  {name}"))?;
    }
    for sent in &view.sends {
        app.out.text(&format!("  {}", self::sent(app, *sent)))?;
    }
    Ok(Exit::Good)
}

fn sent(app: &App, sent: ClaimSends) -> String {
    match sent {
        ClaimSends::Code => app.words.cli_claim_sends_code(),
        ClaimSends::Pin => app.words.cli_claim_sends_pin(),
        ClaimSends::SignIn => app.words.cli_claim_sends_sign_in(),
        ClaimSends::HolderId => app.words.cli_claim_sends_id(),
        ClaimSends::Signature => app.words.cli_claim_sends_signature(),
    }
}

fn given(app: &App, view: &ClaimView, imported: &[Imported], later: Option<&str>) -> Came {
    // The offer itself holds a code, so that it is not written out again.
    let input = Input { name: view.host.clone(), what: What::StandardInput, folder: None };
    let mut sum = Sum::default();
    let mut exit = Exit::Good;
    for one in imported {
        exit = exit.and(write(app, &input, &one.records(), &mut sum)?);
    }
    if let Some(host) = later {
        exit = exit.and(Exit::Undecided);
        if app.out.json {
            app.out.line(&json!({ "input": input.name, "claim": { "asks": "time", "host": host } }))?;
        } else {
            app.out.trouble(&app.words.cli_claim_later(host));
        }
    }
    if !app.out.json {
        sum.tell(app);
    }
    Ok(exit)
}

fn ask_hosts(app: &App, view: &ClaimView, hosts: &[String]) -> Came {
    if app.out.json {
        app.out.line(&json!({ "input": view.host, "claim": { "asks": "hosts", "hosts": hosts } }))?;
    } else {
        app.out.trouble(&app.words.cli_claim_hosts(&hosts.join(", ")));
    }
    Ok(Exit::Undecided)
}

fn ask_pin(app: &App, view: &ClaimView, pin: &PinView, wrong: bool) -> Came {
    if app.out.json {
        app.out
            .line(&json!({ "input": view.host, "claim": { "asks": "pin", "pin": pin, "wrong": wrong } }))?;
    } else {
        app.out.trouble(&pin_words(app, pin, wrong));
    }
    Ok(Exit::Undecided)
}

fn typed(app: &App, pin: &PinView, wrong: bool) -> Result<SecretString, Failure> {
    app.ask(&format!("{} ", pin_words(app, pin, wrong)))
}

fn pin_words(app: &App, pin: &PinView, wrong: bool) -> String {
    let words = app.words;
    let mut text = if wrong { words.cli_claim_pin_wrong() } else { words.cli_claim_pin() };
    if let Some(description) = &pin.description {
        text = format!("{text} {}", words.cli_claim_pin_said(description));
    }
    text
}
