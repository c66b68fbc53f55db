//! One piece of work while it goes on: a thread of its own, words to the window at a bearable pace, and an open ear for
//! whoever wants it to stop.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use tauri::{AppHandle, Manager as _, State};
use tauri_specta::Event as _;
use wallet::{
    Done, Progress, Wallet, Watch,
    views::{ChangeSet, Failure, GatheredView},
};

use crate::{
    events::{Changes, Worked},
    jobs::{JobKind, JobState, JobView},
    shell::Shell,
};

/// How far it is, is told no oftener than this, whatever the pace of the work.
const PACE: Duration = Duration::from_millis(100);

/// What changed is told no oftener than this: the window asks for all of it anew.
const CHANGES_PACE: Duration = Duration::from_secs(1);

/// Work under way.
pub(crate) struct Work {
    app: AppHandle,
    id: u32,
    stop: Arc<AtomicBool>,
    pace: Mutex<Pace>,
}

/// When the window was told what.
struct Pace {
    told: Option<Instant>,
    told_changes: Instant,
    changes: ChangeSet,
}

impl Work {
    /// Begins it beside everything else. What comes of it is told by events.
    pub(crate) fn begin<F>(app: &AppHandle, kind: JobKind, name: String, work: F) -> JobView
    where
        F: FnOnce(&Wallet, &Work) -> Result<Done<GatheredView>, Failure> + Send + 'static,
    {
        let (view, stop) = app.state::<Shell>().jobs().add(kind, name);
        let pace = Pace { told: None, told_changes: Instant::now(), changes: ChangeSet::none() };
        let this = Work { app: app.clone(), id: view.id, stop, pace: Mutex::new(pace) };
        let (app, id) = (app.clone(), view.id);
        tauri::async_runtime::spawn(async move {
            let shell = app.state::<Shell>();
            let came = shell.change(move |wallet| work(wallet, &this)).await;
            let ended = shell.jobs().change(id, |view| match came {
                Ok(result) => {
                    view.state = JobState::Ended;
                    view.progress = result.progress.clone();
                    view.result = Some(result);
                }
                Err(failure) => {
                    view.state = JobState::Failed;
                    view.failure = Some(failure);
                }
            });
            if let Some(view) = ended {
                // A window that is closing hears nothing.
                let _ = Worked(view).emit(&app);
            }
        });
        view
    }

    /// Told what changed after each step; the window hears of it now and then.
    pub(crate) fn changed(&self, changes: &ChangeSet) {
        if changes.is_empty() {
            return;
        }
        let due = self.pace(|pace| {
            pace.changes = std::mem::take(&mut pace.changes).and(changes.clone());
            (pace.told_changes.elapsed() >= CHANGES_PACE).then(|| {
                pace.told_changes = Instant::now();
                std::mem::take(&mut pace.changes)
            })
        });
        if let Some(changes) = due {
            let _ = Changes(changes).emit(&self.app);
        }
    }

    /// What the shell keeps.
    pub(crate) fn shell(&self) -> State<'_, Shell> {
        self.app.state::<Shell>()
    }

    fn pace<T>(&self, with: impl FnOnce(&mut Pace) -> T) -> T {
        with(&mut self.pace.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Watch for Work {
    fn step(&self, progress: &Progress) {
        let due = self.pace(|pace| {
            let due = pace.told.is_none_or(|told| told.elapsed() >= PACE);
            if due {
                pace.told = Some(Instant::now());
            }
            due
        });
        if !due {
            return;
        }
        if let Some(view) = self.shell().jobs().change(self.id, |view| view.progress = progress.clone()) {
            let _ = Worked(view).emit(&self.app);
        }
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
