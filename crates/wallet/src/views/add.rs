use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Failure;

/// What came of adding something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AddView {
    /// One for each thing given, in the order given.
    pub inputs: Vec<InputView>,
    /// An address the mails were sent to, offered once as "is this you?".
    pub address_offer: Option<String>,
}

/// What was in one thing given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct InputView {
    /// Its name, as given.
    pub name: String,
    /// The mail it is, if it is one.
    pub mail: Option<MailView>,
    /// Badges that were new or gained a copy: ids in the Inbox or the backpack.
    pub found: Vec<String>,
    /// Badges that were there already, exactly so.
    pub known: Vec<String>,
    /// Links that were found and not followed.
    pub links: Vec<LinkView>,
    /// What was passed over, and why.
    pub passed: Vec<PassedView>,
    /// Why nothing could be read at all.
    pub failure: Option<Failure>,
    /// Text copied out of a web mail: its attachments are not in it.
    pub web_mail_paste: bool,
}

impl InputView {
    /// A link that was given by itself.
    pub fn link(link: LinkView) -> InputView {
        InputView {
            name: String::new(),
            mail: None,
            found: Vec::new(),
            known: Vec::new(),
            links: vec![link],
            passed: Vec::new(),
            failure: None,
            web_mail_paste: false,
        }
    }

    /// One that could not be read at all; its name is the failure's argument `name`.
    pub fn unreadable(failure: Failure) -> InputView {
        InputView {
            name: failure.args.get("name").cloned().unwrap_or_default(),
            mail: None,
            found: Vec::new(),
            known: Vec::new(),
            links: Vec::new(),
            passed: Vec::new(),
            failure: Some(failure),
            web_mail_paste: false,
        }
    }
}

/// The head of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MailView {
    /// Its subject.
    pub subject: String,
    /// Who it says it is from. Never a sign of being genuine.
    pub from: String,
    /// When it says it was sent.
    pub date: Option<String>,
}

/// A link to a badge, not followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// What lies behind it.
    pub kind: LinkKind,
    /// The platform, where it is known.
    pub platform: Option<String>,
    /// Its host.
    pub host: String,
    /// The address, without personal parameters.
    pub url: String,
    /// The address as it was given, keys and tokens included: only to be handed back for following, claiming or opening
    /// it, never to be shown.
    pub opens: String,
    /// Whether it asks for an account first.
    pub login: bool,
}

/// What lies behind a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// A hosted badge.
    Assertion,
    /// A page about a badge.
    Page,
    /// A place to claim it.
    Claim,
    /// A credential offer.
    Offer,
}

/// A part that was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PassedView {
    /// Where it lies in the input.
    pub path: String,
    /// Why, worded from the catalogue.
    pub code: String,
    /// What the sentence names.
    pub args: BTreeMap<String, String>,
}
