//! From a portfolio to the bytes of a PDF.

use jiff::tz::TimeZone;
use portfolio::{FILE_NAME, Portfolio, SharedProfile, Sheet};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Array, Bytes, Datetime, Dict, Smart, Value};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use words::Words;

use crate::error::PdfError;
use crate::signs::settle;
use crate::world::Room;

/// What the typesetter calls itself with. Texts nest on its stack; ours are flat, strangers' are long.
const STACK: usize = 16 * 1024 * 1024;

/// The PDF of a portfolio, with its signed form inside as a file. `words` chooses the language. The same portfolio gives
/// the same bytes.
pub fn render_pdf(portfolio: &Portfolio, profile: &SharedProfile, words: Words) -> Result<Vec<u8>, PdfError> {
    let sheet = portfolio::sheet(portfolio, words);
    let data = serde_json::to_vec(profile).map_err(|error| PdfError::NotSet(error.to_string()))?;
    let (id, app) = (portfolio.id.urn().to_string(), portfolio.app.clone());
    let work = move || set(sheet, data, &id, &app);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    thread.map_err(|_| PdfError::GaveUp)?.join().map_err(|_| PdfError::GaveUp)?
}

fn set(sheet: Sheet, data: Vec<u8>, id: &str, app: &str) -> Result<Vec<u8>, PdfError> {
    let made = date(&sheet);
    let room = Room::with(inputs(sheet, data)?);
    let document = typst::compile::<PagedDocument>(&room).output.map_err(|said| not_set(&said))?;
    let options = |standards| PdfOptions {
        ident: Smart::Custom(id.to_owned()),
        creator: Smart::Custom(Some(app.to_owned())),
        timestamp: made.map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let kept = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default();
    let pdf = typst_pdf::pdf(&document, &options(kept))
        // Better one that may not be kept for ever than none.
        .or_else(|_| typst_pdf::pdf(&document, &options(PdfStandards::default())))
        .map_err(|said| not_set(&said));
    // What was set is not to be remembered: it is somebody's own.
    comemo::evict(0);
    pdf
}

fn inputs(mut sheet: Sheet, data: Vec<u8>) -> Result<Dict, PdfError> {
    let not_set = |error: serde_json::Error| PdfError::NotSet(error.to_string());
    let pictures = std::mem::take(&mut sheet.pictures);
    let mut texts = serde_json::to_value(&sheet).map_err(not_set)?;
    let missing = settle(&mut texts);
    let pictures = pictures.into_iter().map(|picture| Value::Bytes(Bytes::new(picture.bytes)));
    let mut inputs = Dict::new();
    inputs.insert("sheet".into(), serde_json::from_value(texts).map_err(not_set)?);
    inputs.insert("missing".into(), Value::Bool(missing));
    inputs.insert("pictures".into(), Value::Array(pictures.collect::<Array>()));
    inputs.insert("file".into(), Value::Str(FILE_NAME.into()));
    inputs.insert("profile".into(), Value::Bytes(Bytes::new(data)));
    Ok(inputs)
}

fn date(sheet: &Sheet) -> Option<Datetime> {
    let at = sheet.created_at.to_zoned(TimeZone::UTC);
    let part = |part: i8| u8::try_from(part).ok();
    Datetime::from_ymd_hms(
        i32::from(at.year()),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
}

fn not_set(said: &[SourceDiagnostic]) -> PdfError {
    PdfError::NotSet(said.first().map(|first| first.message.to_string()).unwrap_or_default())
}
