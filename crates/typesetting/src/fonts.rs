//! The typefaces: Noto Sans for Latin, Greek and Cyrillic, for Arabic and Hebrew, and signs. Parts of them, without hints for
//! coarse screens; how they were made is written in `fonts/README.md`.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

const FILES: [&[u8]; 7] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

/// The typefaces, read once in the life of the program.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl Fonts {
    pub(crate) fn get(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// Whether one typeface has glyphs for all of it.
    pub(crate) fn have(&self, signs: &str) -> bool {
        let has = |font: &Font, sign: char| font.info().coverage.contains(u32::from(sign));
        self.fonts.iter().any(|font| signs.chars().all(|sign| has(font, sign)))
    }

    /// Whether there is a glyph for it.
    pub(crate) fn has(&self, sign: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(sign)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_read_and_speak_many_languages() {
        assert_eq!(FONTS.fonts.len(), FILES.len());
        for text in [
            "Straße, œuvre, ąęłż, İğş, Việt",
            "Ελληνικά",
            "Українська",
            "العربية والفارسية پچژگ",
            "עברית",
            "→ ≥ ⟨ ⟩ ✓ ★ �",
        ] {
            let missing: Vec<char> = text.chars().filter(|sign| !FONTS.has(*sign)).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
        assert!(!FONTS.has('漢'));
    }
}
