use serde::{Deserialize, Serialize};
use specta::Type;

use super::AddView;

/// What an offer is, as far as it says so itself: nobody has been asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClaimView {
    /// How it is claimed.
    pub protocol: ClaimProtocol,
    /// The host that would be asked first: who offers it, as far as that is known before anybody is asked.
    pub host: String,
    /// Every host that the offer names, the first one first. Further ones may show while it goes on; then they are
    /// asked about, too.
    pub hosts: Vec<String>,
    /// What the issuer calls what it offers; empty where the offer does not say.
    pub offered: Vec<String>,
    /// What would be sent, as far as the offer says.
    pub sends: Vec<ClaimSends>,
    /// A code that the issuer gave the person by another way, if the offer asks for one.
    pub pin: Option<PinView>,
}

/// How an offer is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub enum ClaimProtocol {
    /// OpenID for Verifiable Credential Issuance.
    #[serde(rename = "openid4vci")]
    OpenId4Vci,
    /// An exchange after VC-API.
    #[serde(rename = "vc-api")]
    VcApi,
}

/// What an issuer is told when something is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimSends {
    /// The code in the offer, which says whose badge it is.
    Code,
    /// The code that the person types in.
    Pin,
    /// Whatever the person says of themselves while they sign in, in their browser.
    SignIn,
    /// The learner's own id (DID). Everybody who gets it can tell that it is the same person.
    HolderId,
    /// A signature with the learner's key, over nothing but this request.
    Signature,
}

/// A code that a person is to type in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PinView {
    /// Whether it is digits only.
    pub digits: bool,
    /// How many characters it has, where the issuer says so.
    pub length: Option<u32>,
    /// What the issuer says of it: foreign text.
    pub description: Option<String>,
}

/// What claiming came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ClaimState {
    /// The issuer gave it; one input a credential.
    Added {
        /// What came of taking it in.
        added: AddView,
    },
    /// These hosts would have to be asked, too. Nothing that can be used only once has been sent: claim again with them.
    AskHosts {
        /// The hosts.
        hosts: Vec<String>,
    },
    /// A code is needed: claim again with it.
    AskPin {
        /// Which code.
        pin: PinView,
        /// One was given, and the issuer did not take it.
        wrong: bool,
    },
    /// The issuer has to look at it first and gives it later. What was claimed by now is here.
    Later {
        /// What came of taking in what it gave by now.
        added: AddView,
        /// The host of the issuer.
        host: String,
    },
}
