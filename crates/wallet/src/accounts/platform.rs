//! The learner's own account on a platform of the Badgr family: its badges and collections.
//!
//! What the account lists says which badges there are; each is then fetched from where everybody finds it, as the JSON of
//! the platform and with its picture, so that nothing is taken from the list that nobody else could check.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use backpack::{Account, AccountFields, AccountId, Backpack, BadgeId, BadgeState, StackFields, StackId};
use openbadges::{Note, limits};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use url::Url;
use verification::{Answer, DocUrl, Role, Wanted};

use super::listed::{self, Award, Collection};
use super::place::{self, PlatformReached};
use super::runtime::Runtime;
use crate::checking::{Consent as _, Hosts};
use crate::given::{Given, GivenKind};
use crate::import::Imported;
use crate::ports::{Fetch, Ports, Request, Response};
use crate::views::{ChangeSet, Failure};
use crate::wallet::Wallet;
use crate::{Step, Supply};

const AWARDS: &str = "v2/backpack/assertions?include_expired=true&expand=badgeclass&expand=issuer";
const COLLECTIONS: [&str; 2] = ["v2/backpack/collections", "v1/earner/collections"];

/// The badges of an account that are not here yet, one after another.
pub(super) struct PlatformSupply {
    runtime: Runtime,
    ports: Ports,
    fetch: Arc<dyn Fetch>,
    hosts: Hosts,
    backpack: Arc<Backpack>,
    id: AccountId,
    language: String,
    reached: PlatformReached,
    awards: VecDeque<Award>,
    collections: VecDeque<Collection>,
    /// The other form of the award that was handed over last.
    other: Option<Given>,
    /// The award that was handed over and is being taken in.
    given: Option<String>,
    /// The awards that came this time.
    fresh: BTreeSet<String>,
    total: u32,
    done: u32,
    over: bool,
}

impl Wallet {
    /// A token for the account of a platform, with the secret in the form and nowhere else.
    pub(super) fn token(
        &self,
        runtime: &Runtime,
        account: &AccountFields,
        secret: &SecretString,
    ) -> Result<SecretString, Failure> {
        let host = &account.host;
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", account.user.as_str()),
            ("client_secret", secret.expose_secret()),
        ];
        let response = ask(&self.ports, runtime, host, &Request::form(address(host, "o/token")?, &fields))?;
        if matches!(response.status, 400 | 401 | 403) {
            return Err(Failure::new("platform.login").with("host", host));
        }
        let body = good(host, response.clone())?;
        let named = body.get("access_token").and_then(Value::as_str).filter(|token| !token.is_empty());
        named
            .map(|token| SecretString::from(token.to_owned()))
            .or(response.access_token)
            .ok_or_else(|| Failure::new("platform.no-token").with("host", host))
    }
}

impl PlatformSupply {
    /// Asks for what is listed in the account.
    pub(super) fn open(
        wallet: &Wallet,
        runtime: Runtime,
        account: &Account,
        token: SecretString,
    ) -> Result<PlatformSupply, Failure> {
        let ports = wallet.ports.clone();
        let fetch = ports.fetch.clone().ok_or_else(|| Failure::new("account.no-network"))?;
        let backpack = wallet.backpack()?;
        let host = &account.fields.host;
        let reached: PlatformReached = place::reached(account);
        let get = |path: &str| {
            let request = Request::get(address(host, path)?).bearer(&token).reading(limits::JSON);
            ask(&ports, &runtime, host, &request)
        };
        let listed = listed::awards(&good(host, get(AWARDS)?)?)
            .ok_or_else(|| Failure::new("platform.unexpected").with("host", host))?;
        let mut collections = Vec::new();
        for path in COLLECTIONS {
            let response = get(path)?;
            if response.is_success() {
                collections = listed::collections(&good(host, response)?);
                break;
            }
        }
        let new: VecDeque<Award> =
            listed.into_iter().filter(|award| !reached.awards.contains_key(&award.id)).collect();
        let hosts = backpack.consents()?.into_iter().chain([host.clone()]);
        Ok(PlatformSupply {
            hosts: Hosts::new(hosts),
            total: u32::try_from(new.len()).unwrap_or(u32::MAX),
            id: account.id.clone(),
            language: wallet.look().locale.unwrap_or_default(),
            awards: new,
            collections: collections.into(),
            runtime,
            ports,
            fetch,
            backpack,
            reached,
            other: None,
            given: None,
            fresh: BTreeSet::new(),
            done: 0,
            over: false,
        })
    }

    fn go_on(&mut self) -> Result<Step, Failure> {
        if let Some(other) = self.other.take() {
            return Ok(Step::One(other));
        }
        if let Some(award) = self.awards.pop_front() {
            self.done = self.done.saturating_add(1);
            return Ok(self.award(award));
        }
        if let Some(collection) = self.collections.pop_front() {
            return self.collection(&collection);
        }
        self.over = true;
        self.remember(true)?;
        Ok(Step::End)
    }

