//! What a credential was wrapped in when it was found.

use serde::{Deserialize, Serialize};

use crate::Form;

/// The kind of PNG text chunk that held the credential (PNG, third edition, 11.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Chunk {
    /// International text, not compressed: what the baking specification asks for.
    #[serde(rename = "iTXt")]
    ITxt,
    /// International text, compressed: forbidden by the specification, seen in the wild.
    #[serde(rename = "iTXt-compressed")]
    ITxtCompressed,
    /// Latin-1 text: Open Badges 1.0.
    #[serde(rename = "tEXt")]
    TExt,
    /// Compressed Latin-1 text: no carrier of badges.
    #[serde(rename = "zTXt")]
    ZTxt,
}

impl Chunk {
    /// The name of the chunk type.
    pub fn as_str(self) -> &'static str {
        match self {
            Chunk::ITxt | Chunk::ITxtCompressed => "iTXt",
            Chunk::TExt => "tEXt",
            Chunk::ZTxt => "zTXt",
        }
    }
}

/// Where in an SVG the credential stood (Open Badges 3.0, 5.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SvgPart {
    /// In the attribute `verify`.
    Verify,
    /// In the element's text.
    Body,
}

/// Where in a PDF the credential stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PdfPart {
    /// The entry `openbadges` of the document information dictionary.
    Info,
    /// The element `openbadges:assertion` or `openbadges:credential` of the metadata.
    Xmp,
}

/// What a credential was wrapped in when it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Container {
    /// Bare JSON.
    Json,
    /// A compact JWS or JWT.
    Jwt,
    /// A token with parts to choose from (SD-JWT).
    SdJwt,
    /// A text chunk of a PNG.
    BakedPng {
        /// The chunk's keyword as written.
        keyword: String,
        /// The kind of chunk.
        chunk: Chunk,
    },
    /// An element of an SVG.
    BakedSvg {
        /// Attribute or text.
        part: SvgPart,
    },
    /// A PDF. What a file inside one is wrapped in is that file.
    Pdf {
        /// Where in it.
        part: PdfPart,
    },
    /// Only an address: the badge itself is yet to be read.
    Address,
}

impl Container {
    /// That of a credential which came in nothing else.
    pub fn of(form: &Form) -> Container {
        match form {
            Form::Json(_) => Container::Json,
            Form::Jws { .. } => Container::Jwt,
            Form::SdJwt { .. } => Container::SdJwt,
            Form::Address(_) => Container::Address,
        }
    }

    /// The stable name, as in `--json`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Container::Json => "json",
            Container::Jwt => "jwt",
            Container::SdJwt => "sd-jwt",
            Container::BakedPng { .. } => "baked-png",
            Container::BakedSvg { .. } => "baked-svg",
            Container::Pdf { .. } => "pdf",
            Container::Address => "address",
        }
    }

    /// The step that leads to it in the path of what was found, e.g. `png:openbadgecredential`.
    pub fn step(&self) -> String {
        match self {
            Container::BakedPng { keyword, .. } => format!("png:{keyword}"),
            Container::BakedSvg { part: SvgPart::Verify } => "svg:verify".to_owned(),
            Container::BakedSvg { part: SvgPart::Body } => "svg:body".to_owned(),
            Container::Pdf { part: PdfPart::Info } => "pdf:openbadges".to_owned(),
            Container::Pdf { part: PdfPart::Xmp } => "pdf:xmp".to_owned(),
            plain => plain.as_str().to_owned(),
        }
    }
}

impl std::fmt::Display for Container {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
