//! The commands, each a module.

mod account;
mod backup;
mod bake;
mod checking;
mod claim;
mod evidence;
mod explain;
mod export;
mod following;
mod identity;
mod import;
mod inbox;
mod inspect;
mod issuer;
mod key;
mod linkedin;
mod list;
mod many;
mod registry;
mod review;
mod show;
mod stack;
mod trust_list;
mod verify;

use wallet::views::Failure;

use crate::app::{App, Ending};
use crate::args::{Command, StackAction};
use crate::exit::Exit;

/// What a command comes to.
pub(crate) type Came = Result<Exit, Ending>;

/// Runs a command.
pub(crate) fn run(app: &App, command: Command) -> Came {
    match command {
        Command::Import { inputs, hold, locked, checking } => {
            import::run(app, &inputs, hold, &locked, &checking)
        }
        Command::Verify { inputs, record, refresh, jobs, locked, checking } => {
            let password = locked.password()?;
            let how = verify::How { record: record.as_deref(), refresh, jobs, password: password.as_ref() };
            verify::run(app, &inputs, &how, &checking)
        }
        Command::Inspect { inputs, locked } => inspect::run(app, &inputs, &locked),
        Command::Claim { offer, look, pin_file, allow, sign_in, hold } => {
            let how = claim::How { look, pin_file: pin_file.as_deref(), allow: &allow, sign_in, hold };
            claim::run(app, &offer, &how)
        }
        Command::Explain { code } => explain::run(app, &code),
        Command::Inbox { action } => inbox::run(app, &action),
        Command::List => list::run(app, ""),
        Command::Search { words } => list::run(app, &words.join(" ")),
        Command::Show { id } => show::run(app, &id),
        Command::Evidence { action } => evidence::run(app, &action),
        Command::Stack { action: StackAction::Rule(_) } => not_yet("stack rule"),
        Command::Stack { action } => stack::run(app, &action),
        Command::Competences(_) => not_yet("competences"),
        Command::Export(what) => export::run(app, &what),
        Command::Linkedin { id } => linkedin::run(app, &id),
        Command::Review { inputs, checking } => review::run(app, &inputs, &checking),
        Command::Bake { credential, image, out } => bake::bake(app, &credential, &image, &out),
        Command::Unbake { image, out } => bake::unbake(app, &image, out.as_deref()),
        Command::Identity { action } => identity::run(app, &action),
        Command::Issuer { action } => issuer::run(app, &action),
        Command::Registry { action } => registry::run(app, &action),
        Command::TrustList { action } => trust_list::run(app, &action),
        Command::Account { action } => account::run(app, &action),
        Command::Key { action } => key::run(app, &action),
        Command::Backup { out } => backup::make(app, &out),
        Command::Restore { file } => backup::take_back(app, &file),
        Command::Doctor(_) => not_yet("doctor"),
    }
}

/// A command of a later version: said, not pretended.
fn not_yet(command: &str) -> Came {
    Err(Failure::new("cli.not-yet").with("command", command).into())
}
