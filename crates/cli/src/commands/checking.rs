//! What `verify`, `import` and `review` have in common.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use wallet::checking::{Ask, Documents, Nobody, Online, read_archive};
use wallet::ports::Clock as _;
use wallet::record::Record;
use wallet::views::Failure;
use wallet::{Ports, Registries, ports};

use crate::app::App;
use crate::args::Checking;
use crate::commands::Came;
use crate::consent::{Answers, consent};
use crate::exit::Exit;
use crate::failing;
use crate::inputs::{Input, nothing_in};
use crate::lines;
use crate::out;
use crate::report;

/// The clock, the documents and the network of a run.
pub(crate) struct Means {
    pub(crate) at: Option<Timestamp>,
    pub(crate) documents: Documents,
    pub(crate) ask: Box<dyn Ask>,
    pub(crate) registries: Registries,
    /// What was answered on the terminal.
    pub(crate) answers: Arc<Answers>,
}

impl Means {
    /// What the options say. `known`: hosts that were allowed for good.
    pub(crate) fn of(
        app: &App,
        checking: &Checking,
        inputs: &[String],
        known: &[String],
    ) -> Result<Means, Failure> {
        Means::made(app, checking, inputs, known, false)
    }

    /// As [`Means::of`], where a yes on the terminal is remembered in the backpack.
    pub(crate) fn remembering(
        app: &App,
        checking: &Checking,
        inputs: &[String],
        known: &[String],
    ) -> Result<Means, Failure> {
        Means::made(app, checking, inputs, known, true)
    }

    fn made(
        app: &App,
        checking: &Checking,
        inputs: &[String],
        known: &[String],
        kept: bool,
    ) -> Result<Means, Failure> {
        let answers = Arc::<Answers>::default();
        let asking = (kept, &answers);
        let documents = match &checking.documents {
            Some(folder) => read_archive(folder)?,
            None => Documents::default(),
        };
        let fetch = Ports::system().fetch.filter(|_| !checking.offline);
        let ask: Box<dyn Ask> = match fetch {
            Some(fetch) => {
                let online = Online::new(fetch, consent(app, checking, inputs, known, asking));
                Box::new(online.dated_by(Arc::new(ports::SystemClock)))
            }
            None => Box::new(Nobody),
        };
        let at = moment(checking)?;
        let registries = registries(checking, at.unwrap_or_else(|| ports::SystemClock.now()))?;
        Ok(Means { at, documents, ask, registries, answers })
    }

    /// The moment to judge at.
    pub(crate) fn now(&self) -> Timestamp {
        self.at.unwrap_or_else(|| ports::SystemClock.now())
    }
}

/// What `--registry` and `--trust-list` name.
fn registries(checking: &Checking, now: Timestamp) -> Result<Registries, Failure> {
    let mut registries = Registries::new();
    for path in &checking.registry {
        let (name, bytes) = file(path)?;
        wallet::read_registry(&mut registries, &name, &bytes, now)?;
    }
    for path in &checking.trust_list {
        let (name, bytes) = file(path)?;
        registries.add_trust_list(wallet::read_trust_list(&name, &bytes)?);
    }
    Ok(registries)
}

/// A file that an option names: its name for people, and its bytes.
pub(crate) fn file(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let shown = path.display().to_string();
    let small = std::fs::metadata(path).map_err(|_| Failure::new("file.no-such").with("name", &shown))?.len()
        <= wallet::LARGEST_FILE;
    let bytes = if small { std::fs::read(path).ok() } else { None };
    let bytes = bytes.ok_or_else(|| Failure::new("file.unreadable").with("name", &shown))?;
    let name = path.file_name().map_or(shown, |name| name.to_string_lossy().into_owned());
    Ok((name, bytes))
}

/// The moment of `--at`.
pub(crate) fn moment(checking: &Checking) -> Result<Option<Timestamp>, Failure> {
    let Some(text) = &checking.at else {
        return Ok(None);
    };
    text.parse().map(Some).map_err(|_| Failure::new("cli.time").with("text", text))
}

/// What there is to say about one input, ready to be written. Made by whoever looked at the input, so that several
/// threads word several inputs at the same time.
#[derive(Debug)]
pub(crate) struct Told {
    said: Vec<Said>,
    exit: Exit,
    /// Whether there was a credential or a link.
    pub(crate) something: bool,
}

