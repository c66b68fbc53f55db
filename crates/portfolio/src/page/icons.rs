//! The icons of a page: Lucide (<https://lucide.dev>, ISC licence), as symbols that the page uses by name.

use maud::{Markup, PreEscaped, html};

/// An icon. Decoration only: the word stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Award,
    BadgeCheck,
    Ban,
    CalendarX,
    ChevronRight,
    CircleCheck,
    CircleMinus,
    CirclePause,
    CircleQuestionMark,
    CircleX,
    FileText,
    FileWarning,
    Hourglass,
    Info,
    Link,
    Paperclip,
    ShieldAlert,
    ShieldCheck,
    ShieldX,
    Signature,
}

impl Icon {
    const ALL: &[(Icon, &str, &str)] = &[
        (
            Icon::Award,
            "award",
            r#"<path d="m15.477 12.89 1.515 8.526a.5.5 0 0 1-.81.47l-3.58-2.687a1 1 0 0 0-1.197 0l-3.586 2.686a.5.5 0 0 1-.81-.469l1.514-8.526"/><circle cx="12" cy="8" r="6"/>"#,
        ),
        (
            Icon::BadgeCheck,
            "badge-check",
            r#"<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>"#,
        ),
        (Icon::Ban, "ban", r#"<circle cx="12" cy="12" r="10"/><path d="M4.929 4.929 19.07 19.071"/>"#),
        (
            Icon::CalendarX,
            "calendar-x-2",
            r#"<path d="M16 2v3"/><path d="m17 16 5 5"/><path d="m17 21 5-5"/><path d="M21 12V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h8"/><path d="M3 9h18"/><path d="M8 2v3"/>"#,
        ),
        (Icon::ChevronRight, "chevron-right", r#"<path d="m9 18 6-6-6-6"/>"#),
        (
            Icon::CircleCheck,
            "circle-check",
            r#"<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>"#,
        ),
        (Icon::CircleMinus, "circle-minus", r#"<circle cx="12" cy="12" r="10"/><path d="M8 12h8"/>"#),
        (
            Icon::CirclePause,
            "circle-pause",
            r#"<circle cx="12" cy="12" r="10"/><line x1="10" x2="10" y1="15" y2="9"/><line x1="14" x2="14" y1="15" y2="9"/>"#,
        ),
        (
            Icon::CircleQuestionMark,
            "circle-question-mark",
            r#"<circle cx="12" cy="12" r="10"/><path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"/><path d="M12 17h.01"/>"#,
        ),
        (
            Icon::CircleX,
            "circle-x",
            r#"<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>"#,
        ),
        (
            Icon::FileText,
            "file-text",
            r#"<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>"#,
        ),
        (
            Icon::FileWarning,
            "file-warning",
            r#"<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M12 9v4"/><path d="M12 17h.01"/>"#,
        ),
        (
            Icon::Hourglass,
            "hourglass",
            r#"<path d="M5 22h14"/><path d="M5 2h14"/><path d="M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22"/><path d="M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2"/>"#,
        ),
        (Icon::Info, "info", r#"<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>"#),
        (
            Icon::Link,
            "link",
            r#"<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>"#,
        ),
        (
            Icon::Paperclip,
            "paperclip",
            r#"<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>"#,
        ),
        (
            Icon::ShieldAlert,
            "shield-alert",
            r#"<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="M12 8v4"/><path d="M12 16h.01"/>"#,
        ),
        (
            Icon::ShieldCheck,
            "shield-check",
            r#"<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/>"#,
        ),
        (
            Icon::ShieldX,
            "shield-x",
            r#"<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m14.5 9.5-5 5"/><path d="m9.5 9.5 5 5"/>"#,
        ),
        (
            Icon::Signature,
            "signature",
            r#"<path d="m21 17-2.156-1.868A.5.5 0 0 0 18 15.5v.5a1 1 0 0 1-1 1h-2a1 1 0 0 1-1-1c0-2.545-3.991-3.97-8.5-4a1 1 0 0 0 0 5c4.153 0 4.745-11.295 5.708-13.5a2.5 2.5 0 1 1 3.31 3.284"/><path d="M3 21h18"/>"#,
        ),
    ];

    fn name(self) -> &'static str {
        Icon::ALL.iter().find(|(icon, _, _)| *icon == self).map_or("", |(_, name, _)| name)
    }

    /// Its paths, for a picture of 24 by 24 that is drawn with lines.
    pub(crate) fn shape(self) -> &'static str {
        Icon::ALL.iter().find(|(icon, _, _)| *icon == self).map_or("", |(_, _, shape)| shape)
    }

    /// The icon, in the size of a class such as `icon--sm` (empty: 20 px).
    pub(super) fn sized(self, class: &str) -> Markup {
        html! {
            svg class=(if class.is_empty() { "icon".to_owned() } else { format!("icon {class}") }) aria-hidden="true" {
                use href={ "#i-" (self.name()) } {}
            }
        }
    }
}

impl maud::Render for Icon {
    fn render(&self) -> Markup {
        self.sized("")
    }
}

/// All icons, and the hatching of plots, once a page.
pub(super) fn sprite() -> Markup {
    html! {
        svg class="sprite" aria-hidden="true" focusable="false" {
            defs {
                pattern id="hatch" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)" {
                    rect class="bar" width="2" height="6" {}
                }
            }
            @for (_, name, shape) in Icon::ALL {
                symbol id={ "i-" (name) } viewBox="0 0 24 24" { (PreEscaped(*shape)) }
            }
        }
    }
}
