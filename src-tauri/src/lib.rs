//! The shell: the only Rust that knows Tauri. It opens one window, translates commands into use cases of
//! [`wallet`], shows the system's file dialogs, and serves badge pictures. It holds no rules of its own.
#![forbid(unsafe_code)]

mod bounds;
mod commands;
mod copied;
mod dialogs;
mod events;
mod jobs;
mod link;
mod opened;
mod pictures;
mod reviewed;
mod sealed;
mod shell;
mod waiting;
mod window;
mod work;

use std::{path::PathBuf, process::ExitCode};

use tauri::Manager;
use wallet::views::Failure;

use crate::shell::Shell;

/// Every command and event, typed: what the window may call, and what `ui/src/backend/bindings.ts` is made from.
#[must_use]
pub fn bindings() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::<tauri::Wry>::new()
        .commands(commands::all())
        .events(events::all())
        .error_handling(tauri_specta::ErrorHandlingMode::Throw)
        .disable_serde_phases()
}

/// Opens the app and stays until its window is closed. `arguments` are the files it was given ("open with").
pub fn run(arguments: Vec<PathBuf>) -> ExitCode {
    wallet::quiet_core_dumps();
    let bindings = bindings();
    #[expect(clippy::disallowed_types, reason = "the macro writes a map of its own")]
    let mut context = tauri::generate_context!();
    window::allow_page_style(context.config_mut());

    let built = tauri::Builder::default()
        // First, so that a second start ends before it has opened anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            window::bring_forward(app);
            opened::receive(app, arguments.into_iter().skip(1).map(Into::into), folder.as_ref());
        }))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol("badge", |context, request, responder| {
            pictures::answer(context.app_handle(), &request, responder);
        })
        .invoke_handler(bounded(bindings.invoke_handler()))
        .setup(move |app| {
            bindings.mount_events(app);
            let shell = Shell::start(app.handle().clone(), arguments);
            app.manage(shell.ok_or("this system names no folder for an app's data: set BADGEFOLIO_HOME")?);
            // There links come to the app that runs; elsewhere they are arguments of a start, which are read already.
            #[cfg(target_os = "macos")]
            opened::listen(app.handle());
            window::open(app)?;
            Ok(())
        })
        .build(context);
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            // There is no window to say it in.
            window::say_without_window(&error);
            ExitCode::from(70)
        }
    }
}

/// Refuses a command that says too much before it runs.
fn bounded(
    run: impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static,
) -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    move |invoke| {
        let message = &invoke.message;
        let too_much = match message.payload() {
            tauri::ipc::InvokeBody::Json(arguments) => bounds::too_much(message.command(), arguments),
            // No command takes bytes.
            tauri::ipc::InvokeBody::Raw(_) => true,
        };
        if !too_much {
            return run(invoke);
        }
        invoke.resolver.reject(Failure::new("shell.too-much"));
        true
    }
}

#[cfg(test)]
mod tests;
