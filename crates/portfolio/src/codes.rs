//! Every code of this crate, each with a sentence in `locales/*/portfolio.ftl`.

/// All of them, sorted.
pub const ALL: &[&str] = &[
    HANDOUT_ADDRESS_HASHED,
    HANDOUT_ADDRESS_PLAIN,
    HANDOUT_EVIDENCE_INCLUDED,
    HANDOUT_GRADES_INSIDE,
    HANDOUT_LARGE,
    HANDOUT_LINK_LEFT_OUT,
    HANDOUT_LINKABLE,
    HANDOUT_NOT_GENUINE_LEFT_OUT,
    HANDOUT_NOT_VERIFIED,
    HANDOUT_OTHER_RECIPIENT,
    LINKEDIN_FIELDS_MAY_STAY_EMPTY,
    LINKEDIN_NO_DATE,
    LINKEDIN_NO_PUBLIC_PAGE,
    LINKEDIN_PAGE_UNCHECKED,
    LINKEDIN_TOO_LONG,
    PORTFOLIO_EMPTY,
    PORTFOLIO_NOT_SIGNED,
    PORTFOLIO_TOO_LARGE,
    REVIEW_BADGE_TWICE,
    REVIEW_BLOB_CHANGED,
    REVIEW_BLOB_MISSING,
    REVIEW_BLOB_UNNAMED,
    REVIEW_CREDENTIAL_UNREADABLE,
    REVIEW_DESCRIBED_ONLY,
    REVIEW_EVIDENCE_CHANGED,
    REVIEW_EVIDENCE_MISSING,
    REVIEW_EVIDENCE_NOT_SIGNED,
    REVIEW_EVIDENCE_SIGNATURE_BROKEN,
    REVIEW_HOLDER_KEY_DIFFERS,
    REVIEW_ISSUER_DIFFERS,
    REVIEW_MANIFEST_BROKEN,
    REVIEW_NAME_DIFFERS,
    REVIEW_NEWER_MINOR,
    REVIEW_PAST_ITS_DATE,
    REVIEW_SECOND_MANIFEST,
    REVIEW_SENDER_SAYS_OTHERWISE,
    SHARED_PROFILE_DAMAGED,
    SHARED_PROFILE_MANIFEST_UNREADABLE,
    SHARED_PROFILE_NOT_ONE,
    SHARED_PROFILE_SEVERAL,
    SHARED_PROFILE_TOO_LARGE,
    SHARED_PROFILE_VERSION,
];

