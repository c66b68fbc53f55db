//! Stacks: badges that belong together.

use tauri::State;
use wallet::views::{Failure, StackCard, StackView};

use crate::shell::Shell;

/// All stacks.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stacks(shell: State<'_, Shell>) -> Result<Vec<StackCard>, Failure> {
    shell.ask(|wallet| wallet.stacks()).await
}

/// One stack with its badges in order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stack(shell: State<'_, Shell>, id: String) -> Result<StackView, Failure> {
    shell.ask(move |wallet| wallet.stack(&id)).await
}

/// Makes an empty stack and says its id.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_stack(
    shell: State<'_, Shell>,
    title: String,
    description: String,
) -> Result<String, Failure> {
    shell.change(move |wallet| wallet.create_stack(&title, &description)).await
}

/// Gives a stack another title and description.
#[tauri::command]
#[specta::specta]
pub(crate) async fn update_stack(
    shell: State<'_, Shell>,
    id: String,
    title: String,
    description: String,
) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.update_stack(&id, &title, &description)).await
}

/// Removes a stack; its badges stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_stack(shell: State<'_, Shell>, id: String) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.delete_stack(&id)).await
}

/// Puts badges at the end of a stack.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add_to_stack(
    shell: State<'_, Shell>,
    stack: String,
    badges: Vec<String>,
) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.add_to_stack(&stack, &badges)).await
}

/// Takes a badge out of a stack.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_from_stack(
    shell: State<'_, Shell>,
    stack: String,
    badge: String,
) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.remove_from_stack(&stack, &badge)).await
}

/// Gives the badges of a stack another order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn order_stack(
    shell: State<'_, Shell>,
    stack: String,
    badges: Vec<String>,
) -> Result<(), Failure> {
    shell.change(move |wallet| wallet.order_stack(&stack, &badges)).await
}
