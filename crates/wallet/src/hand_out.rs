//! Handing out: a selection or a stack as one file, signed with the holder's key, and an entry in the ledger.

use std::sync::OnceLock;

use backpack::{Backpack, BadgeId, NewShare};
use openbadges::{Credential, Digest, limits};
use portfolio::{
    BadgeForPortfolio, ComposeRequest, Composed, EvidenceForPortfolio, EvidenceKind, HolderKey, Payload,
    SectionKind, SectionRequest, SenderDocument, SharedProfile,
};
use verification::sign::Key;
use words::{Locale, Words};

use crate::badges::badge_ids;
use crate::import::StoredReport;
use crate::picture;
use crate::save::{SaveFile, file_name};
use crate::session::{VERSION, count};
use crate::stacks::stack_id;
use crate::views::{
    ChangeSet, Failure, Language, PortfolioPreview, PortfolioRequest, ShareView, WarningView,
};
use crate::wallet::{Done, Wallet};

/// What a hand-out is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// One page that needs nothing else.
    Html,
    /// The same on paper, with the badges inside.
    Pdf,
    /// The same content as data.
    Json,
    /// A table of what the badges say, without the badges.
    Csv,
}

impl ExportFormat {
    /// `html`, `pdf`, `json`, `csv`.
    pub fn as_str(self) -> &'static str {
        match self {
            ExportFormat::Html => "html",
            ExportFormat::Pdf => "pdf",
            ExportFormat::Json => "json",
            ExportFormat::Csv => "csv",
        }
    }
}

/// A file that is ready to go out, and what the ledger will say of it once it is written.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// The file.
    pub file: SaveFile,
    /// What to look at before it goes out.
    pub warnings: Vec<WarningView>,
    share: NewShare,
}

impl Wallet {
    /// The page as the other person will see it.
    pub fn preview_portfolio(&self, request: &PortfolioRequest) -> Result<PortfolioPreview, Failure> {
        let outgoing = self.portfolio_file(request, ExportFormat::Html)?;
        Ok(PortfolioPreview {
            bytes: outgoing.file.bytes.len() as u64,
            html: String::from_utf8_lossy(&outgoing.file.bytes).into_owned(),
            warnings: outgoing.warnings,
        })
    }

    /// The file that would go out. Nothing is entered into the ledger before [`Wallet::record_share`].
    pub fn portfolio_file(
        &self,
        request: &PortfolioRequest,
        format: ExportFormat,
    ) -> Result<Outgoing, Failure> {
        let backpack = self.backpack()?;
        let language = match request.language {
            Language::En => Locale::En,
            Language::De => Locale::De,
        };
        let words = Words::new(language);
        let table = format == ExportFormat::Csv;
        // A table holds words alone.
        let request =
            &PortfolioRequest { include_evidence: request.include_evidence && !table, ..request.clone() };
        let composed = self.compose(&backpack, request, language)?;
        let profile =
            portfolio::shared_profile(&composed.portfolio, &self.holder(&backpack)?).map_err(from_compose)?;
        let bytes = render(&composed, &profile, format, words)?;
        let title = composed.portfolio.title.clone();
        Ok(Outgoing {
            warnings: composed
                .warnings
                .into_iter()
                .filter(|note| !table || about_words(&note.code))
                .map(|note| WarningView { code: note.code.into_owned(), args: note.args })
                .collect(),
            share: NewShare {
                format: format.as_str().to_owned(),
                title: title.clone(),
                badges: count(composed.portfolio.badges.len()),
                audience: composed.portfolio.audience.clone(),
                manifest: profile.manifest.into_bytes(),
                file_digest: Digest::of(&bytes),
            },
            file: SaveFile { name: file_name(&title, format.as_str()), bytes },
        })
    }

    /// Enters into the ledger that this went out.
    pub fn record_share(&self, outgoing: &Outgoing) -> Result<Done<()>, Failure> {
        let mut random = self.ports.random.source();
        self.backpack()?.add_share(&outgoing.share, random.as_mut(), self.now())?;
        Ok(Done::new((), ChangeSet { shares: true, ..ChangeSet::none() }))
    }