/// Badges (`$count`, `$names`) hold the holder's address as a hash.
pub const HANDOUT_ADDRESS_HASHED: &str = "handout.address-hashed";
/// Badges (`$count`, `$names`) hold the holder's address readably.
pub const HANDOUT_ADDRESS_PLAIN: &str = "handout.address-plain";
/// Pieces of evidence (`$count`) go along.
pub const HANDOUT_EVIDENCE_INCLUDED: &str = "handout.evidence-included";
/// Badges (`$count`, `$names`) hold grades.
pub const HANDOUT_GRADES_INSIDE: &str = "handout.grades-inside";
/// The file (`$size`) is too large for many mailboxes.
pub const HANDOUT_LARGE: &str = "handout.large";
/// A link (`$name`) that is not https stays out.
pub const HANDOUT_LINK_LEFT_OUT: &str = "handout.link-left-out";
/// Hand-outs signed by one key can be told to belong together.
pub const HANDOUT_LINKABLE: &str = "handout.linkable";
/// Badges (`$count`, `$names`) that are not genuine stay out.
pub const HANDOUT_NOT_GENUINE_LEFT_OUT: &str = "handout.not-genuine-left-out";
/// Badges (`$count`, `$names`) are not verified.
pub const HANDOUT_NOT_VERIFIED: &str = "handout.not-verified";
/// Badges (`$count`, `$names`) were given to another address.
pub const HANDOUT_OTHER_RECIPIENT: &str = "handout.other-recipient";
/// LinkedIn may not take over what the link carries.
pub const LINKEDIN_FIELDS_MAY_STAY_EMPTY: &str = "linkedin.fields-may-stay-empty";
/// The badge has no date that can be read.
pub const LINKEDIN_NO_DATE: &str = "linkedin.no-date";
/// The badge has no page of its own that LinkedIn could link to.
pub const LINKEDIN_NO_PUBLIC_PAGE: &str = "linkedin.no-public-page";
/// Whether the badge's address (`$host`) shows anything was not looked at.
pub const LINKEDIN_PAGE_UNCHECKED: &str = "linkedin.page-unchecked";
/// A name is longer than LinkedIn may take.
pub const LINKEDIN_TOO_LONG: &str = "linkedin.too-long";
/// There is no badge to hand out.
pub const PORTFOLIO_EMPTY: &str = "portfolio.empty";
/// The holder's key did not sign.
pub const PORTFOLIO_NOT_SIGNED: &str = "portfolio.not-signed";
/// The file would be larger (`$size`) than a reader takes (`$limit`).
pub const PORTFOLIO_TOO_LARGE: &str = "portfolio.too-large";
/// The same badge stands in it twice (`$name`).
pub const REVIEW_BADGE_TWICE: &str = "review.badge-twice";
/// A part was changed after it was handed out.
pub const REVIEW_BLOB_CHANGED: &str = "review.blob-changed";
/// A part that it names is not in it.
pub const REVIEW_BLOB_MISSING: &str = "review.blob-missing";
/// It holds parts (`$count`) that nothing in it names.
pub const REVIEW_BLOB_UNNAMED: &str = "review.blob-unnamed";
/// What was handed out as a badge is none that can be read.
pub const REVIEW_CREDENTIAL_UNREADABLE: &str = "review.credential-unreadable";
/// The badge is only described.
pub const REVIEW_DESCRIBED_ONLY: &str = "review.described-only";
/// A piece of evidence (`$name`) was changed.
pub const REVIEW_EVIDENCE_CHANGED: &str = "review.evidence-changed";
/// A piece of evidence (`$name`) is not in it.
pub const REVIEW_EVIDENCE_MISSING: &str = "review.evidence-missing";
/// Nobody signed for a piece of evidence (`$name`).
pub const REVIEW_EVIDENCE_NOT_SIGNED: &str = "review.evidence-not-signed";
/// The holder's signature under a piece of evidence (`$name`) does not fit.
pub const REVIEW_EVIDENCE_SIGNATURE_BROKEN: &str = "review.evidence-signature-broken";
/// It is signed by another key than the one it names as the holder's.
pub const REVIEW_HOLDER_KEY_DIFFERS: &str = "review.holder-key-differs";
/// The sender calls the issuer otherwise (`$name`) than the badge does.
pub const REVIEW_ISSUER_DIFFERS: &str = "review.issuer-differs";
/// The sender's signature over the whole does not fit.
pub const REVIEW_MANIFEST_BROKEN: &str = "review.manifest-broken";
/// The sender calls the badge otherwise (`$name`) than the badge does itself.
pub const REVIEW_NAME_DIFFERS: &str = "review.name-differs";
/// It was written by a newer version (`$version`) that may say more.
pub const REVIEW_NEWER_MINOR: &str = "review.newer-minor";
/// It was meant to be read until a day (`$date`) that has passed.
pub const REVIEW_PAST_ITS_DATE: &str = "review.past-its-date";
/// It holds more than one table of contents; the first counts.
pub const REVIEW_SECOND_MANIFEST: &str = "review.second-manifest";
/// The sender's program found something else (`$verdict`, `$date`).
pub const REVIEW_SENDER_SAYS_OTHERWISE: &str = "review.sender-says-otherwise";
/// A shared profile, but not in a shape that can be read.
pub const SHARED_PROFILE_DAMAGED: &str = "shared-profile.damaged";
/// Its table of contents cannot be read.
pub const SHARED_PROFILE_MANIFEST_UNREADABLE: &str = "shared-profile.manifest-unreadable";
/// No shared profile.
pub const SHARED_PROFILE_NOT_ONE: &str = "shared-profile.not-one";
/// The page holds more than one.
pub const SHARED_PROFILE_SEVERAL: &str = "shared-profile.several";
/// Larger than is looked at (`$limit`).
pub const SHARED_PROFILE_TOO_LARGE: &str = "shared-profile.too-large";
/// Of a version (`$version`) that this program does not know.
pub const SHARED_PROFILE_VERSION: &str = "shared-profile.version";

#[cfg(test)]
mod tests {
    use words::Words;

    #[test]
    fn every_code_is_worded_in_every_language() {
        let missing: Vec<_> = super::ALL.iter().filter(|code| !Words::has_code(code)).collect();
        assert!(missing.is_empty(), "no words for {missing:?}");
        assert!(super::ALL.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
    }
}
