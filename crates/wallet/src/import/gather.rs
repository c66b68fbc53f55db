//! Many things taken in as the window does it: into the Inbox, and told without a line for each of ten thousand mails.

use super::{ImportTerms, Imported, Supply, Watch, input};
use crate::checking::Ask;
use crate::views::{AddView, ChangeSet, Failure, GatheredView, InputView};
use crate::wallet::{Done, Wallet};

/// So many things are told one by one.
const TOLD: usize = 100;

/// Of so few things each is told, also those in which nothing was.
const FEW: usize = 20;

impl Wallet {
    /// Takes in one thing after another as [`Wallet::add`] does, until there is no more or the watcher stops it.
    /// `changed` is told what changed by each, so that what is found shows while the work goes on.
    ///
    /// # Errors
    /// Only when the backpack itself fails, for example because it was locked meanwhile. What was stored stays.
    pub fn gather(
        &self,
        supply: &mut dyn Supply,
        watch: &dyn Watch,
        changed: &mut dyn FnMut(&ChangeSet),
    ) -> Result<Done<GatheredView>, Failure> {
        let online = self.online(&[])?;
        let terms =
            ImportTerms { hold: true, ask: online.as_ref().map(|ask| ask as &dyn Ask), ..Default::default() };
        let mut telling = Telling::default();
        let mut address_offer = None;
        let done = self.import_all(supply, &terms, watch, &mut |came, changes| {
            changed(changes);
            if let (None, Ok(imported)) = (&address_offer, &came) {
                address_offer = self.offer_address(&imported.examined).ok().flatten();
            }
            telling.take(came);
        })?;
        Ok(done.map(|gathered| {
            let (inputs, untold) = telling.end(gathered.progress.looked_at);
            GatheredView {
                progress: gathered.progress,
                cancelled: gathered.cancelled,
                broken: gathered.broken,
                told: AddView { inputs, address_offer },
                untold,
            }
        }))
    }
}

/// What is told one by one of what came.
#[derive(Default)]
struct Telling {
    /// Things with something in them: a badge, a link, a reason why they could not be read.
    something: Vec<(usize, InputView)>,
    /// Things with nothing in them, as long as they are few.
    nothing: Vec<(usize, InputView)>,
    came: usize,
}

impl Telling {
    fn take(&mut self, came: Result<Imported, Failure>) {
        let input = match came {
            Ok(imported) => input(&imported),
            Err(failure) => InputView::unreadable(failure),
        };
        self.came += 1;
        let list = if holds_something(&input) { &mut self.something } else { &mut self.nothing };
        if list.len() < TOLD {
            list.push((self.came, input));
        }
    }

    /// What is told, in the order in which it came, and how much of what was looked at is not.
    fn end(self, looked_at: u32) -> (Vec<InputView>, u32) {
        let mut told = self.something;
        if self.came <= FEW {
            told.extend(self.nothing);
            told.sort_by_key(|(at, _)| *at);
        }
        let untold = looked_at.saturating_sub(told.len().try_into().unwrap_or(u32::MAX));
        (told.into_iter().map(|(_, input)| input).collect(), untold)
    }
}

fn holds_something(input: &InputView) -> bool {
    let refused = input.failure.as_ref().is_some_and(|failure| !failure.is("nothing.no-badge"));
    !input.found.is_empty() || !input.links.is_empty() || refused || input.web_mail_paste
}
