//! Long work: how it stands, and an end to it.

use tauri::State;
use wallet::views::Failure;

use crate::{jobs::JobView, shell::Shell};

/// What is being worked on, and what came of the last few.
#[tauri::command]
#[specta::specta]
pub(crate) async fn jobs(shell: State<'_, Shell>) -> Result<Vec<JobView>, Failure> {
    Ok(shell.jobs().list())
}

/// Stops a piece of work after the step it is at. What was found until then is kept. Null when it has ended already.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_job(shell: State<'_, Shell>, id: u32) -> Result<Option<JobView>, Failure> {
    Ok(shell.jobs().stop(id))
}

/// Forgets a piece of work that has ended: the person has seen what came of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_job(shell: State<'_, Shell>, id: u32) -> Result<(), Failure> {
    shell.jobs().forget(id);
    Ok(())
}
