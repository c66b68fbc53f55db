//! `list` and `search`.

use super::Came;
use crate::app::{App, Ending};
use crate::exit::Exit;
use crate::lines;
use crate::report::{cell, date, name_cell, table};
use wallet::say::mark_word;

pub(crate) fn run(app: &App, words: &str) -> Came {
    let wallet = app.open(None)?;
    let say = app.words;
    let mut shown =
        table([say.cli_id(), say.cli_badge(), say.cli_issuer(), say.cli_state(), say.cli_issued()]);
    let seen = wallet.each_badge(words, |badge| -> Result<(), Ending> {
        if app.out.json {
            app.out.line(&lines::listed(&badge))?;
        } else {
            let day = date(say, badge.valid_from.as_deref());
            let mark = mark_word(say, badge.mark);
            shown.add_row([badge.id, name_cell(say, &badge.name), cell(&badge.issuer), mark, day]);
        }
        Ok(())
    })?;
    if !app.out.json {
        match (seen, words.is_empty()) {
            (0, true) => app.out.text(&say.cli_list_empty())?,
            (0, false) => app.out.text(&say.cli_search_empty())?,
            _ => app.out.text(&shown.to_string())?,
        }
    }
    Ok(Exit::Good)
}