    /// What went out, latest first.
    pub fn shares(&self) -> Result<Vec<ShareView>, Failure> {
        let shares = self.backpack()?.shares()?;
        Ok(shares
            .into_iter()
            .map(|share| ShareView {
                at: share.at.to_string(),
                format: share.format,
                title: share.title,
                badges: share.badges,
            })
            .collect())
    }

    fn compose(
        &self,
        backpack: &Backpack,
        request: &PortfolioRequest,
        language: Locale,
    ) -> Result<Composed, Failure> {
        self.restate_turned(backpack)?;
        let mut ids = badge_ids(backpack, &request.badges)?;
        let mut sections = Vec::new();
        let mut title = request.title.trim().to_owned();
        if let Some(stack) = &request.stack {
            let id = stack_id(backpack, stack)?;
            let stack = backpack.stack(&id)?;
            let members = backpack.stack_badges(&id)?;
            if ids.is_empty() {
                ids = members;
            } else {
                ids.retain(|badge| members.contains(badge));
            }
            if title.is_empty() {
                title.clone_from(&stack.fields.title);
            }
            sections.push(SectionRequest {
                kind: SectionKind::Stack,
                title: stack.fields.title,
                text: stack.fields.description,
                badges: ids.iter().map(|badge| badge.as_str().to_owned()).collect(),
            });
        }
        let mut badges = Vec::new();
        let mut documents: Vec<SenderDocument> = Vec::new();
        for id in &ids {
            badges.push(badge_for(backpack, id, request.include_evidence)?);
            for document in documents_of(backpack, id)? {
                if !documents.contains(&document) {
                    documents.push(document);
                }
            }
        }
        let mut random = self.ports.random.source();
        let mut bytes = [0; 16];
        random.fill(&mut bytes)?;
        portfolio::compose(ComposeRequest {
            id: uuid::Builder::from_random_bytes(bytes).into_uuid(),
            now: self.now(),
            app: format!("badgefolio/{VERSION}"),
            language,
            title,
            text: request.text.clone(),
            holder_name: request.name.clone(),
            audience: None,
            expires_at: None,
            badges,
            sections,
            documents,
        })
        .map_err(from_compose)
    }

    fn holder(&self, backpack: &Backpack) -> Result<Holder, Failure> {
        let mut random = self.ports.random.source();
        let seed = backpack.holder_seed(random.as_mut())?;
        let key = Key::ed25519_from_seed(&seed).map_err(|_| Failure::new("portfolio.not-signed"))?;
        Ok(Holder { did: key.did_key(), key })
    }
}

/// The stylesheet of the exported page, as a source expression of a content security policy: the preview shows it.
pub fn page_style_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(portfolio::style_hash)
}

/// The holder's key, for the length of one hand-out.
struct Holder {
    did: String,
    key: Key,
}

impl HolderKey for Holder {
    fn did(&self) -> &str {
        &self.did
    }

    fn sign(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.key.sign_bytes(bytes).ok()
    }
}

fn from_compose(error: portfolio::ComposeError) -> Failure {
    let mut failure = Failure::new(error.code());
    failure.args = error.args();
    failure
}

fn render(
    composed: &Composed,
    profile: &SharedProfile,
    format: ExportFormat,
    words: Words,
) -> Result<Vec<u8>, Failure> {
    let bytes = match format {
        ExportFormat::Html => portfolio::render_html(&composed.portfolio, profile, words).into_bytes(),
        ExportFormat::Pdf => {
            openable(profile.about(), limits::PDF_INFLATED)?;
            typesetting::render_pdf(&composed.portfolio, profile, words)
                .map_err(|error| Failure::new(error.code()))?
        }
        ExportFormat::Json => portfolio::render_json(profile).into_bytes(),
        ExportFormat::Csv => portfolio::render_csv(&composed.portfolio, words),
    };
    openable(bytes.len(), limits::FILE)?;
    Ok(bytes)
}