/// One thing to write.
#[derive(Debug)]
enum Said {
    /// To standard output, with its line ends.
    Result(String),
    /// To where failures are told.
    Failure(Failure),
}

/// Words the records of one input.
pub(crate) fn tell(app: &App, input: &Input, records: &[Record]) -> Told {
    let mut told = Told { said: Vec::new(), exit: Exit::Good, something: something(records) };
    let found = records.iter().any(|record| matches!(record, Record::Credential(_)));
    for record in records {
        if let (Record::Nothing(_), Some(_)) = (record, &input.folder) {
            // A file passed over inside a folder is no error.
            continue;
        }
        told.exit = told.exit.and(of_record(record, found));
        if app.out.json {
            told.line(&out::json(&lines::record(&input.name, record, app.data)));
            continue;
        }
        match record {
            Record::Credential(credential) => {
                if !app.out.quiet {
                    told.line(&app.words.cli_found_in(&input.name, &credential.path));
                }
                told.line(&report::credential(app.words, credential, app.out.quiet));
            }
            Record::Link(link) => {
                if !app.out.quiet {
                    told.line(&app.words.cli_found_in(&input.name, &link.path));
                }
                told.line(&format!("  {}", report::link(app.words, link)));
            }
            Record::Nothing(failure) => told.said.push(Said::Failure(failure.clone())),
        }
    }
    told
}

impl Told {
    /// What stands together is written at once.
    fn line(&mut self, text: &str) {
        match self.said.last_mut() {
            Some(Said::Result(so_far)) => {
                so_far.push_str(text);
                so_far.push('\n');
            }
            _ => self.said.push(Said::Result(format!("{text}\n"))),
        }
    }

    /// Writes it. Gives the exit that its verdicts come to.
    pub(crate) fn write(self, app: &App) -> Came {
        for said in self.said {
            match said {
                Said::Result(text) => app.out.bytes(text.as_bytes())?,
                Said::Failure(failure) => app.tell(&failure),
            }
        }
        Ok(self.exit)
    }
}

/// The exit of `verify` for a record. A link counts only where no credential was read beside it.
fn of_record(record: &Record, found: bool) -> Exit {
    match record {
        // A newer version follows, and counts in its place.
        Record::Credential(credential) if credential.superseded => Exit::Good,
        Record::Credential(credential) => match &credential.checked {
            Some(checked) => of_verdict(&checked.verdict),
            None => Exit::Good,
        },
        Record::Link(_) if found => Exit::Good,
        Record::Link(_) => Exit::Undecided,
        Record::Nothing(failure) => failing::exit(failure),
    }
}

/// The exit of a verdict.
pub(crate) fn of_verdict(verdict: &str) -> Exit {
    match verdict {
        "valid" => Exit::Good,
        "inconclusive" => Exit::Undecided,
        _ => Exit::NotValid,
    }
}

/// Which folders held nothing at all: told once each, after their last file.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    current: Option<(String, bool)>,
}

impl Folders {
    /// The next input; `something`: whether a credential or link was in it.
    pub(crate) fn next(&mut self, app: &App, input: &Input, something: bool) -> Came {
        let mut exit = Exit::Good;
        if self.current.as_ref().map(|(name, _)| name) != input.folder.as_ref() {
            exit = self.end(app)?;
            self.current = input.folder.clone().map(|name| (name, false));
        }
        if let Some((_, any)) = &mut self.current {
            *any |= something;
        }
        Ok(exit)
    }

    /// After the last input.
    pub(crate) fn end(&mut self, app: &App) -> Came {
        match self.current.take() {
            Some((name, false)) => {
                let failure = nothing_in(&name);
                if app.out.json {
                    app.out.line(&failing::object(&name, &failure, app.data))?;
                } else {
                    app.tell(&failure);
                }
                Ok(failing::exit(&failure))
            }
            _ => Ok(Exit::Good),
        }
    }
}

/// Whether there is a credential or a link among these.
pub(crate) fn something(records: &[Record]) -> bool {
    records.iter().any(|record| !matches!(record, Record::Nothing(_)))
}
