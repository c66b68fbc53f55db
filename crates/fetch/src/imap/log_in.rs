//! Who one is, and showing it.

use async_imap::{Authenticator, Client};
use openbadges::Note;
use secrecy::{ExposeSecret as _, SecretString};

use super::connect::Stream;
use super::why;
use crate::codes;

/// Who logs in, and with what. Its `Debug` shows neither.
#[derive(Clone)]
pub enum Login {
    /// With a password (`LOGIN`, RFC 3501, 6.2.3).
    Password {
        /// The user's name.
        user: String,
        /// The password.
        password: SecretString,
    },
    /// With an access token (the SASL mechanism `XOAUTH2`).
    Token {
        /// The user's name.
        user: String,
        /// The token.
        token: SecretString,
    },
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Login::Password { .. } => "Password",
            Login::Token { .. } => "Token",
        })
    }
}

pub(super) type Inside = async_imap::Session<Stream>;

/// Logs in to a server that has greeted.
pub(super) async fn log_in(client: Client<Stream>, host: &str, login: &Login) -> Result<Inside, Note> {
    let unsendable = || why::about(codes::TOKEN, host);
    match login {
        Login::Password { user, password } => {
            if [user, password.expose_secret()].into_iter().any(|text| text.contains(['\r', '\n', '\0'])) {
                return Err(unsendable());
            }
            let done = client.login(user, password.expose_secret()).await;
            done.map_err(|(error, _)| why::login(&error, host, codes::IMAP_LOGIN))
        }
        Login::Token { user, token } => {
            if [user, token.expose_secret()].into_iter().any(|text| text.contains(char::is_control)) {
                return Err(unsendable());
            }
            let words = format!("user={user}\x01auth=Bearer {}\x01\x01", token.expose_secret());
            let done = client.authenticate("XOAUTH2", Once(Some(SecretString::from(words)))).await;
            done.map_err(|(error, _)| why::login(&error, host, codes::IMAP_TOKEN))
        }
    }
}

/// Says its words once. A server that does not take them answers with a reason in JSON, and wants an empty line before it
/// says no.
struct Once(Option<SecretString>);

impl Authenticator for Once {
    type Response = String;

    fn process(&mut self, _: &[u8]) -> String {
        self.0.take().map(|words| words.expose_secret().to_owned()).unwrap_or_default()
    }
}
