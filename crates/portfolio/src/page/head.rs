//! The head of the page: who, what for, and what was found in one sentence.

use maud::{Markup, html};
use words::Words;

use super::icons::Icon;
use super::{data_url, text};
use crate::content::Portfolio;
use crate::said::{found, headline};

pub(super) fn hero(portfolio: &Portfolio, words: Words) -> Markup {
    let pictures: Vec<_> =
        portfolio.badges.iter().filter_map(|badge| badge.thumbnail.as_ref()).take(4).collect();
    html! {
        header class="hero" {
            div class="wrap hero__in" {
                div class="lines lines--head" {
                    @match &portfolio.holder_name {
                        Some(name) => {
                            h1 dir="auto" { (text::line(name)) }
                            @if !portfolio.title.is_empty() {
                                p class="lead lead--strong" dir="auto" { (text::line(&portfolio.title)) }
                            }
                        }
                        None if portfolio.title.is_empty() => h1 { (words.page_default_title()) },
                        None => h1 dir="auto" { (text::line(&portfolio.title)) },
                    }
                    @if !portfolio.text.is_empty() {
                        p class="lead foreign" dir="auto" { (text::block(&portfolio.text)) }
                    }
                    @if let Some(audience) = &portfolio.audience {
                        p class="muted small" { (words.page_for(audience)) }
                    }
                    @if let Some(end) = portfolio.expires_at {
                        p class="muted small" { (words.page_until(&words.for_data().day_of(end))) }
                    }
                }
                @if !pictures.is_empty() {
                    div class=(if pictures.len() == 1 { "hero__row hero__row--one" } else { "hero__row" }) aria-hidden="true" {
                        @for picture in pictures { img src=(data_url(picture)) width=(picture.width) height=(picture.height) alt=""; }
                    }
                }
            }
        }
    }
}

pub(super) fn summary(portfolio: &Portfolio, words: Words) -> Markup {
    html! {
        div class="callout" {
            (Icon::ShieldCheck.sized("icon--lg"))
            h2 { (headline(portfolio, words)) }
            p { (found(portfolio, words)) }
            a class="btn no-print" href="#how" { (words.page_check_link()) }
        }
    }
}