/// Whether a warning is about what is said of badges, and not about what is inside of them or beside them.
fn about_words(code: &str) -> bool {
    use portfolio::codes::{HANDOUT_NOT_GENUINE_LEFT_OUT, HANDOUT_NOT_VERIFIED, HANDOUT_OTHER_RECIPIENT};
    [HANDOUT_NOT_GENUINE_LEFT_OUT, HANDOUT_NOT_VERIFIED, HANDOUT_OTHER_RECIPIENT].contains(&code)
}

/// What is larger nobody could open again.
fn openable(size: usize, limit: usize) -> Result<(), Failure> {
    if size <= limit {
        return Ok(());
    }
    Err(Failure::new("portfolio.too-large")
        .with("size", size.div_ceil(1_000_000).to_string())
        .with("limit", (limit / 1_000_000).to_string()))
}

fn badge_for(backpack: &Backpack, id: &BadgeId, with_evidence: bool) -> Result<BadgeForPortfolio, Failure> {
    let record = backpack.badge(id)?;
    let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
    let report = StoredReport::read(&leading.report.json)?.report;
    let image = match record.row.image {
        Some(digest) => backpack
            .picture(&digest, backpack::Size::Full)?
            .and_then(|picture| picture::png(&picture.bytes, picture::LARGE).ok()),
        None => None,
    };
    // The leading copy first; an address alone is nothing that anybody could check a claim against.
    let credentials = record
        .copies
        .iter()
        .filter_map(|copy| {
            let credential = Credential::read(&copy.payload).ok()?;
            let media_type = portfolio::media_type_of(&credential).to_owned();
            Some(Payload { media_type, bytes: copy.payload.clone() })
        })
        .collect();
    let mut evidence = Vec::new();
    if with_evidence {
        for piece in backpack.evidence_of(id)? {
            evidence.push(evidence_for(backpack, &piece)?);
        }
    }
    Ok(BadgeForPortfolio { id: id.as_str().to_owned(), report, image, credentials, evidence })
}

fn evidence_for(backpack: &Backpack, piece: &backpack::Evidence) -> Result<EvidenceForPortfolio, Failure> {
    let whole = || -> Result<Vec<u8>, Failure> {
        backpack
            .evidence_bytes(&piece.id, limits::FILE as u64)?
            .ok_or_else(|| Failure::new("evidence.too-large").with("name", &piece.name))
    };
    let kind = match piece.kind {
        backpack::EvidenceKind::Link => EvidenceKind::Link(piece.url.clone().unwrap_or_default()),
        backpack::EvidenceKind::Text => EvidenceKind::Text(String::from_utf8_lossy(&whole()?).into_owned()),
        backpack::EvidenceKind::File => EvidenceKind::File(Payload {
            media_type: piece.media_type.clone().unwrap_or_else(|| "application/octet-stream".to_owned()),
            bytes: whole()?,
        }),
    };
    Ok(EvidenceForPortfolio { name: piece.name.clone(), caption: piece.caption.clone(), kind })
}

/// What the badge's reports rest on. Of each address the newest.
fn documents_of(backpack: &Backpack, id: &BadgeId) -> Result<Vec<SenderDocument>, Failure> {
    let mut documents: Vec<SenderDocument> = Vec::new();
    for stored in backpack.documents_of(id)? {
        // Who sent a mail is nobody's business who is shown the badge, and nobody else has the mail.
        if stored.url.starts_with("dns:") {
            continue;
        }
        documents.retain(|known| known.url != stored.url);
        documents.push(SenderDocument {
            url: stored.url,
            media_type: stored.media_type.unwrap_or_else(|| "application/octet-stream".to_owned()),
            status: stored.status,
            fetched_at: stored.fetched_at,
            bytes: stored.bytes,
        });
    }
    Ok(documents)
}
