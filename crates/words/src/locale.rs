//! The languages there are, and which of them a person gets.

use unic_langid::{LanguageIdentifier, langid};

/// A language with a whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English, and what is spoken where nothing else fits.
    #[default]
    En,
    /// German.
    De,
}

impl Locale {
    /// All of them, in the order of their tags.
    pub const ALL: [Locale; 2] = [Locale::De, Locale::En];

    /// The tag of BCP 47, as it stands in `lang` of a page and in the names of the folders.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
        }
    }

    /// The language a tag names, whatever its region: `de-AT`, `de_CH.UTF-8`, `EN`. `None` where we do not speak it.
    pub fn parse(tag: &str) -> Option<Locale> {
        let tag = tag.split(['.', '@']).next().unwrap_or_default().trim();
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Locale::ALL.into_iter().find(|locale| locale.identifier().language == wanted.language)
    }

    /// The first of the wishes that we speak, else English.
    pub fn negotiate<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Locale {
        wishes.into_iter().find_map(Locale::parse).unwrap_or_default()
    }

    pub(crate) fn identifier(self) -> LanguageIdentifier {
        match self {
            Locale::En => langid!("en"),
            Locale::De => langid!("de"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_does_not_matter() {
        for (tag, wanted) in [
            ("de", Some(Locale::De)),
            ("de-AT", Some(Locale::De)),
            ("de_CH.UTF-8", Some(Locale::De)),
            ("de_DE@euro", Some(Locale::De)),
            ("EN-gb", Some(Locale::En)),
            ("C.UTF-8", None),
            ("fr-FR", None),
            ("", None),
            ("\u{0}…", None),
        ] {
            assert_eq!(Locale::parse(tag), wanted, "{tag:?}");
        }
    }

    #[test]
    fn the_first_wish_we_can_meet_wins() {
        assert_eq!(Locale::negotiate(["fr-FR", "de-LU", "en"]), Locale::De);
        assert_eq!(Locale::negotiate(["fr", "it"]), Locale::En);
        assert_eq!(Locale::negotiate([]), Locale::En);
    }
}
