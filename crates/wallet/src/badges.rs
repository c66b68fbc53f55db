//! The badges in the backpack: listed, searched, shown, checked again, taken away.

use std::sync::Arc;

use backpack::{Backpack, BadgeId, BadgeRecord, BadgeRow, BadgeState, CopyRecord, Query};
use openbadges::Credential;

use crate::archive::BackpackArchive;
use crate::checking::Ask;
use crate::import::{Detail, ImportTerms, StoredReport, fields, rank, stored_documents};
use crate::save::{SaveFile, file_name};
use crate::session::count;
use crate::telling;
use crate::views::{
    BadgeCard, BadgeList, BadgeQuery, BadgeView, ChangeSet, CopyView, Failure, IssuerView, MailView, Mark,
    MarkCount, ReportView, Sort, SourceView, StackName,
};
use crate::wallet::{Done, Wallet};

/// The most badges of one page.
const PAGE: u32 = 10_000;

impl Wallet {
    /// A page of the badges that are kept.
    pub fn badges(&self, query: &BadgeQuery) -> Result<BadgeList, Failure> {
        let backpack = self.backpack()?;
        self.restate_turned(&backpack)?;
        let page = backpack.badges(&Query {
            state: Some(BadgeState::Kept),
            words: query.words.clone(),
            mark: query.mark.map(|mark| mark.as_str().to_owned()),
            sort: match query.sort {
                Sort::Newest => backpack::Sort::Newest,
                Sort::Oldest => backpack::Sort::Oldest,
                Sort::Name => backpack::Sort::Name,
                Sort::Issuer => backpack::Sort::Issuer,
            },
            offset: query.offset,
            limit: if query.limit == 0 { PAGE } else { query.limit.min(PAGE) },
        })?;
        let mut counts: Vec<MarkCount> = page
            .counts
            .iter()
            .filter_map(|one| Some(MarkCount { mark: Mark::from_word(&one.mark)?, count: count(one.count) }))
            .collect();
        counts.sort_by_key(|one| one.mark);
        Ok(BadgeList {
            items: page.rows.iter().map(card).collect(),
            total: count(page.total),
            counts,
            minutes: count(page.minutes),
        })
    }

    /// Everything about one badge, named by its id or the first four characters of it or more.
    pub fn badge(&self, id: &str) -> Result<BadgeView, Failure> {
        let backpack = self.backpack()?;
        self.restate_turned(&backpack)?;
        let record = backpack.badge(&badge_id(&backpack, id)?)?;
        self.badge_view(&backpack, &record)
    }

    fn badge_view(&self, backpack: &Backpack, record: &BadgeRecord) -> Result<BadgeView, Failure> {
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let stored = StoredReport::read(&leading.report.json)?;
        let report = &stored.report;
        let claims = &report.claims;
        let mut copies = Vec::new();
        for copy in &record.copies {
            copies.push(self.copy_view(copy)?);
        }
        let mut reports: Vec<ReportView> = leading
            .reports
            .iter()
            .filter_map(|line| {
                Some(ReportView { at: line.at.to_string(), mark: Mark::from_word(&line.mark)? })
            })
            .collect();
        reports.dedup();
        Ok(BadgeView {
            card: card(&record.row),
            description: claims.description.clone(),
            criteria: claims.criteria.clone(),
            criteria_url: claims.criteria_url.clone(),
            issuer: IssuerView {
                id: claims.issuer.id.clone().unwrap_or_default(),
                name: claims.issuer.name.clone().unwrap_or_default(),
                url: claims.issuer.url.clone(),
                vouched_by: telling::vouched_by(report),
                marked: match &claims.issuer.id {
                    Some(issuer) => backpack.pins()?.iter().any(|pin| pin.issuer == *issuer),
                    None => false,
                },
            },
            recipient_name: claims.recipient_name.clone(),
            level: claims.level.clone(),
            language: claims.language.clone(),
            tags: claims.tags.clone(),
            competencies: telling::competencies(claims),
            issuer_evidence: telling::issuer_evidence(claims),
            alignments: telling::alignments(claims),
            checked_at: report.at.to_string(),
            checks: telling::checks_for(report, &crate::identities::known(backpack)?),
            wanted_hosts: stored.wanted_hosts.clone(),
            evidence: crate::evidence::of(backpack, &record.row.id)?,
            stacks: backpack
                .stacks_of(&record.row.id)?
                .into_iter()
                .map(|(id, title)| StackName { id: id.0, title })
                .collect(),
            copies,
            sources: record.copies.iter().flat_map(sources).collect(),
            reports,
            perhaps_same: perhaps_same(backpack, &record.row.id)?,
        })
    }

