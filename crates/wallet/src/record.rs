//! What was found and checked, as records: one for each credential, link or input without anything. The command line
//! writes them; sentences are its business.

use openbadges::Claims;
use serde::Serialize;
use serde_json::Value;
use verification::{DocumentRef, Origin, VerificationReport};

use crate::examine::{Examined, Examinee};
use crate::import::{Decision, Imported};
use crate::telling;
use crate::views::{BadgeCard, CheckView, Failure, Mark, NoteView};

/// One line of what was found.
#[derive(Debug, Clone)]
pub enum Record {
    /// A credential.
    Credential(Box<CredentialRecord>),
    /// A link that was found and not followed.
    Link(LinkRecord),
    /// An input in which no credential was read.
    Nothing(Failure),
}

/// A credential, where it stood, and what was checked.
#[derive(Debug, Clone)]
pub struct CredentialRecord {
    /// Where in the input.
    pub path: String,
    /// `open-badges-3.0`, …
    pub format: String,
    /// `baked-png`, …
    pub container: String,
    /// `vc-jwt/ES256`, …
    pub securing: String,
    /// What was checked; none where nothing was.
    pub checked: Option<CheckedRecord>,
    /// What was tolerated about the container and the credential.
    pub notes: Vec<NoteView>,
    /// What the proof covers; of a hosted badge the issuer's own copy.
    pub credential: Value,
    /// Its name.
    pub name: Option<String>,
    /// Its issuer's name.
    pub issuer: Option<String>,
    /// Only an address so far.
    pub unread: bool,
    /// A newer version of it follows, which counts in its place.
    pub superseded: bool,
    /// What became of it, if it was to be taken in.
    pub kept: Option<KeptRecord>,
}

/// What was checked.
#[derive(Debug, Clone)]
pub struct CheckedRecord {
    /// The verdict.
    pub verdict: String,
    /// The mark.
    pub mark: Mark,
    /// The moment it was judged at.
    pub at: String,
    /// The lines.
    pub checks: Vec<CheckView>,
    /// Hosts whose documents would decide more.
    pub wanted_hosts: Vec<String>,
    /// What it rests on from outside the badge and this program: which version, of which day, whose.
    pub documents: Vec<DocumentRef>,
}

/// What became of a credential that was to be taken in.
#[derive(Debug, Clone)]
pub struct KeptRecord {
    /// Its badge.
    pub badge: String,
    /// `new`, `copy`, `known`, `renewal` or `needs-fetch`.
    pub decision: &'static str,
    /// Whether it waits in the Inbox.
    pub waits: bool,
    /// Badges that are perhaps the same.
    pub perhaps_same: Vec<BadgeCard>,
}

/// A link that was found and not followed.
#[derive(Debug, Clone)]
pub struct LinkRecord {
    /// Where in the input.
    pub path: String,
    /// `assertion`, `page`, `claim` or `offer`.
    pub kind: &'static str,
    /// The platform, where it is known.
    pub platform: Option<String>,
    /// Its host.
    pub host: String,
    /// The address, without personal parameters.
    pub url: String,
    /// The address that would give data.
    pub fetch: Option<String>,
    /// The address a wallet answers at.
    pub request: Option<String>,
    /// Whether it asks for an account first.
    pub login: bool,
}

impl Examined {
    /// The records of this input, credentials first.
    pub fn records(&self) -> Vec<Record> {
        self.all(&[])
    }

    fn all(&self, kept: &[KeptRecord]) -> Vec<Record> {
        let mut records: Vec<Record> = self
            .found
            .iter()
            .enumerate()
            .map(|(at, found)| Record::Credential(Box::new(credential(found, kept.get(at).cloned()))))
            .collect();
        records.extend(self.links.iter().map(|found| Record::Link(link(found))));
        if records.is_empty() {
            let failure = self
                .failure
                .clone()
                .unwrap_or_else(|| Failure::new("nothing.no-badge").with("name", &self.name));
            records.push(Record::Nothing(failure));
        }
        records
    }
}

impl Imported {
    /// The records of this input, with what became of each credential.
    pub fn records(&self) -> Vec<Record> {
        let kept: Vec<KeptRecord> = self
            .kept
            .iter()
            .map(|kept| KeptRecord {
                badge: kept.badge.clone(),
                decision: match kept.decision {
                    Decision::New => "new",
                    Decision::Copy => "copy",
                    Decision::Known => "known",
                    Decision::Renewal(_) => "renewal",
                    Decision::NeedsFetch => "needs-fetch",
                },
                waits: kept.waits,
                perhaps_same: kept.perhaps_same.clone(),
            })
            .collect();
        self.examined.all(&kept)
    }
}

