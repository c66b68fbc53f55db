//! `verify`: checks badges; needs no backpack and keeps nothing but the documents it was told to keep.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

use wallet::checking::{Answered, ArchiveWriter, DocUrl, NoArchive};
use wallet::{Examined, Judge, SecretString, unlock};

use super::Came;
use super::checking::{Folders, Means, Told, tell};
use crate::app::App;
use crate::args::Checking;
use crate::exit::Exit;
use crate::inputs::{Input, Inputs, What};

/// How badges are checked.
pub(crate) struct How<'a> {
    /// Where what was fetched and used is kept.
    pub(crate) record: Option<&'a Path>,
    /// Whether issuers are asked for newer versions that they offer.
    pub(crate) refresh: bool,
    /// How many files at the same time.
    pub(crate) jobs: Option<usize>,
    /// The password for what another wallet locked.
    pub(crate) password: Option<&'a SecretString>,
}

pub(crate) fn run(app: &App, inputs: &[String], how: &How<'_>, checking: &Checking) -> Came {
    let means = Means::of(app, checking, inputs, &[])?;
    let mut judge = Judge::new(means.now(), &NoArchive, means.ask.as_ref());
    judge.recipients_from(&checking.recipient);
    judge.known = means.documents.clone();
    judge.registries = means.registries.clone();
    // Before anybody is asked for anything: what cannot be kept need not be fetched.
    let mut writer = how.record.map(ArchiveWriter::open).transpose()?;
    let inputs = Inputs::of(inputs, true);
    app.out.progress(inputs.how_many(), &app.words.cli_progress_checking());

    let mut exit = Exit::Good;
    let mut folders = Folders::default();
    let look = |input: &Input| {
        let examined = look(&judge, input, how);
        let told = tell(app, input, &examined.records());
        // Documents can be large: kept only for as long as somebody wants them.
        let used = if how.record.is_some() { examined.answers().collect() } else { Vec::new() };
        Looked { told, used }
    };
    let all = in_order(inputs, how.jobs, &look, &mut |input, Looked { told, used }| {
        if let Some(writer) = &mut writer {
            for (url, answered) in &used {
                writer.add(url, answered)?;
            }
        }
        exit = exit.and(folders.next(app, input, told.something)?);
        exit = exit.and(told.write(app)?);
        app.out.step();
        Ok(Exit::Good)
    });
    app.out.progress_done();
    // Also where nobody reads any more what is written.
    let recorded = writer.map(ArchiveWriter::finish).transpose()?;
    all?;
    exit = exit.and(folders.end(app)?);
    if let (Some(recorded), Some(folder), false) = (recorded, how.record, app.out.json) {
        let folder = folder.display().to_string();
        app.out.aside(&app.words.cli_recorded(recorded.new, &folder));
        if recorded.left_out > 0 {
            app.out.trouble(&app.words.cli_recorded_left_out(recorded.left_out, &folder));
        }
    }
    Ok(exit)
}

/// What came of one input: everything that another thread need not make any more.
struct Looked {
    told: Told,
    used: Vec<(DocUrl, Answered)>,
}

fn look(judge: &Judge<'_>, input: &Input, how: &How<'_>) -> Examined {
    let mut examined = match &input.what {
        What::Address(address) => judge.examine_address(address),
        _ => match input.read() {
            Ok(bytes) => judge.examine(unlock(&input.name, &bytes, how.password)),
            Err(failure) => Examined::failed(&input.name, failure),
        },
    };
    if how.refresh {
        judge.refresh_all(&mut examined);
    }
    examined
}

/// Looks at all inputs with several threads, and takes what came of them in the order given, as it becomes known.
fn in_order<T: Send>(
    inputs: Inputs,
    jobs: Option<usize>,
    look: &(dyn Fn(&Input) -> T + Sync),
    take: &mut dyn FnMut(&Input, T) -> Came,
) -> Came {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = jobs.unwrap_or(processors).clamp(1, 64).min(inputs.how_many().unwrap_or(usize::MAX).max(1));
    let inputs = Mutex::new(inputs.enumerate());
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(jobs * 2);
        for _ in 0..jobs {
            let (send, inputs, over) = (send.clone(), &inputs, &over);
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    let next = inputs.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((at, input)) = next else { break };
                    let looked = look(&input);
                    // Of what was read nothing is needed any more but what it is called.
                    let input = Input { what: What::Nothing, ..input };
                    if send.send((at, (input, looked))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut due = 0;
        let mut came = Ok(Exit::Good);
        'all: for (at, looked) in &receive {
            early.insert(at, looked);
            while let Some((input, looked)) = early.remove(&due) {
                came = take(&input, looked);
                if came.is_err() {
                    break 'all;
                }
                due += 1;
            }
        }
        over.store(true, Ordering::Relaxed);
        drop(receive);
        came
    })
}