    fn copy_view(&self, copy: &CopyRecord) -> Result<CopyView, Failure> {
        let report = StoredReport::read(&copy.report.json)?.report;
        Ok(CopyView {
            digest: copy.digest.hex(),
            format: copy.format.clone(),
            securing: copy.securing.clone(),
            container: copy.sources.first().map(|one| one.source.carrier.clone()).unwrap_or_default(),
            leading: copy.leading,
            raw: String::from_utf8_lossy(&copy.payload).into_owned(),
            mark: telling::mark(&report, self.now()),
        })
    }

    /// Checks every copy of a badge anew. These hosts may be asked from now on; others only where they were
    /// consented to before.
    pub fn check_again(&self, id: &str, allow: &[String]) -> Result<Done<BadgeView>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, id)?;
        for host in allow {
            backpack.give_consent(&crate::checking::normal_host(host), self.now())?;
        }
        let online = self.online(&[])?;
        let terms = ImportTerms { ask: online.as_ref().map(|ask| ask as &dyn Ask), ..ImportTerms::default() };
        self.check_badge(&backpack, &badge, &terms)?;
        let view = self.badge(badge.as_str())?;
        let changes = ChangeSet::badges([badge.as_str()]).and(ChangeSet::inbox());
        let changes = if allow.is_empty() { changes } else { changes.and(ChangeSet::settings()) };
        Ok(Done::new(view, changes))
    }

    /// Checks every copy of a badge anew and keeps the reports.
    pub(crate) fn check_badge(
        &self,
        backpack: &Arc<Backpack>,
        badge: &BadgeId,
        terms: &ImportTerms<'_>,
    ) -> Result<(), Failure> {
        let archive = BackpackArchive(Arc::clone(backpack));
        let mut judge = self.judge(backpack, &archive, terms)?;
        let copies = backpack.badge(badge)?.copies;
        // What is attached is only read for a badge that names something by a digest.
        if copies.iter().any(|copy| crate::evidence::names_digests(&copy.payload)) {
            crate::evidence::attach(backpack, badge, &mut judge.known)?;
        }
        for copy in copies {
            let Ok(credential) = Credential::read(&copy.payload) else {
                continue;
            };
            let baked = copy.sources.iter().any(|one| one.source.carrier.starts_with("baked-"));
            let carrier = match copy.image.filter(|_| baked) {
                Some(digest) => backpack.picture(&digest, backpack::Size::Full)?,
                None => None,
            };
            let carrier = carrier.as_ref().map(|picture| picture.bytes.as_slice());
            let mut checked = judge.check_carried(&credential, carrier, Some(copy.added_at));
            if let Ok(before) = StoredReport::read(&copy.report.json) {
                match &before.seal {
                    Some(seal) => judge.mailed(&written_to(&copy), Some(seal), &mut checked),
                    None => crate::checking::keep_mail(&mut checked.report, &before.report),
                }
            }
            backpack.add_report(
                &copy.digest,
                &StoredReport::of(&checked),
                &stored_documents(&checked),
                &fields(&credential, &checked.report, self.now()),
                rank(&credential, &checked.report),
            )?;
        }
        Ok(())
    }

    /// States anew the badges whose verdict changed by itself since it was last stated: a date has passed.
    pub(crate) fn restate_turned(&self, backpack: &Backpack) -> Result<(), Failure> {
        let now = self.now();
        for standing in backpack.turned(now)? {
            let report = StoredReport::read(&standing.report)?.report;
            let record = backpack.badge(&standing.badge)?;
            let Some(copy) = record.copies.iter().find(|copy| copy.digest == standing.copy) else {
                continue;
            };
            backpack.restate(
                &standing.copy,
                verification::verdict_at(&report, now).as_str(),
                verification::mark_at(&report, now).as_str(),
                verification::turns_at(&report, now),
                copy.rank,
            )?;
        }
        Ok(())
    }

    /// Takes a badge away, with its copies, evidence and places in stacks.
    pub fn delete_badge(&self, id: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let badge = badge_id(&backpack, id)?;
        backpack.delete(&badge)?;
        let changes = ChangeSet::badges([badge.as_str()]).and(ChangeSet::inbox()).and(ChangeSet::stacks());
        Ok(Done::new((), changes))
    }

    /// The badge as a file to keep elsewhere: the picture that carries it where there is one, else the issuer's bytes.
    pub fn badge_file(&self, id: &str) -> Result<SaveFile, Failure> {
        let backpack = self.backpack()?;
        let record = backpack.badge(&badge_id(&backpack, id)?)?;
        let leading = record.leading().ok_or_else(|| Failure::new("backpack.unknown-copy"))?;
        let carrier = leading.sources.first().map_or("", |one| one.source.carrier.as_str());
        if carrier.starts_with("baked-")
            && let Some(digest) = leading.image
            && let Some(picture) = backpack.picture(&digest, backpack::Size::Full)?
        {
            let extension = if picture.media_type == "image/svg+xml" { "svg" } else { "png" };
            return Ok(SaveFile { name: file_name(&record.row.name, extension), bytes: picture.bytes });
        }
        let credential = Credential::read(&leading.payload).map_err(|error| Failure::new(error.code()))?;
        let extension = match credential.form() {
            openbadges::Form::Json(_) => "json",
            openbadges::Form::Jws { .. } | openbadges::Form::SdJwt { .. } => "jwt",
            openbadges::Form::Address(_) => "txt",
        };
        Ok(SaveFile { name: file_name(&record.row.name, extension), bytes: leading.payload.clone() })
    }
}