fn credential(found: &Examinee, kept: Option<KeptRecord>) -> CredentialRecord {
    let report = found.checked.as_ref().map(|checked| &checked.report);
    let own;
    let claims = match report {
        Some(report) => &report.claims,
        None => {
            own = found.credential.claims();
            &own
        }
    };
    CredentialRecord {
        path: found.path.clone(),
        format: report.map_or(found.credential.format(), |report| report.format).as_str().to_owned(),
        container: found.container.as_str().to_owned(),
        securing: report
            .map_or_else(|| found.credential.securing().to_string(), |report| report.securing.clone()),
        checked: found.checked.as_ref().map(|checked| CheckedRecord {
            verdict: checked.report.verdict.as_str().to_owned(),
            mark: verification::mark(&checked.report).into(),
            at: checked.report.at.to_string(),
            checks: telling::checks(&checked.report),
            wanted_hosts: checked.wanted_hosts(),
            documents: outside(&checked.report),
        }),
        notes: found.notes.iter().chain(found.credential.notes()).map(telling::note).collect(),
        credential: shown(claims),
        name: claims.name.clone(),
        issuer: claims.issuer.name.clone(),
        unread: found.is_unread(),
        superseded: found.is_superseded(),
        kept,
    }
}

fn outside(report: &VerificationReport) -> Vec<DocumentRef> {
    report.documents.iter().filter(|document| document.origin != Origin::Bundled).cloned().collect()
}

/// The claims as JSON. A picture that is inside the credential stays out: it can be megabytes on a line.
fn shown(claims: &Claims) -> Value {
    let without = |image: &Option<String>| image.clone().filter(|address| !address.starts_with("data:"));
    let mut claims = claims.clone();
    claims.image = without(&claims.image);
    claims.issuer.image = without(&claims.issuer.image);
    to_value(&claims)
}

fn to_value(what: &impl Serialize) -> Value {
    serde_json::to_value(what).unwrap_or(Value::Null)
}

fn link(link: &intake::Link) -> LinkRecord {
    LinkRecord {
        path: link.path.clone(),
        kind: match link.kind {
            intake::LinkKind::Assertion => "assertion",
            intake::LinkKind::Page => "page",
            intake::LinkKind::Claim => "claim",
            intake::LinkKind::Offer => "offer",
        },
        platform: link.platform.clone(),
        host: link.host.clone(),
        url: link.url.clone(),
        fetch: link.fetch.as_ref().map(ToString::to_string),
        request: link.request.as_ref().map(ToString::to_string),
        login: link.login,
    }
}

/// A badge in the command line's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its issuer's id, normalised.
    pub issuer_id: String,
    /// Its issuer's name.
    pub issuer: String,
    /// How it stands.
    pub verdict: String,
    /// Its mark.
    pub mark: Mark,
    /// From when it holds, as the issuer wrote it.
    pub valid_from: Option<String>,
    /// Until when, as the issuer wrote it.
    pub valid_until: Option<String>,
    /// How many copies there are.
    pub copies: u32,
}

impl crate::Wallet {
    /// Every kept badge in which all these words are found, latest first; all of them if there are no words. `each` is
    /// called as they are read; its error ends it.
    pub fn each_badge<E: From<Failure>>(
        &self,
        words: &str,
        mut each: impl FnMut(Listed) -> Result<(), E>,
    ) -> Result<usize, E> {
        let backpack = self.backpack()?;
        self.restate_turned(&backpack)?;
        let mut seen = 0;
        loop {
            let query = backpack::Query {
                state: Some(backpack::BadgeState::Kept),
                words: words.to_owned(),
                offset: u32::try_from(seen).unwrap_or(u32::MAX),
                limit: 500,
                ..backpack::Query::default()
            };
            let rows = backpack.badges(&query).map_err(Failure::from)?.rows;
            if rows.is_empty() {
                return Ok(seen);
            }
            for row in rows {
                seen += 1;
                each(Listed {
                    id: row.id.as_str().to_owned(),
                    name: row.name,
                    issuer_id: row.issuer_key,
                    issuer: row.issuer,
                    verdict: row.verdict,
                    mark: Mark::from_word(&row.mark).unwrap_or(Mark::Inconclusive),
                    valid_from: row.issued,
                    valid_until: row.valid_until_text,
                    copies: row.copies,
                })?;
            }
        }
    }
}
