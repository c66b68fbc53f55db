//! `inspect`: what is in this file. Checks nothing, asks nobody.

use wallet::{Examined, unlock};

use super::Came;
use super::checking::{Folders, tell};
use crate::app::App;
use crate::args::Locked;
use crate::exit::Exit;
use crate::inputs::Inputs;

pub(crate) fn run(app: &App, inputs: &[String], locked: &Locked) -> Came {
    let password = locked.password()?;
    let inputs = Inputs::of(inputs, false);
    app.out.progress(inputs.how_many(), &app.words.cli_progress_reading());
    let mut exit = Exit::Good;
    let mut folders = Folders::default();
    for input in inputs {
        let input = &input;
        let examined = match input.read() {
            Ok(bytes) => unlock(&input.name, &bytes, password.as_ref()),
            Err(failure) => Examined::failed(&input.name, failure),
        };
        let told = tell(app, input, &examined.records());
        exit = exit.and(folders.next(app, input, told.something)?);
        // What is in a file was asked, and a link is an answer to that.
        match told.write(app)? {
            Exit::Undecided => {}
            other => exit = exit.and(other),
        }
        if !app.out.json && input.folder.is_none() {
            for passed in &examined.passed {
                let reason = app.words.for_data().code(&passed.code, &passed.args).message;
                let path = if passed.path.is_empty() { &input.name } else { &passed.path };
                app.out.aside(&app.words.cli_passed_over(path, &reason));
            }
        }
        app.out.step();
    }
    app.out.progress_done();
    Ok(exit.and(folders.end(app)?))
}
