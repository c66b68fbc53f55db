//! Hours added up, as a sentence and as bars.

use maud::{Markup, html};
use words::Words;

use super::text;
use crate::content::Portfolio;
use crate::hours::CompetenceHours;
use crate::said::{BARS, sum};

pub(super) fn hours(portfolio: &Portfolio, words: Words) -> Markup {
    let hours = &portfolio.hours;
    let longest = hours.by_competence.iter().map(|c| c.minutes.total()).max().unwrap_or_default();
    html! {
        @if hours.all.total() > 0 {
            section class="section keep" {
                h2 { @if longest > 0 { (words.page_hours_by_competence()) } @else { (words.page_hours()) } }
                p { (sum(portfolio, words)) }
                @if longest > 0 {
                    ul class="bars" {
                        @for competence in hours.by_competence.iter().take(BARS) { (bar(competence, longest, words)) }
                    }
                    @if hours.by_competence.len() > BARS {
                        p class="muted small" { (words.page_hours_more(hours.by_competence.len() - BARS)) }
                    }
                    p class="legend" {
                        span {
                            svg aria-hidden="true" { rect class="bar" width="100%" height="100%" rx="3" {} }
                            (words.page_hours_verified())
                        }
                        @if hours.by_competence.iter().any(|c| c.minutes.unverified > 0) {
                            span {
                                svg aria-hidden="true" {
                                    rect fill="url(#hatch)" width="100%" height="100%" rx="3" {}
                                    rect class="bar--line" width="100%" height="100%" rx="3" {}
                                }
                                (words.page_hours_unverified())
                            }
                        }
                    }
                }
            }
        }
    }
}

fn bar(competence: &CompetenceHours, longest: u64, words: Words) -> Markup {
    let (verified, unverified) = (competence.minutes.verified, competence.minutes.unverified);
    let share = |minutes: u64| format!("{:.1}%", minutes as f64 / longest as f64 * 96.0);
    html! {
        li {
            span class="bars__label" { (text::line(&competence.name)) }
            svg class="bars__track" aria-hidden="true" {
                @if verified > 0 { rect class="bar" width=(share(verified)) height="100%" rx="4" {} }
                @if unverified > 0 {
                    rect fill="url(#hatch)" x=(share(verified)) width=(share(unverified)) height="100%" rx="4" {}
                    rect class="bar--line" x=(share(verified)) y="1" width=(share(unverified)) height="22" rx="4" {}
                }
            }
            span class="bars__val" { (words.work_short(competence.minutes.total())) }
        }
    }
}