/// To whom the mail was written that a copy came in.
fn written_to(copy: &CopyRecord) -> Vec<String> {
    let details =
        copy.sources.iter().filter_map(|one| serde_json::from_str::<Detail>(&one.source.detail).ok());
    details.filter_map(|detail| detail.mail).map(|mail| mail.to).next().unwrap_or_default()
}

/// The badge with this id, or with the only one that begins so.
pub(crate) fn badge_id(backpack: &Backpack, id: &str) -> Result<BadgeId, Failure> {
    let found = match id.parse::<BadgeId>() {
        Ok(id) => Ok(id),
        Err(_) => backpack.find_prefix(id),
    };
    found.map_err(|error| Failure::from(error).with("id", id))
}

/// Several badges, in the order given.
pub(crate) fn badge_ids(backpack: &Backpack, ids: &[String]) -> Result<Vec<BadgeId>, Failure> {
    ids.iter().map(|id| badge_id(backpack, id)).collect()
}

/// A badge in a list.
pub(crate) fn card(row: &BadgeRow) -> BadgeCard {
    BadgeCard {
        id: row.id.as_str().to_owned(),
        name: row.name.clone(),
        issuer: row.issuer.clone(),
        mark: Mark::from_word(&row.mark).unwrap_or(Mark::Inconclusive),
        issued: row.issued.clone(),
        valid_until: row.valid_until_text.clone(),
        minutes: row.minutes,
        picture: row.image.map(|digest| digest.hex()),
        copies: row.copies,
    }
}

/// Badges that are perhaps the same as this one.
pub(crate) fn perhaps_same(backpack: &Backpack, badge: &BadgeId) -> Result<Vec<BadgeCard>, Failure> {
    let same = backpack.perhaps_same(badge)?;
    same.iter().map(|id| Ok(card(&backpack.row(id)?))).collect()
}

fn sources(copy: &CopyRecord) -> impl Iterator<Item = SourceView> + '_ {
    copy.sources.iter().map(|one| {
        let detail: Detail = serde_json::from_str(&one.source.detail).unwrap_or_default();
        let mail = mail(&detail);
        SourceView {
            kind: one.source.kind.clone(),
            name: match &mail {
                Some(mail) if detail.name.is_empty() => mail.subject.clone(),
                _ => detail.name,
            },
            mail,
            at: one.seen_at.to_string(),
        }
    })
}

/// The mail something came in.
pub(crate) fn mail(detail: &Detail) -> Option<MailView> {
    detail.mail.as_ref().map(|mail| MailView {
        subject: mail.subject.clone(),
        from: mail.from.clone(),
        date: mail.date.clone(),
    })
}
