//! How a reader can check for themselves, and who put the page together.

use maud::{Markup, html};
use words::Words;

use crate::content::Portfolio;
use crate::said::checked_between;

pub(super) fn how(portfolio: &Portfolio, words: Words) -> Markup {
    let say = words.for_data();
    let since = checked_between(portfolio).map(|(first, _)| say.date(first)).unwrap_or_default();
    html! {
        section class="section keep" id="how" {
            h2 { (words.page_how()) }
            div class="how lines" {
                p { (words.page_how_signed(&since)) }
                p { strong { (words.page_how_sure()) } " " (words.page_how_open()) }
                ol {
                    li { (words.page_how_step_save()) }
                    li { (words.page_how_step_open()) }
                    li { (words.page_how_step_read()) }
                }
                p class="muted" { (words.page_how_whole()) }
            }
        }
    }
}

pub(super) fn foot(portfolio: &Portfolio, words: Words) -> Markup {
    let date = words.for_data().day_of(portfolio.created_at);
    html! {
        p class="foot" {
            @match &portfolio.holder_name {
                Some(name) => (words.page_foot(&date, name)),
                None => (words.page_foot_nameless(&date)),
            }
        }
    }
}
