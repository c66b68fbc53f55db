//! Every code this crate gives a refusal or failure, for the test that each has its sentence.

/// A stable code.
pub(crate) type Code = &'static str;

/// The address leads into a network of one's own: `$host`.
pub(crate) const INNER_ADDRESS: Code = "fetch.inner-address";
/// Not HTTPS: `$host`.
pub(crate) const NOT_HTTPS: Code = "fetch.not-https";
/// Not an address on the web: `$scheme`.
pub(crate) const SCHEME: Code = "fetch.scheme";
/// The address carries a user name or a password: `$host`.
pub(crate) const USER_INFO: Code = "fetch.user-info";
/// The host has not been allowed: `$host`.
pub(crate) const NO_CONSENT: Code = "fetch.no-consent";
/// A host that was allowed sends on to one that was not: `$from`, `$host`.
pub(crate) const REDIRECT_HOST: Code = "fetch.redirect-host";
/// Sent on too often: `$host`.
pub(crate) const REDIRECTS: Code = "fetch.redirects";
/// Sent on to nowhere: `$host`.
pub(crate) const REDIRECT_BROKEN: Code = "fetch.redirect-broken";
/// More bytes than a document may have: `$host`, `$limit` in MiB.
pub(crate) const TOO_LARGE: Code = "fetch.too-large";
/// No answer in time: `$host`.
pub(crate) const TIMEOUT: Code = "fetch.timeout";
/// No such host, or no network: `$host`.
pub(crate) const NO_SUCH_HOST: Code = "fetch.no-such-host";
/// The host does not take the call: `$host`.
pub(crate) const CONNECT: Code = "fetch.connect";
/// The host cannot show that it is who it says: `$host`.
pub(crate) const TLS: Code = "fetch.tls";
/// The host wants a login: `$host`.
pub(crate) const LOGIN: Code = "fetch.login";
/// The host has too much to do: `$host`.
pub(crate) const HOST_BUSY: Code = "fetch.host-busy";
/// The host has too much to do, and says for how long: `$host`, `$minutes`, `$seconds`.
pub(crate) const WAIT: Code = "fetch.wait";
/// Any other answer than the document: `$host`, `$status`.
pub(crate) const STATUS: Code = "fetch.status";
/// The answer broke off or is none: `$host`.
pub(crate) const BROKEN: Code = "fetch.broken";
/// What is to say who asks cannot be sent: it holds characters that a header may not have. `$host`.
pub(crate) const TOKEN: Code = "fetch.token";
/// The system's name server gave no answer about a domain, or none that holds: `$host`.
pub(crate) const DNS_UNANSWERED: Code = "fetch.dns-unanswered";
/// What the name server has of a domain is no key by its size: `$host`.
pub(crate) const DNS_TOO_LARGE: Code = "fetch.dns-too-large";
/// It is not known which name server this computer asks.
pub(crate) const DNS_UNAVAILABLE: Code = "fetch.dns-unavailable";
/// This computer cannot make safe connections, e.g. for lack of root certificates.
pub(crate) const UNAVAILABLE: Code = "fetch.unavailable";

/// The provider takes only a password that was made for one app: `$host`.
pub(crate) const IMAP_APP_PASSWORD: Code = "imap.app-password";
/// The server hung up and said why: `$host`, `$said`.
pub(crate) const IMAP_BYE: Code = "imap.bye";
/// Nobody answers there: `$host`, `$port`.
pub(crate) const IMAP_CONNECT: Code = "imap.connect";
/// The connection broke off: `$host`.
pub(crate) const IMAP_CUT: Code = "imap.cut";
/// The certificate of the host has run out: `$host`.
pub(crate) const IMAP_EXPIRED: Code = "imap.expired";
/// The name leads into a network of one's own: `$host`.
pub(crate) const IMAP_INNER_ADDRESS: Code = "imap.inner-address";
/// User name or password are not taken: `$host`.
pub(crate) const IMAP_LOGIN: Code = "imap.login";
/// There is no such folder: `$host`, `$folder`.
pub(crate) const IMAP_NO_FOLDER: Code = "imap.no-folder";
/// No such host, or no network: `$host`.
pub(crate) const IMAP_NO_HOST: Code = "imap.no-such-host";
/// Something answers there that is no mailbox: `$host`.
pub(crate) const IMAP_NO_IMAP: Code = "imap.no-imap";
/// The server takes no passwords: `$host`.
pub(crate) const IMAP_NO_PASSWORD: Code = "imap.no-password";
/// Something answers there without encryption: `$host`.
pub(crate) const IMAP_NO_TLS: Code = "imap.no-tls";
/// The server takes no tokens (XOAUTH2): `$host`.
pub(crate) const IMAP_NO_TOKEN: Code = "imap.no-token";
/// The certificate is for another name: `$host`.
pub(crate) const IMAP_OTHER_NAME: Code = "imap.other-name";
/// The server says no: `$host`, `$said`.
pub(crate) const IMAP_REFUSED: Code = "imap.refused";
/// No answer in time: `$host`.
pub(crate) const IMAP_TIMEOUT: Code = "imap.timeout";
/// The token is not taken: `$host`.
pub(crate) const IMAP_TOKEN: Code = "imap.token";
/// A message is larger than may be read: `$host`, `$size`, `$limit` in MiB.
pub(crate) const IMAP_TOO_LARGE: Code = "imap.too-large";
/// The host cannot show that it is who it says: `$host`.
pub(crate) const IMAP_UNPROVED: Code = "imap.unproved";
/// The answer cannot be read, or is more than it may be: `$host`.
pub(crate) const IMAP_UNREADABLE: Code = "imap.unreadable";

/// All of them. `fetch.offline` and `fetch.no-host` are given by those who decide not to ask at all.
pub const ALL: &[&str] = &[
    BROKEN,
    CONNECT,
    DNS_TOO_LARGE,
    DNS_UNANSWERED,
    DNS_UNAVAILABLE,
    HOST_BUSY,
    IMAP_APP_PASSWORD,
    IMAP_BYE,
    IMAP_CONNECT,
    IMAP_CUT,
    IMAP_EXPIRED,
    IMAP_INNER_ADDRESS,
    IMAP_LOGIN,
    IMAP_NO_FOLDER,
    IMAP_NO_HOST,
    IMAP_NO_IMAP,
    IMAP_NO_PASSWORD,
    IMAP_NO_TLS,
    IMAP_NO_TOKEN,
    IMAP_OTHER_NAME,
    IMAP_REFUSED,
    IMAP_TIMEOUT,
    IMAP_TOKEN,
    IMAP_TOO_LARGE,
    IMAP_UNPROVED,
    IMAP_UNREADABLE,
    INNER_ADDRESS,
    LOGIN,
    NO_CONSENT,
    NO_SUCH_HOST,
    NOT_HTTPS,
    REDIRECT_BROKEN,
    REDIRECT_HOST,
    REDIRECTS,
    SCHEME,
    STATUS,
    TIMEOUT,
    TLS,
    TOKEN,
    TOO_LARGE,
    UNAVAILABLE,
    USER_INFO,
    WAIT,
];
