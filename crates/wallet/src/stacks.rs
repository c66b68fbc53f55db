//! Stacks: badges that belong together, in the learner's order.

use backpack::{Backpack, Stack, StackFields, StackId};

use crate::badges::{badge_id, badge_ids, card};
use crate::session::count;
use crate::views::{ChangeSet, Failure, StackCard, StackView};
use crate::wallet::{Done, Wallet};

/// Pictures a stack shows in a list.
const PICTURES: usize = 4;

impl Wallet {
    /// All stacks.
    pub fn stacks(&self) -> Result<Vec<StackCard>, Failure> {
        let backpack = self.backpack()?;
        backpack.stacks()?.iter().map(|stack| stack_card(&backpack, stack)).collect()
    }

    /// A stack with its badges, named by its id, the beginning of it, or its title.
    pub fn stack(&self, stack: &str) -> Result<StackView, Failure> {
        let backpack = self.backpack()?;
        self.restate_turned(&backpack)?;
        let id = stack_id(&backpack, stack)?;
        let stack = backpack.stack(&id)?;
        let mut items = Vec::new();
        for badge in backpack.stack_badges(&id)? {
            items.push(card(&backpack.row(&badge)?));
        }
        Ok(StackView {
            id: id.0,
            title: stack.fields.title,
            description: stack.fields.description,
            items,
            minutes: count(stack.minutes),
        })
    }

    /// Makes a stack and gives its id.
    pub fn create_stack(&self, title: &str, description: &str) -> Result<Done<String>, Failure> {
        let fields = self.fields(title, description)?;
        let mut random = self.ports.random.source();
        let id = self.backpack()?.create_stack(&fields, random.as_mut(), self.now())?;
        Ok(Done::new(id.0, ChangeSet::stacks()))
    }

    /// Gives a stack another title and description.
    pub fn update_stack(&self, stack: &str, title: &str, description: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let fields = self.fields(title, description)?;
        backpack.update_stack(&stack_id(&backpack, stack)?, &fields, self.now())?;
        Ok(Done::new((), ChangeSet::stacks()))
    }

    /// Takes a stack away; its badges stay.
    pub fn delete_stack(&self, stack: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let id = stack_id(&backpack, stack)?;
        let changes = touched(&backpack, &id)?;
        backpack.delete_stack(&id)?;
        Ok(Done::new((), changes))
    }

    /// Puts badges at the end of a stack. Those that are in it already stay where they are.
    pub fn add_to_stack(&self, stack: &str, badges: &[String]) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let id = stack_id(&backpack, stack)?;
        let badges = badge_ids(&backpack, badges)?;
        backpack.add_to_stack(&id, &badges, self.now())?;
        let changes = ChangeSet::stacks().and(ChangeSet::badges(badges.iter().map(|badge| badge.as_str())));
        Ok(Done::new((), changes))
    }

    /// Takes a badge out of a stack; it stays in the backpack.
    pub fn remove_from_stack(&self, stack: &str, badge: &str) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let id = stack_id(&backpack, stack)?;
        let badge = badge_id(&backpack, badge)?;
        backpack.remove_from_stack(&id, &badge, self.now())?;
        Ok(Done::new((), ChangeSet::stacks().and(ChangeSet::badges([badge.as_str()]))))
    }

    /// Puts the badges of a stack into this order.
    pub fn order_stack(&self, stack: &str, badges: &[String]) -> Result<Done<()>, Failure> {
        let backpack = self.backpack()?;
        let id = stack_id(&backpack, stack)?;
        backpack.order_stack(&id, &badge_ids(&backpack, badges)?, self.now())?;
        Ok(Done::new((), ChangeSet::stacks()))
    }

    fn fields(&self, title: &str, description: &str) -> Result<StackFields, Failure> {
        let title = title.trim();
        if title.is_empty() {
            return Err(Failure::new("stack.no-title"));
        }
        let language = self.look().locale.unwrap_or_default();
        Ok(StackFields { title: title.to_owned(), description: description.trim().to_owned(), language })
    }
}

/// The stack with this id, the only one whose id begins so, or the only one of this title.
pub(crate) fn stack_id(backpack: &Backpack, name: &str) -> Result<StackId, Failure> {
    let stacks = backpack.stacks()?;
    if let Some(stack) = stacks.iter().find(|stack| stack.id.0 == name) {
        return Ok(stack.id.clone());
    }
    let alike: Vec<_> = stacks
        .iter()
        .filter(|stack| {
            stack.fields.title.to_lowercase() == name.trim().to_lowercase()
                || (name.len() >= 4 && stack.id.0.starts_with(name))
        })
        .collect();
    match alike.as_slice() {
        [stack] => Ok(stack.id.clone()),
        [] => Err(Failure::new("backpack.unknown-stack").with("name", name)),
        several => {
            Err(Failure::new("stack.ambiguous").with("name", name).with("count", several.len().to_string()))
        }
    }
}

fn stack_card(backpack: &Backpack, stack: &Stack) -> Result<StackCard, Failure> {
    let mut pictures = Vec::new();
    for badge in backpack.stack_badges(&stack.id)? {
        if pictures.len() == PICTURES {
            break;
        }
        pictures.extend(backpack.row(&badge)?.image.map(|digest| digest.hex()));
    }
    Ok(StackCard {
        id: stack.id.0.clone(),
        title: stack.fields.title.clone(),
        description: stack.fields.description.clone(),
        badges: stack.badges,
        minutes: count(stack.minutes),
        pictures,
    })
}

fn touched(backpack: &Backpack, stack: &StackId) -> Result<ChangeSet, Failure> {
    let badges = backpack.stack_badges(stack)?;
    Ok(ChangeSet::stacks().and(ChangeSet::badges(badges.iter().map(|badge| badge.as_str()))))
}
