//! Work that takes longer than a glance: a mailbox, a folder, an account. It goes on beside everything else, tells the
//! window how far it is, and ends when the person says so.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use serde::{Deserialize, Serialize};
use specta::Type;
use wallet::{
    Progress,
    views::{Failure, GatheredView},
};

/// Finished work that is still shown.
const SHOWN: usize = 10;

/// What is being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum JobKind {
    /// Files that the person chose: mails, mailboxes, pictures.
    Files,
    /// A folder with everything below it.
    Folder,
    /// An account: a mailbox elsewhere, a platform.
    Account,
}

/// How a piece of work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum JobState {
    /// It goes on.
    Running,
    /// The person wants it to stop; it ends after the step it is at.
    Stopping,
    /// It came to its end, or to where it was stopped.
    Ended,
    /// It could not go on.
    Failed,
}

/// A piece of work.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobView {
    /// Its number, for stopping it.
    pub id: u32,
    /// What is being worked on.
    pub kind: JobKind,
    /// The name of the file, the folder, the account; never a path.
    pub name: String,
    /// How it stands.
    pub state: JobState,
    /// How far it is.
    pub progress: Progress,
    /// What came of it, once it has ended.
    pub result: Option<GatheredView>,
    /// Why it could not go on.
    pub failure: Option<Failure>,
}

/// Everything that is being worked on, and what came of the last few.
#[derive(Default)]
pub(crate) struct Jobs {
    /// Numbers only grow, so that a late word about an old one is never taken for a new one.
    last: AtomicU32,
    all: Mutex<BTreeMap<u32, Job>>,
}

struct Job {
    view: JobView,
    stop: Arc<AtomicBool>,
}

impl Jobs {
    /// All of them, oldest first.
    pub(crate) fn list(&self) -> Vec<JobView> {
        self.with(|all| all.values().map(|job| job.view.clone()).collect())
    }

    /// Asks one to stop. It says itself when it has.
    pub(crate) fn stop(&self, id: u32) -> Option<JobView> {
        self.with(|all| {
            let job = all.get_mut(&id).filter(|job| job.view.state == JobState::Running)?;
            job.stop.store(true, Ordering::Relaxed);
            job.view.state = JobState::Stopping;
            Some(job.view.clone())
        })
    }

    /// Stops everything and forgets what came of it: the backpack is being closed.
    pub(crate) fn clear(&self) {
        self.with(|all| {
            for job in all.values() {
                job.stop.store(true, Ordering::Relaxed);
            }
            all.clear();
        });
    }

    /// Forgets one that has ended.
    pub(crate) fn forget(&self, id: u32) {
        self.with(|all| {
            if all.get(&id).is_some_and(|job| has_ended(&job.view)) {
                all.remove(&id);
            }
        });
    }

    /// One more; and what says whether it is to stop.
    pub(crate) fn add(&self, kind: JobKind, name: String) -> (JobView, Arc<AtomicBool>) {
        let id = self.last.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        let progress = Progress::default();
        let view =
            JobView { id, kind, name, state: JobState::Running, progress, result: None, failure: None };
        let stop = Arc::new(AtomicBool::new(false));
        self.with(|all| {
            while all.len() >= SHOWN {
                let ended = all.values().find(|job| has_ended(&job.view)).map(|job| job.view.id);
                let Some(ended) = ended else { break };
                all.remove(&ended);
            }
            all.insert(id, Job { view: view.clone(), stop: Arc::clone(&stop) });
        });
        (view, stop)
    }

    /// Changes one; none when it was forgotten meanwhile.
    pub(crate) fn change(&self, id: u32, change: impl FnOnce(&mut JobView)) -> Option<JobView> {
        self.with(|all| {
            let job = all.get_mut(&id)?;
            change(&mut job.view);
            Some(job.view.clone())
        })
    }

    fn with<T>(&self, what: impl FnOnce(&mut BTreeMap<u32, Job>) -> T) -> T {
        what(&mut self.all.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn has_ended(view: &JobView) -> bool {
    matches!(view.state, JobState::Ended | JobState::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jobs(count: u32) -> Jobs {
        let jobs = Jobs::default();
        for number in 1..=count {
            assert_eq!(jobs.add(JobKind::Files, format!("{number}.mbox")).0.id, number);
        }
        jobs
    }

    #[test]
    fn one_is_stopped_and_the_others_go_on() {
        let jobs = Jobs::default();
        let (first, stop_first) = jobs.add(JobKind::Files, "a.mbox".into());
        let (_, stop_second) = jobs.add(JobKind::Folder, "Mail".into());
        assert_eq!(jobs.stop(first.id).unwrap().state, JobState::Stopping);
        assert!(stop_first.load(Ordering::Relaxed) && !stop_second.load(Ordering::Relaxed));
        assert!(jobs.stop(first.id).is_none(), "it is stopping already");
        assert!(jobs.stop(99).is_none());
        jobs.forget(first.id);
        assert_eq!(jobs.list().len(), 2, "what goes on is not forgotten");
    }

    #[test]
    fn closing_the_backpack_stops_all_and_shows_none() {
        let jobs = Jobs::default();
        let (job, stop) = jobs.add(JobKind::Account, "mail.example".into());
        jobs.clear();
        assert!(stop.load(Ordering::Relaxed) && jobs.list().is_empty());
        assert!(jobs.change(job.id, |_| {}).is_none(), "a late word is not heard");
        assert_eq!(jobs.add(JobKind::Files, "b.mbox".into()).0.id, 2, "no number is given twice");
    }

    #[test]
    fn of_what_has_ended_only_the_last_few_are_shown() {
        let jobs = jobs(20);
        assert_eq!(jobs.list().len(), 20, "what goes on is shown");
        for id in 1..=20 {
            jobs.change(id, |view| view.state = JobState::Ended);
        }
        jobs.add(JobKind::Files, "last.mbox".into());
        assert_eq!(jobs.list().len(), SHOWN);
        assert_eq!(jobs.list()[SHOWN - 1].name, "last.mbox");
    }
}
