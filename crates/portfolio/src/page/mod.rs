//! The page: one HTML file that reads without network and without script, on screens of every size and on paper.
//!
//! Every text of a stranger goes through [`text`]; nothing else puts text into the page. Links lead to https only.

mod badge;
mod checks;
mod evidence;
mod head;
mod hours;
mod how;
mod icons;
mod text;

pub(crate) use badge::look_of_mark;
pub(crate) use checks::look_of_check;
pub(crate) use text::language;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use openbadges::Digest;
use words::Words;

use icons::Icon;

use crate::content::{Portfolio, Section};
use crate::pixels::Picture;
use crate::profile::SharedProfile;
use crate::said::document_title;
use crate::script::{SCRIPT_ID, inside_html};

/// The icon of a badge without a picture.
pub(crate) const AWARD: Icon = Icon::Award;
/// The icon of a finding.
pub(crate) const SHIELD_CHECK: Icon = Icon::ShieldCheck;
/// The icon of a file.
pub(crate) const ATTACHED: Icon = Icon::Paperclip;
/// The icon of a text.
pub(crate) const NOTE: Icon = Icon::FileText;
/// The icon of an address.
pub(crate) const LINK: Icon = Icon::Link;

/// The style sheet of every page, byte for byte.
pub const STYLE: &str = include_str!("style.css");

/// The digest by which a security policy names [`STYLE`]: `sha256-…`.
pub fn style_hash() -> String {
    Digest::of(STYLE.as_bytes()).sri()
}

/// The page of a portfolio, with its signed form inside as data. `words` chooses the language.
pub fn render_html(portfolio: &Portfolio, profile: &SharedProfile, words: Words) -> String {
    let words = words.for_reading();
    let policy = format!("default-src 'none'; img-src data:; style-src '{}'", style_hash());
    html! {
        (DOCTYPE)
        html lang=(words.locale().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(text::plain(&portfolio.app));
                title { (document_title(portfolio, words)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a class="skip" href="#badges" { (words.page_skip()) }
                (icons::sprite())
                (head::hero(portfolio, words))
                main class="wrap" {
                    (head::summary(portfolio, words))
                    div id="badges" {
                        @for (at, section) in portfolio.sections.iter().enumerate() {
                            (section_of(portfolio, section, at, words))
                        }
                    }
                    (hours::hours(portfolio, words))
                    (how::how(portfolio, words))
                }
                footer class="wrap" { (how::foot(portfolio, words)) }
                script type="application/json" id=(SCRIPT_ID) { (PreEscaped(inside_html(profile))) }
            }
        }
    }
    .into_string()
}

fn section_of(portfolio: &Portfolio, section: &Section, at: usize, words: Words) -> Markup {
    html! {
        section class=[(at > 0).then_some("section")] {
            @if section.title.is_empty() {
                @if at == 0 { h2 { (words.page_badges_heading()) } } @else { h2 { (words.page_further_badges()) } }
            } @else {
                h2 dir="auto" { (text::line(&section.title)) }
            }
            @if !section.text.is_empty() { p class="foreign muted" dir="auto" { (text::block(&section.text)) } }
            @for badge in section.badges.iter().filter_map(|at| portfolio.badges.get(*at)) {
                (badge::badge(portfolio, badge, words))
            }
        }
    }
}

/// The picture as an address that needs no network.
pub(crate) fn data_url(picture: &Picture) -> String {
    format!("data:{};base64,{}", picture.media_type, STANDARD.encode(&picture.bytes))
}
