//! Every code this crate gives, each with a sentence in `locales/*/checks.ftl`. A [`Code`] can be made nowhere else, so
//! that a report cannot hold a code that nobody worded.

use openbadges::Note;

/// A stable, dotted reason code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// The code as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// A note with this code and no arguments.
    pub fn note(self) -> Note {
        Note::new(self.0)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

// Archive errors are worded by the wallet, which alone reads archives from disk.

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $text:literal;)+) => {
        $($(#[$doc])+ pub const $name: Code = Code($text);)+
        /// Every code, in the order of the checks.
        pub const ALL: &[&str] = &[$($text),+];
    };
}

codes! {
    // structure
    /// It has what a badge of its kind needs.
    STRUCTURE_OK = "structure.ok";
    /// `$member` is missing.
    STRUCTURE_MISSING = "structure.missing";
    /// `$member` is there, but is not what it has to be.
    STRUCTURE_WRONG = "structure.wrong";
    /// `$member` is no date.
    STRUCTURE_DATE = "structure.date";
    /// It says two things at once: `$member`.
    STRUCTURE_AMBIGUOUS = "structure.ambiguous";
    /// In reports of earlier versions: this kind (`$format`) was not looked at.
    STRUCTURE_NOT_BUILT_YET = "structure.not-built-yet";
    /// The badge itself has not been had yet.
    STRUCTURE_NOT_READ = "structure.not-read";
    /// Note: a signed statement that is no badge.
    STRUCTURE_NO_BADGE = "structure.no-badge";
    /// Note: it holds further badges, each of which is checked by itself.
    STRUCTURE_ENVELOPE = "structure.envelope";

    // schema
    /// It names no schema.
    SCHEMA_NONE = "schema.none";
    /// It follows the schema it names.
    SCHEMA_OK = "schema.ok";
    /// It does not follow the schema it names, at `$member`.
    SCHEMA_BROKEN = "schema.broken";
    /// The schema has not been had.
    SCHEMA_NOT_HAD = "schema.not-had";
    /// What lies at the schema's address is none.
    SCHEMA_UNREADABLE = "schema.unreadable";
    /// What lies at the schema's address is another than the badge names by its digest.
    SCHEMA_OTHER = "schema.other";
    /// Comparing would take too long, or would need further documents.
    SCHEMA_TOO_MUCH_WORK = "schema.too-much-work";
    /// A kind of schema (`$kind`) that is not known here.
    SCHEMA_KIND_UNKNOWN = "schema.kind-unknown";

    // proof
    /// The signature is good.
    PROOF_OK = "proof.ok";
    /// The issuer's own copy says so.
    PROOF_HOSTED = "proof.hosted";
    /// No proof of any kind.
    PROOF_NONE = "proof.none";
    /// The signature does not fit.
    PROOF_ALTERED = "proof.altered";
    /// The signature is no signature: `$member`.
    PROOF_MALFORMED = "proof.malformed";
    /// In reports of earlier versions: this kind of signature (`$suite`) was not checked.
    PROOF_SUITE_NOT_BUILT_YET = "proof.suite-not-built-yet";
    /// A kind of signature (`$suite`) that cannot be checked here.
    PROOF_SUITE_UNSUPPORTED = "proof.suite-unsupported";
    /// It rests on an entry in a public ledger (Blockcerts).
    PROOF_BLOCKCERTS = "proof.blockcerts";
    /// This algorithm (`$alg`) protects nothing, or not this.
    PROOF_ALGORITHM_REFUSED = "proof.algorithm-refused";
    /// The algorithm (`$alg`) and the kind of the key do not go together.
    PROOF_KEY_KIND = "proof.key-kind";
    /// A key too weak to prove anything.
    PROOF_KEY_WEAK = "proof.key-weak";
    /// The key has not been had.
    PROOF_KEY_NOT_HAD = "proof.key-not-had";
    /// `$term` is covered by no definition, so no signature covers it.
    PROOF_UNDEFINED_TERM = "proof.undefined-term";
    /// `$term` is written so that programs read one thing and people another.
    PROOF_DISGUISED = "proof.disguised";
    /// A context (`$address`) is not known.
    PROOF_CONTEXT_UNKNOWN = "proof.context-unknown";
    /// Its linked data cannot be read.
    PROOF_LINKED_DATA = "proof.linked-data";
    /// Too many alike unnamed parts.
    PROOF_TOO_SYMMETRIC = "proof.too-symmetric";
    /// Too many statements.
    PROOF_TOO_LARGE = "proof.too-large";
    /// Nested too deeply.
    PROOF_TOO_DEEP = "proof.too-deep";
    /// The signature was only meant to count until `$date`.
    PROOF_EXPIRED = "proof.expired";
    /// A proof says that it rests on another, which is not there.
    PROOF_PREVIOUS_MISSING = "proof.previous-missing";
    /// A proof rests on another, which is not good.
    PROOF_PREVIOUS_BAD = "proof.previous-bad";
    /// A proof rests on another, which could not be checked.
    PROOF_PREVIOUS_UNDECIDED = "proof.previous-undecided";
    /// A proof that only the holder has, to derive others from.
    PROOF_NEEDS_DERIVATION = "proof.needs-derivation";
    /// The token demands something (`$member`) that we do not know.
    PROOF_CRITICAL = "proof.critical";
    /// The token and the badge in it say different things: `$member`.
    PROOF_CLAIM_DIFFERS = "proof.claim-differs";
    /// The issuer's copy has not been had.
    PROOF_HOSTED_NOT_HAD = "proof.hosted-not-had";
    /// At the issuer's address there is nothing.
    PROOF_HOSTED_MISSING = "proof.hosted-missing";
    /// What stands at the address is no such badge.
    PROOF_HOSTED_UNREADABLE = "proof.hosted-unreadable";
    /// What stands at the address is another badge.
    PROOF_HOSTED_OTHER = "proof.hosted-other";
    /// The address is not one under which this issuer keeps badges.
    PROOF_HOSTED_OUT_OF_SCOPE = "proof.hosted-out-of-scope";
    /// The badge has no address of its own.
    PROOF_HOSTED_NO_ADDRESS = "proof.hosted-no-address";
    /// The issuer's copy came from the sender.
    PROOF_SENDER_COPY = "proof.sender-copy";
    /// Note: the file differs from the issuer's copy, which counts.
    PROOF_HOSTED_DIFFERS = "proof.hosted-differs";
    /// Note: another host (`$host`) answered than the one that was asked.
    PROOF_REDIRECTED = "proof.redirected";
    /// Note: fetched without transport security.
    PROOF_HTTP = "proof.http";
    /// Note: another proof (`$suite`) is not good: `$reason`.
    PROOF_OTHER_FAILED = "proof.other-failed";
    /// Note: another proof (`$suite`) could not be checked: `$reason`.
    PROOF_OTHER_UNDECIDED = "proof.other-undecided";
    /// Note: another proof is good, too.
    PROOF_OTHER_OK = "proof.other-ok";
    /// Note: made in the future.
    PROOF_CREATED_LATER = "proof.created-later";
    /// Note: the badge brings definitions of its own.
    PROOF_INLINE_CONTEXT = "proof.inline-context";
    /// Note: members (`$members`) that one platform does not sign were left out, also of what is shown.
    PROOF_OEB_UNSIGNED_MEMBERS = "proof.oeb-unsigned-members";
    /// A part was shown that nothing signed refers to.
    PROOF_DISCLOSURE_FOREIGN = "proof.disclosure-foreign";
    /// Parts to choose from are put together as the standard forbids it.
    PROOF_DISCLOSURE_REFUSED = "proof.disclosure-refused";
    /// The seal brings no certificate along.
    PROOF_SEAL_WITHOUT_CERTIFICATE = "proof.seal-without-certificate";
    /// The seal names another certificate than the one it brings along.
    PROOF_SEAL_OTHER_CERTIFICATE = "proof.seal-other-certificate";
    /// Note: sealed on `$date`, by the sealer's own word.
    PROOF_SEAL_TIME = "proof.seal-time";
    /// Note: who handed it out signed for `$audience` on `$date` with the key that the badge is bound to.
    PROOF_HOLDER_OK = "proof.holder-ok";
    /// Note: who handed it out signed, too, but that signature does not fit.
    PROOF_HOLDER_BAD = "proof.holder-bad";
    /// Note: the holder may have left parts out.
    PROOF_SELECTIVE = "proof.selective";
    /// Note: the holder's own copy, from which copies for others are made.
    PROOF_BASE = "proof.base";
    /// Note: signed as older programs wrote tabs and control characters.
    PROOF_FORMER_ESCAPES = "proof.former-escapes";
    /// Note: the suite is named as only a draft named it (`$suite`).
    PROOF_DRAFT_SUITE = "proof.draft-suite";
    /// Note: a context came from the archive or the net, not with this program.
    PROOF_CONTEXT_FETCHED = "proof.context-fetched";
    /// Note: the copies it rests on are of an earlier day (`$date`).
    PROOF_AGE = "proof.age";

    // issuer-key
    /// The key is the issuer's.
    ISSUER_KEY_OK = "issuer-key.ok";
    /// The key is the issuer's name itself.
    ISSUER_KEY_SELF = "issuer-key.self";
    /// No key, the issuer's own address.
    ISSUER_KEY_HOSTED = "issuer-key.hosted";
    /// There is no signature, so no key.
    ISSUER_KEY_NONE = "issuer-key.none";
    /// The key belongs to somebody else (`$controller`).
    ISSUER_KEY_OTHER_ISSUER = "issuer-key.other-issuer";
    /// The issuer's document does not list the key.
    ISSUER_KEY_NOT_LISTED = "issuer-key.not-listed";
    /// The issuer lists the key, but not for making statements.
    ISSUER_KEY_NOT_FOR_STATEMENTS = "issuer-key.not-for-statements";
    /// The signature says that it was made for something else (`$purpose`).
    ISSUER_KEY_PURPOSE = "issuer-key.purpose";
    /// The key in the issuer's document belongs to somebody else (`$controller`).
    ISSUER_KEY_CONTROLLER = "issuer-key.controller";
    /// The issuer's document has not been had.
    ISSUER_KEY_NOT_HAD = "issuer-key.not-had";
    /// At the address of the issuer's document there is nothing.
    ISSUER_KEY_DOCUMENT_MISSING = "issuer-key.document-missing";
    /// The issuer's document cannot be read.
    ISSUER_KEY_DOCUMENT_UNREADABLE = "issuer-key.document-unreadable";
    /// The issuer's document says it is another's.
    ISSUER_KEY_DOCUMENT_OTHER = "issuer-key.document-other";
    /// The log of the issuer's keys does not hold together: entry `$entry` breaks the rule `$rule`.
    ISSUER_KEY_HISTORY_BROKEN = "issuer-key.history-broken";
    /// Where the log of the issuer's keys should be, there is that of somebody else.
    ISSUER_KEY_HISTORY_OTHER = "issuer-key.history-other";
    /// The log of the issuer's keys is longer than is looked at.
    ISSUER_KEY_HISTORY_TOO_LONG = "issuer-key.history-too-long";
    /// The signatures of those who watch over the issuer's keys have not been had.
    ISSUER_KEY_WITNESSES_NOT_HAD = "issuer-key.witnesses-not-had";
    /// The key was the issuer's until `$date`, and nobody can prove that it signed before.
    ISSUER_KEY_ROTATED = "issuer-key.rotated";
    /// Note: the issuer has moved to `$host` since.
    ISSUER_KEY_MOVED = "issuer-key.moved";
    /// The only copy of the issuer's document came from the sender.
    ISSUER_KEY_SENDER_COPY = "issuer-key.sender-copy";
    /// Keys of this kind (`$method`) are not looked up here.
    ISSUER_KEY_METHOD_UNSUPPORTED = "issuer-key.method-unsupported";
    /// In reports of earlier versions: keys of this kind (`$method`) were not looked up.
    ISSUER_KEY_METHOD_NOT_BUILT_YET = "issuer-key.method-not-built-yet";
    /// The issuer is an account in a public ledger (`$ledger`), whose name holds no key.
    ISSUER_KEY_ACCOUNT = "issuer-key.account";
    /// Note: that the key is the issuer's, `$host` says, which reads a ledger for others.
    ISSUER_KEY_BY_RESOLVER = "issuer-key.by-resolver";
    /// The name of the key is malformed.
    ISSUER_KEY_MALFORMED = "issuer-key.malformed";
    /// The issuer's name cannot lead to a key.
    ISSUER_KEY_NO_LOOKUP = "issuer-key.no-lookup";
    /// The key was only meant to count until `$date`.
    ISSUER_KEY_EXPIRED = "issuer-key.expired";
    /// The issuer took the key back on `$date`.
    ISSUER_KEY_REVOKED = "issuer-key.revoked";
    /// The proof itself was not good, so the key decides nothing.
    ISSUER_KEY_UNDECIDED = "issuer-key.undecided";
    /// Note: the issuer has since taken this key away.
    ISSUER_KEY_SINCE_REMOVED = "issuer-key.since-removed";
    /// Note: read although the platform's document breaks the standard.
    ISSUER_KEY_OEB_LENIENCY = "issuer-key.oeb-leniency";
    /// Note: the badge brought a key of its own, which proves nothing.
    ISSUER_KEY_BROUGHT_ALONG = "issuer-key.brought-along";
    /// Note: another host (`$host`) answered than the one that was asked.
    ISSUER_KEY_REDIRECTED = "issuer-key.redirected";
    /// Note: the profile does not say what the key is for.
    ISSUER_KEY_PURPOSE_UNSAID = "issuer-key.purpose-unsaid";
    /// Note: the copies it rests on are of an earlier day (`$date`).
    ISSUER_KEY_AGE = "issuer-key.age";
    /// Note: at the issuer's address there is nothing any more, as was seen on `$date`.
    ISSUER_KEY_GONE_SINCE = "issuer-key.gone-since";
    /// Sealed by `$subject`, for which `$voucher` in the list `$list` vouches, and that is the issuer.
    ISSUER_KEY_SEAL = "issuer-key.seal";
    /// Sealed by `$subject` with a certificate of `$authority`; there is no list of authorities to ask.
    ISSUER_KEY_SEAL_NO_LIST = "issuer-key.seal-no-list";
    /// Sealed by `$subject` with a certificate of `$authority`, who is in none of the lists.
    ISSUER_KEY_SEAL_UNKNOWN = "issuer-key.seal-unknown";
    /// The certificate of `$subject` counted until `$date`.
    ISSUER_KEY_SEAL_EXPIRED = "issuer-key.seal-expired";
    /// On `$date` the certificate of `$subject` did not count.
    ISSUER_KEY_SEAL_OUTSIDE_TIME = "issuer-key.seal-outside-time";
    /// Whether the issuer is `$subject` cannot be told: one of the two names no number of registration.
    ISSUER_KEY_SEAL_UNNAMED = "issuer-key.seal-unnamed";
    /// The issuer is registered as `$named`, the certificate is that of `$subject`.
    ISSUER_KEY_SEAL_OTHER_ISSUER = "issuer-key.seal-other-issuer";
    /// Note: the certificate has run out on `$date`, after this copy came.
    ISSUER_KEY_SEAL_SINCE_EXPIRED = "issuer-key.seal-since-expired";
    /// Note: the publisher of `$list` meant to have replaced it by now.
    ISSUER_KEY_SEAL_LIST_OLD = "issuer-key.seal-list-old";

    // issuer-identity
    /// By its seal: `$voucher` in the list `$list` vouches for `$subject`.
    ISSUER_IDENTITY_SEAL = "issuer-identity.seal";
    /// In a register.
    ISSUER_IDENTITY_REGISTRY = "issuer-identity.registry";
    /// The register `$registry` has given it the mark `$mark`.
    ISSUER_IDENTITY_TRUST_MARK = "issuer-identity.trust-mark";
    /// Note: the register `$registry` at `$host` has not been asked.
    ISSUER_IDENTITY_REGISTRY_NOT_ASKED = "issuer-identity.registry-not-asked";
    /// Note: what is said to be of the register `$registry` does not hold.
    ISSUER_IDENTITY_REGISTRY_REFUSED = "issuer-identity.registry-refused";
    /// Marked by the person.
    ISSUER_IDENTITY_PINNED = "issuer-identity.pinned";
    /// Proved by an https domain.
    ISSUER_IDENTITY_DOMAIN = "issuer-identity.domain";
    /// Nobody knows.
    ISSUER_IDENTITY_UNKNOWN = "issuer-identity.unknown";
    /// Not decided, since the key is not.
    ISSUER_IDENTITY_NOT_DECIDED = "issuer-identity.not-decided";
    /// The key is another than the one the person marked.
    ISSUER_IDENTITY_KEY_CHANGED = "issuer-identity.key-changed";
    /// Without transport security a domain proves nothing.
    ISSUER_IDENTITY_HTTP = "issuer-identity.http";
    /// Note: the name mixes alphabets.
    ISSUER_IDENTITY_MIXED_SCRIPTS = "issuer-identity.mixed-scripts";
    /// Note: the name is that of a known issuer under another key.
    ISSUER_IDENTITY_LOOKALIKE = "issuer-identity.lookalike";

    // validity-period
    /// Good, until a day to come.
    VALIDITY_PERIOD_OK = "validity-period.ok";
    /// Good, without end.
    VALIDITY_PERIOD_NO_END = "validity-period.no-end";
    /// Over.
    VALIDITY_PERIOD_EXPIRED = "validity-period.expired";
    /// Not begun.
    VALIDITY_PERIOD_NOT_YET_VALID = "validity-period.not-yet-valid";
    /// A date cannot be read.
    VALIDITY_PERIOD_UNREADABLE = "validity-period.unreadable";
    /// The badge has not been had yet.
    VALIDITY_PERIOD_NOT_READ = "validity-period.not-read";
    /// Note: dates that contradict each other; the earlier end counts.
    VALIDITY_PERIOD_TWO_ENDS = "validity-period.two-ends";
    /// Note: a date without time zone or as a number, as old badges have it.
    VALIDITY_PERIOD_LOOSE_DATE = "validity-period.loose-date";

    // status
    /// It names nothing that could be asked.
    STATUS_NONE = "status.none";
    /// Not withdrawn.
    STATUS_OK = "status.ok";
    /// Withdrawn.
    STATUS_REVOKED = "status.revoked";
    /// Note: why, in the issuer's words (`$reason`).
    STATUS_REASON = "status.reason";
    /// On hold.
    STATUS_SUSPENDED = "status.suspended";
    /// A kind of list (`$kind`) that is not known here.
    STATUS_KIND_UNKNOWN = "status.kind-unknown";
    /// A meaning (`$purpose`) that is not known here, and it is set.
    STATUS_PURPOSE_UNKNOWN = "status.purpose-unknown";
    /// More entries than are looked at.
    STATUS_TOO_MANY_ENTRIES = "status.too-many-entries";
    /// The list has not been had.
    STATUS_NOT_HAD = "status.not-had";
    /// At the list's address there is nothing.
    STATUS_LIST_MISSING = "status.list-missing";
    /// The list cannot be read.
    STATUS_LIST_UNREADABLE = "status.list-unreadable";
    /// The list is somebody else's.
    STATUS_LIST_FOREIGN = "status.list-foreign";
    /// The list's own time is over.
    STATUS_LIST_EXPIRED = "status.list-expired";
    /// The list's own time has not begun.
    STATUS_LIST_NOT_YET_VALID = "status.list-not-yet-valid";
    /// The list is not signed as it has to be.
    STATUS_LIST_UNPROVED = "status.list-unproved";
    /// Whether the list is signed as it has to be could not be checked.
    STATUS_LIST_UNDECIDED = "status.list-undecided";
    /// At the list's address lies another list (`$address`).
    STATUS_LIST_OTHER = "status.list-other";
    /// The list is about something else than `$purpose`.
    STATUS_LIST_PURPOSE = "status.list-purpose";
    /// The list is shorter than the standard allows.
    STATUS_LIST_SHORT = "status.list-short";
    /// The list is larger than is read.
    STATUS_LIST_TOO_LARGE = "status.list-too-large";
    /// The list has no such place.
    STATUS_INDEX_OUT_OF_RANGE = "status.index-out-of-range";
    /// The entry in the badge is broken.
    STATUS_ENTRY_BROKEN = "status.entry-broken";
    /// The only copy of the list came from the sender.
    STATUS_SENDER_COPY = "status.sender-copy";
    /// The badge has not been had yet.
    STATUS_NOT_READ = "status.not-read";
    /// Note: how old the answer is.
    STATUS_AGE = "status.age";
    /// Note: at the list's address there is nothing any more, as was seen on `$date`.
    STATUS_GONE_SINCE = "status.gone-since";
    /// Note: asked without transport security.
    STATUS_HTTP = "status.http";

    /// Note: a list that does not count says that the badge is withdrawn.
    STATUS_LIST_SAYS_WITHDRAWN = "status.list-says-withdrawn";
    /// Note: the list is kept by another issuer (`$issuer`), whom the person knows.
    STATUS_LIST_OTHER_ISSUER = "status.list-other-issuer";
    /// Note: the list is so short that asking it tells something about whose badge it is.
    STATUS_LIST_SMALL = "status.list-small";
    /// Note: the list is written otherwise than its standard has it.
    STATUS_LIST_LOOSE = "status.list-loose";
    /// Note: there is a newer version.
    STATUS_REFRESH = "status.refresh";
    /// Note: the issuer offers a newer version at `$host`.
    STATUS_REFRESH_OFFERED = "status.refresh-offered";
    /// Note: the issuer has set a remark (`$value`).
    STATUS_MESSAGE = "status.message";

    // recipient
    /// For one of the learner's.
    RECIPIENT_MATCH = "recipient.match";
    /// For somebody else.
    RECIPIENT_MISMATCH = "recipient.mismatch";
    /// It does not say, or nobody said who the learner is.
    RECIPIENT_UNKNOWN = "recipient.unknown";
    /// Note: a weak digest (MD5).
    RECIPIENT_MD5 = "recipient.md5";
    /// Note: a digest without salt.
    RECIPIENT_UNSALTED = "recipient.unsalted";

    // image
    /// It names no picture.
    IMAGE_NONE = "image.none";
    /// The picture lies in the badge itself.
    IMAGE_INSIDE = "image.inside";
    /// It names a picture by its address and nothing by which a change could be seen.
    IMAGE_NO_DIGEST = "image.no-digest";
    /// What lies at the picture's address is what the badge names by its digest.
    IMAGE_OK = "image.ok";
    /// What lies at the picture's address is something else.
    IMAGE_OTHER = "image.other";
    /// The picture has not been had.
    IMAGE_NOT_HAD = "image.not-had";
    /// A kind of digest that is not known here.
    IMAGE_DIGEST_UNKNOWN = "image.digest-unknown";
    /// The picture that carries the badge looks as the one it names.
    IMAGE_SAME = "image.same";
    /// The picture that carries the badge looks different from the one it names.
    IMAGE_DIFFERS = "image.differs";
    /// The two pictures cannot be laid over each other: another size or kind.
    IMAGE_NOT_COMPARABLE = "image.not-comparable";

    // endorsements
    /// There are none.
    ENDORSEMENTS_NONE = "endorsements.none";
    /// Each of them is good and about this.
    ENDORSEMENTS_OK = "endorsements.ok";
    /// At least one of them is not good.
    ENDORSEMENTS_BAD = "endorsements.bad";
    /// At least one of them could not be checked.
    ENDORSEMENTS_UNDECIDED = "endorsements.undecided";
    /// Note: that of `$issuer` is good.
    ENDORSEMENTS_ONE_GOOD = "endorsements.one-good";
    /// Note: that of `$issuer` is not good: `$verdict`.
    ENDORSEMENTS_ONE_BAD = "endorsements.one-bad";
    /// Note: that of `$issuer` could not be checked.
    ENDORSEMENTS_ONE_UNDECIDED = "endorsements.one-undecided";
    /// Note: that of `$issuer` is good, but about something else.
    ENDORSEMENTS_ONE_ABOUT_OTHER = "endorsements.one-about-other";

    // evidence
    /// There is none.
    EVIDENCE_NONE = "evidence.none";
    /// It names evidence without digest.
    EVIDENCE_NO_DIGEST = "evidence.no-digest";
    /// It describes evidence in words, and names no place.
    EVIDENCE_INSIDE = "evidence.inside";
    /// Everything it names by its digest is unchanged.
    EVIDENCE_OK = "evidence.ok";
    /// What lies at `$address` is something else than it names.
    EVIDENCE_CHANGED = "evidence.changed";
    /// What lies at `$address` has not been had.
    EVIDENCE_NOT_HAD = "evidence.not-had";
    /// A kind of digest that is not known here.
    EVIDENCE_DIGEST_UNKNOWN = "evidence.digest-unknown";
    /// More than is looked at.
    EVIDENCE_TOO_MANY = "evidence.too-many";
    /// Note: the person has attached exactly what lies at `$address`.
    EVIDENCE_ATTACHED = "evidence.attached";

    // mail
    /// It did not come by mail.
    MAIL_NONE = "mail.none";
    /// Nobody signed the mail.
    MAIL_UNSIGNED = "mail.unsigned";
    /// The domain of the sender's address sent this very mail.
    MAIL_SENT = "mail.sent";
    /// It was sent by another domain than the sender's address (`$from`).
    MAIL_OTHER_DOMAIN = "mail.other-domain";
    /// Only part of the mail is under the signature of `$domain`.
    MAIL_PART_ONLY = "mail.part-only";
    /// The signature of the mail counted until `$date`.
    MAIL_EXPIRED = "mail.expired";
    /// The key of `$domain` for its mails is not at hand.
    MAIL_KEY_NOT_HAD = "mail.key-not-had";
    /// `$domain` has taken its key away, or names none.
    MAIL_KEY_GONE = "mail.key-gone";
    /// Where the key of `$domain` for its mails would be, nobody answered, or not with one.
    MAIL_KEY_UNANSWERED = "mail.key-unanswered";
    /// The mail is signed in a way too weak to prove anything.
    MAIL_KEY_WEAK = "mail.key-weak";
    /// The mail is another than was signed.
    MAIL_ALTERED = "mail.altered";
    /// The mail names several senders, or none.
    MAIL_SENDERS = "mail.senders";
    /// Note: the key is of this day (`$date`).
    MAIL_KEY_DAY = "mail.key-day";
    /// Note: that domain also vouches for the issuer.
    MAIL_ISSUER_DOMAIN = "mail.issuer-domain";
    /// Note: the mail was written to somebody else.
    MAIL_FOR_OTHER = "mail.for-other";

    // who handed a presentation out
    /// Note: `$holder` signed it, for `$audience` if that is said.
    PRESENTATION_SIGNED = "presentation.signed";
    /// Note: it is said that `$holder` signed it, and that does not fit.
    PRESENTATION_BAD = "presentation.bad";
    /// Note: whether `$holder` signed it could not be checked.
    PRESENTATION_UNDECIDED = "presentation.undecided";
    /// Note: nobody signed it.
    PRESENTATION_UNSIGNED = "presentation.unsigned";

    // why a document is not there
    /// The address answered with an error (`$status`).
    DOCUMENT_STATUS = "document.status";
}
