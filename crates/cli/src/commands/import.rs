//! `import`: puts badges into the backpack.

use wallet::record::{CredentialRecord, Record};
use wallet::views::Failure;
use wallet::{Given, GivenKind, ImportTerms, Imported, Wallet};

use super::Came;
use super::checking::Means;
use super::following::Following;
use super::many;
use crate::app::App;
use crate::args::{Checking, Locked};
use crate::exit::Exit;
use crate::failing;
use crate::inputs::{Input, What, named};
use crate::lines;
use crate::report;
use crate::stopping::Stopping;

pub(crate) fn run(app: &App, inputs: &[String], hold: bool, locked: &Locked, checking: &Checking) -> Came {
    let password = locked.password()?;
    let at = super::checking::moment(checking)?;
    let wallet = app.open_or_make(at)?;
    let known = wallet.settings()?.consents;
    believe(app, &wallet, checking)?;
    let means = Means::remembering(app, checking, inputs, &known)?;
    let terms = ImportTerms {
        hold,
        recipients: checking.recipient.clone(),
        documents: means.documents.clone(),
        ask: Some(means.ask.as_ref()),
        password: password.as_ref(),
    };
    let inputs = named(inputs, true);
    let single = !inputs.iter().any(|input| matches!(input.what, What::Many(_)));
    let stopping = Stopping::on_interrupt();
    if single {
        app.out.progress(Some(inputs.len()), &app.words.cli_progress_reading());
    }
    let mut sum = Sum::default();
    let mut exit = Exit::Good;
    for input in &inputs {
        if stopping.wanted() {
            break;
        }
        let following = Following { app, wallet: &wallet, terms: &terms, checking };
        if let What::Many(path) = &input.what {
            exit = exit.and(many::run(app, &following, (input, path), &stopping, &mut sum)?);
            continue;
        }
        let records = match take_in(&following, input)? {
            Ok((imported, came)) => {
                if !app.out.json {
                    offer(app, &wallet, &imported)?;
                }
                exit = exit.and(came);
                imported.records()
            }
            Err(failure) => vec![Record::Nothing(failure)],
        };
        exit = exit.and(write(app, input, &records, &mut sum)?);
        app.out.step();
    }
    app.out.progress_done();
    wallet.allow(&means.answers.yes())?;
    if !app.out.json {
        sum.tell(app);
    }
    if stopping.wanted() {
        // Said even where nothing else is: what is there is not all there was.
        app.out.trouble(&app.words.cli_import_stopped());
        return Ok(Exit::Interrupted);
    }
    Ok(exit)
}

/// Lists and registers that are named go into the backpack: else the next check would not know them any more.
fn believe(app: &App, wallet: &Wallet, checking: &Checking) -> Result<(), Failure> {
    for path in &checking.trust_list {
        let (name, bytes) = super::checking::file(path)?;
        let list = wallet.add_trust_list(&name, &bytes)?.value;
        app.out.aside(&app.words.cli_done_trust_list_added(list.authorities, &list.name));
    }
    for path in &checking.registry {
        let (name, bytes) = super::checking::file(path)?;
        let Some(registry) = wallet.add_registry(&name, &bytes)?.value.added else {
            return Err(Failure::new("registry.is-directory").with("name", name));
        };
        app.out.aside(&app.words.cli_done_registry_added(&registry.name));
    }
    Ok(())
}

/// What was put where, added up.
#[derive(Default)]
pub(super) struct Sum {
    kept: u32,
    held: u32,
}

impl Sum {
    /// Says it.
    pub(super) fn tell(&self, app: &App) {
        app.out.aside(&app.words.cli_import_sum(self.kept));
        if self.held > 0 {
            app.out.aside(&app.words.cli_import_held(self.held));
        }
    }
}

/// The outer error ends the run: the backpack itself failed. The inner one is only this input's.
fn take_in(following: &Following<'_>, input: &Input) -> Result<Result<(Imported, Exit), Failure>, Failure> {
    if let What::Address(address) = &input.what {
        return following.address(address).map(Ok);
    }
    match input.read() {
        Ok(bytes) => {
            let given = Given { name: input.name.clone(), bytes: bytes.into_owned(), kind: GivenKind::File };
            let imported = following.wallet.import(&given, following.terms)?.value;
            following.links(imported).map(Ok)
        }
        Err(failure) => Ok(Err(failure)),
    }
}

/// Writes what came of one input.
pub(super) fn write(app: &App, input: &Input, records: &[Record], sum: &mut Sum) -> Came {
    let mut exit = Exit::Good;
    let found = records.iter().any(|record| matches!(record, Record::Credential(_)));
    for record in records {
        if let (Record::Nothing(_), Some(_)) = (record, &input.folder) {
            continue;
        }
        exit = exit.and(of_record(record, found));
        if let Record::Credential(credential) = record {
            count(credential, sum);
        }
        if app.out.json {
            app.out.line(&lines::record(&input.name, record, app.data))?;
            continue;
        }
        match record {
            Record::Credential(credential) => {
                app.out.text(&app.words.cli_found_in(&input.name, &credential.path))?;
                app.out.text(&report::credential(app.words, credential, app.out.quiet))?;
                app.out.text(&format!("  {}", became(app, credential)))?;
                for same in credential.kept.iter().flat_map(|kept| &kept.perhaps_same) {
                    app.out.text(&format!("  {}", app.words.cli_perhaps_same(&same.id, &same.name)))?;
                }
            }
            Record::Link(link) => {
                app.out.text(&app.words.cli_found_in(&input.name, &link.path))?;
                app.out.text(&format!("  {}", report::link(app.words, link)))?;
            }
            Record::Nothing(failure) => app.tell(failure),
        }
    }
    Ok(exit)
}

fn count(credential: &CredentialRecord, sum: &mut Sum) {
    match credential.kept.as_ref().map(|kept| (kept.waits, kept.decision)) {
        Some((_, "known")) | None => {}
        Some((true, _)) => sum.held += 1,
        Some((false, _)) => sum.kept += 1,
    }
}

fn became(app: &App, credential: &CredentialRecord) -> String {
    let words = app.words;
    let Some(kept) = &credential.kept else {
        return String::new();
    };
    let mut text = match kept.decision {
        "known" => words.cli_kept_known(&kept.badge),
        _ if kept.waits => words.cli_held(&kept.badge),
        "copy" => words.cli_kept_copy(&kept.badge),
        "renewal" => words.cli_kept_renewal(&kept.badge),
        _ => words.cli_kept_new(&kept.badge),
    };
    if credential.unread {
        text.push(' ');
        text.push_str(&words.cli_not_read());
    }
    text
}

/// What waits: for a yes, for a document, for somebody to follow a link.
fn of_record(record: &Record, found: bool) -> Exit {
    match record {
        Record::Credential(credential) => match &credential.kept {
            Some(kept) if kept.waits || credential.unread => Exit::Undecided,
            _ => Exit::Good,
        },
        Record::Link(_) if found => Exit::Good,
        Record::Link(_) => Exit::Undecided,
        Record::Nothing(failure) => failing::exit(failure),
    }
}

/// "Is this you?", once for each address.
pub(super) fn offer(app: &App, wallet: &Wallet, imported: &Imported) -> Result<(), Failure> {
    if let Some(address) = wallet.offer_address(&imported.examined)? {
        app.out.aside(&app.words.cli_is_this_you(&address));
    }
    Ok(())
}
