//! LinkedIn's “add to profile”: a link that carries the badge's fields, and the same fields to copy by hand.

use jiff::civil::Date;
use openbadges::{Claims, IssuerTime, Note};
use url::Url;
use words::Words;

use crate::codes;

/// Where the form is. `CERTIFICATION_NAME` is what LinkedIn calls the form for licences and certificates.
const FORM: &str = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME";
/// Longer names were never seen to be taken.
const LONGEST: usize = 255;

/// What the badge itself does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkedInOptions {
    /// The figures of the issuer's LinkedIn page, where somebody knows them: they win over the name.
    pub organization_id: Option<String>,
    /// A public page of this badge, where the learner has one.
    pub page: Option<String>,
}

/// The link and its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedIn {
    /// The link. Opening it tells LinkedIn everything in it.
    pub url: String,
    /// The fields in the order of LinkedIn's form, those without a value left out.
    pub fields: Vec<LinkedInField>,
    /// What to know before using it.
    pub notes: Vec<Note>,
}

/// One field, to be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedInField {
    /// Which.
    pub id: LinkedInFieldId,
    /// What goes in.
    pub value: String,
}

/// The fields of LinkedIn's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkedInFieldId {
    /// The badge's name.
    Name,
    /// Who gave it.
    Organization,
    /// Month and year it was given.
    IssueDate,
    /// Month and year it ends.
    ExpirationDate,
    /// Its id.
    CredentialId,
    /// Where it can be seen.
    CredentialUrl,
}

impl LinkedInFieldId {
    /// The stable name, as in views and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            LinkedInFieldId::Name => "name",
            LinkedInFieldId::Organization => "organization",
            LinkedInFieldId::IssueDate => "issueDate",
            LinkedInFieldId::ExpirationDate => "expirationDate",
            LinkedInFieldId::CredentialId => "credentialId",
            LinkedInFieldId::CredentialUrl => "credentialUrl",
        }
    }
}

/// The link and the fields for this badge. Dates in the fields are in the language of `words`.
pub fn linkedin(claims: &Claims, options: &LinkedInOptions, words: Words) -> LinkedIn {
    let words = words.for_data();
    let name = text(claims.name.as_deref()).unwrap_or_else(|| words.page_badge_unnamed());
    let organization = text(claims.issuer.name.as_deref()).unwrap_or_default();
    let issued = claims.valid_from.as_ref().and_then(day);
    let expires = claims.valid_until.as_ref().and_then(day);
    let id = claims.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
    let page = options.page.as_deref().and_then(public_page).or_else(|| id.and_then(public_page));
    let credential_id = id.map(short_id);

    let mut url = Parameters(FORM.to_owned());
    url.add("name", &name);
    match options
        .organization_id
        .as_deref()
        .filter(|id| !id.is_empty() && id.chars().all(|c| c.is_ascii_digit()))
    {
        Some(number) => url.add("organizationId", number),
        None if !organization.is_empty() => url.add("organizationName", &organization),
        None => {}
    }
    if let Some(date) = issued {
        url.add("issueYear", &date.year().to_string());
        url.add("issueMonth", &date.month().to_string());
    }
    if let Some(date) = expires {
        url.add("expirationYear", &date.year().to_string());
        url.add("expirationMonth", &date.month().to_string());
    }
    if let Some(page) = &page {
        url.add("certUrl", page);
    }
    if let Some(id) = &credential_id {
        url.add("certId", id);
    }

    let mut notes = vec![Note::new(codes::LINKEDIN_FIELDS_MAY_STAY_EMPTY)];
    if issued.is_none() {
        notes.push(Note::new(codes::LINKEDIN_NO_DATE));
    }
    match page.as_deref().map(Url::parse) {
        None => notes.push(Note::new(codes::LINKEDIN_NO_PUBLIC_PAGE)),
        Some(Ok(page)) if options.page.is_none() => {
            let host = page.host_str().unwrap_or_default();
            notes.push(Note::new(codes::LINKEDIN_PAGE_UNCHECKED).with("host", host));
        }
        Some(_) => {}
    }
    if name.chars().count() > LONGEST || organization.chars().count() > LONGEST {
        notes.push(Note::new(codes::LINKEDIN_TOO_LONG).with("count", LONGEST.to_string()));
    }

    let fields = [
        (LinkedInFieldId::Name, Some(name)),
        (LinkedInFieldId::Organization, Some(organization).filter(|name| !name.is_empty())),
        (LinkedInFieldId::IssueDate, issued.map(|date| words.month(date))),
        (LinkedInFieldId::ExpirationDate, expires.map(|date| words.month(date))),
        (LinkedInFieldId::CredentialId, credential_id),
        (LinkedInFieldId::CredentialUrl, page),
    ];
    let fields =
        fields.into_iter().filter_map(|(id, value)| Some(LinkedInField { id, value: value? })).collect();
    LinkedIn { url: url.0, fields, notes }
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(|text| words::visible_line(text.trim()).into_owned()).filter(|text| !text.is_empty())
}

/// The day in the issuer's own offset, as written; where the text is no date of the calendar, the UTC day.
fn day(time: &IssuerTime) -> Option<Date> {
    words::written_day(&time.text, time.instant)
}

/// The address, if LinkedIn and everybody else can open it: https, a name in the public DNS, no password in it.
fn public_page(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let domain = url.domain()?.trim_end_matches('.');
    let local = ["localhost", "local", "internal", "lan", "home.arpa", "test", "invalid", "onion"];
    let public = url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && domain.contains('.')
        && !local
            .iter()
            .any(|end| domain == *end || domain.strip_suffix(end).is_some_and(|d| d.ends_with('.')));
    public.then(|| address.to_owned())
}

/// What people would call the id: the last part of an address, anything else as it is.
fn short_id(id: &str) -> String {
    let parsed = Url::parse(id).ok().filter(|url| matches!(url.scheme(), "https" | "http"));
    let last = parsed
        .as_ref()
        .and_then(|url| url.path_segments()?.rfind(|part| !part.is_empty()).map(str::to_owned));
    last.unwrap_or_else(|| id.to_owned())
}

/// Percent-encoding as in the fixtures: everything but RFC 3986's unreserved characters, a space as `%20`.
struct Parameters(String);

impl Parameters {
    fn add(&mut self, name: &str, value: &str) {
        use std::fmt::Write as _;
        let _ = write!(self.0, "&{name}=");
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                self.0.push(char::from(byte));
            } else {
                let _ = write!(self.0, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests;