    /// An award from where everybody finds it: its newest form first, else as it stands there.
    fn award(&mut self, award: Award) -> Step {
        let forms = [award.form("3_0"), Some(award.address.clone())];
        let mut why = Note::new("platform.unexpected").with("host", award.host());
        for form in forms.into_iter().flatten() {
            match self.get(&form, Role::Assertion) {
                Answer::Got(document) => {
                    let json = given(form.as_str(), document.bytes());
                    // The picture first: a badge keeps the one it came with.
                    let first = match self.picture_of(&award) {
                        Some(picture) => {
                            self.other = Some(json);
                            picture
                        }
                        None => json,
                    };
                    self.given = Some(award.id);
                    return Step::One(first);
                }
                Answer::Gone | Answer::Missing => {
                    why = Note::new("platform.not-public").with("host", award.host());
                }
                Answer::Refused(note) | Answer::Failed(note) => why = note,
            }
        }
        Step::Failed(Failure::from(why).with("name", award.name))
    }

    /// The picture with the badge in it, where the platform offers one at a host that may be asked.
    fn picture_of(&self, award: &Award) -> Option<Given> {
        let baked = award.baked()?;
        match self.get(&baked, Role::Image) {
            Answer::Got(document) => Some(given(baked.as_str(), document.bytes())),
            _ => None,
        }
    }

    fn get(&self, url: &Url, role: Role) -> Answer {
        let host = url.host_str().unwrap_or_default();
        if !self.hosts.may_ask(host) {
            return Answer::Refused(Note::new("fetch.no-consent").with("host", host));
        }
        let wanted = Wanted { url: DocUrl::from(url), role, newer_than: None };
        let allow = |host: &str| self.hosts.may_ask(host);
        self.runtime.simply(self.fetch.get(&wanted, &allow))
    }

    /// A collection becomes a stack, once all of its badges that are here were said yes to. What comes to it later is put
    /// in; what the person took out or away stays so.
    fn collection(&mut self, collection: &Collection) -> Result<Step, Failure> {
        let mut badges: Vec<BadgeId> = Vec::new();
        let known = self.reached.collections.get(&collection.id).map(|stack| StackId(stack.clone()));
        for award in &collection.awards {
            let Some(Ok(badge)) = self.reached.awards.get(award).map(|badge| badge.parse::<BadgeId>()) else {
                continue;
            };
            match self.backpack.row(&badge) {
                Ok(row) if row.state == BadgeState::Waiting && known.is_none() => return Ok(Step::Passed(0)),
                Ok(_) if known.is_none() || self.fresh.contains(award) => badges.push(badge),
                _ => {}
            }
        }
        if badges.is_empty() {
            return Ok(Step::Passed(0));
        }
        let now = self.ports.clock.now();
        let stack = match known {
            Some(stack) if self.backpack.stack(&stack).is_ok() => stack,
            Some(_) => return Ok(Step::Passed(0)),
            None => {
                let fields = StackFields {
                    title: collection.name.clone(),
                    description: collection.description.clone(),
                    language: self.language.clone(),
                };
                let mut random = self.ports.random.source();
                let stack = self.backpack.create_stack(&fields, random.as_mut(), now)?;
                self.reached.collections.insert(collection.id.clone(), stack.0.clone());
                self.remember(false)?;
                stack
            }
        };
        self.backpack.add_to_stack(&stack, &badges, now)?;
        let badges = ChangeSet::badges(badges.iter().map(BadgeId::as_str));
        Ok(Step::Changed(ChangeSet::stacks().and(badges)))
    }

    fn remember(&mut self, finished: bool) -> Result<(), Failure> {
        self.reached.unfinished = !finished;
        let written = serde_json::to_string(&self.reached).unwrap_or_default();
        let at = finished.then(|| self.ports.clock.now());
        Ok(self.backpack.set_reached(&self.id, &written, at)?)
    }
}

impl Supply for PlatformSupply {
    fn step(&mut self) -> Step {
        if self.over {
            return Step::End;
        }
        self.go_on().unwrap_or_else(|failure| {
            self.over = true;
            Step::Broken(failure)
        })
    }

    fn taken(&mut self, imported: &Imported) -> Result<(), Failure> {
        let badge = imported.kept.first().map(|kept| kept.badge.clone());
        if badge.is_none() && self.other.is_some() {
            return Ok(());
        }
        let Some(award) = self.given.take() else { return Ok(()) };
        let badge = badge.unwrap_or_default();
        self.fresh.insert(award.clone());
        self.reached.awards.insert(award, badge);
        self.remember(false)
    }

    fn far(&self) -> (u32, Option<u32>) {
        (self.done, Some(self.total))
    }
}

fn given(name: &str, bytes: &[u8]) -> Given {
    Given { name: name.to_owned(), bytes: bytes.to_vec(), kind: GivenKind::Address }
}

fn address(host: &str, path: &str) -> Result<Url, Failure> {
    Url::parse(&format!("https://{host}/{path}"))
        .map_err(|_| Failure::new("account.no-host").with("host", host))
}

/// Whoever adds an account names its host and agrees to it by that; no other host is asked with its token.
fn ask(ports: &Ports, runtime: &Runtime, host: &str, request: &Request) -> Result<Response, Failure> {
    let call = ports.call.as_ref().ok_or_else(|| Failure::new("account.no-network"))?;
    Ok(runtime.simply(call.send(request, &|asked| asked == host))?)
}

/// The JSON of an answer that is one.
fn good(host: &str, response: Response) -> Result<Value, Failure> {
    if response.status == 401 {
        return Err(Failure::new("platform.login").with("host", host));
    }
    if !response.is_success() {
        return Err(response.why(host).into());
    }
    // Nesting is bounded by the reader, length by what was read.
    serde_json::from_slice(&response.body).map_err(|_| Failure::new("platform.unexpected").with("host", host))
}
