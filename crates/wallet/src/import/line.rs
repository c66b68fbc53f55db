//! Work that is done by several hands at the same time, and comes out in the order in which it went in.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::stack::DEEP;

/// What goes in, what came out, and what is due next.
pub(super) struct Line<I, O> {
    give: Sender<(u64, I)>,
    done: Receiver<(u64, thread::Result<O>)>,
    given: u64,
    due: u64,
    /// Done before those in front of them.
    early: BTreeMap<u64, thread::Result<O>>,
}

/// Drives a line whose work is done by so many hands. They end with it.
pub(super) fn side_by_side<I: Send, O: Send, R>(
    hands: usize,
    work: &(dyn Fn(I) -> O + Sync),
    drive: impl FnOnce(&mut Line<I, O>) -> R,
) -> R {
    let (give, todo) = mpsc::channel::<(u64, I)>();
    let (tell, done) = mpsc::channel();
    let todo = Mutex::new(todo);
    thread::scope(|scope| {
        let at_work = || {
            let (todo, tell) = (&todo, tell.clone());
            let hand = move || {
                loop {
                    // Held while waiting: whoever is next in line waits for it instead of for work.
                    let next = todo.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, item)) = next else { break };
                    // Told, or the one who waits for it would wait for ever.
                    let result = catch_unwind(AssertUnwindSafe(|| work(item)));
                    if tell.send((number, result)).is_err() {
                        break;
                    }
                }
            };
            // Without a single hand nothing would ever be done; it is therefore asked for in a way that fails loudly.
            let room = thread::Builder::new().stack_size(DEEP);
            room.spawn_scoped(scope, hand.clone()).unwrap_or_else(|_| scope.spawn(hand))
        };
        let all: Vec<_> = (0..hands).map(|_| at_work()).collect();
        drop(tell);
        let mut line = Line { give, done, given: 0, due: 0, early: BTreeMap::new() };
        let driven = drive(&mut line);
        drop(line);
        // To their very end: the scope waits for their work alone, and what the cipher's library clears away at the end of a
        // thread must not meet what it clears away at the end of the program.
        for hand in all {
            let _ = hand.join();
        }
        driven
    })
}

impl<I, O> Line<I, O> {
    /// Puts work in.
    pub(super) fn give(&mut self, item: I) {
        // Hands end only with the line.
        let _ = self.give.send((self.given, item));
        self.given += 1;
    }

    /// Puts something in that needs no work.
    pub(super) fn pass(&mut self, out: O) {
        self.early.insert(self.given, Ok(out));
        self.given += 1;
    }

    /// How much is in it.
    pub(super) fn waiting(&self) -> u64 {
        self.given - self.due
    }

    /// What is due next, if it is done, or after waiting for it. `None`: not yet, or there is nothing in it.
    pub(super) fn next(&mut self, wait: bool) -> Option<O> {
        while self.waiting() > 0 {
            if let Some(result) = self.early.remove(&self.due) {
                self.due += 1;
                return Some(result.unwrap_or_else(|panic| resume_unwind(panic)));
            }
            let came = if wait { self.done.recv().ok() } else { self.done.try_recv().ok() };
            let (number, result) = came?;
            self.early.insert(number, result);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_first_comes_out_first() {
        let slow = |number: u64| {
            thread::sleep(std::time::Duration::from_millis(20 - number));
            number
        };
        let out = side_by_side(4, &slow, |line| {
            (0..10).for_each(|number| line.give(number));
            line.pass(10);
            let mut out = Vec::new();
            while let Some(number) = line.next(true) {
                out.push(number);
            }
            assert_eq!(line.waiting(), 0);
            out
        });
        assert_eq!(out, (0..=10).collect::<Vec<_>>());
    }

    #[test]
    #[should_panic(expected = "one of them")]
    fn a_panic_of_a_hand_is_one_of_the_whole() {
        let work = |number: u64| {
            assert!(number != 3, "one of them");
            number
        };
        side_by_side(2, &work, |line| {
            (0..10).for_each(|number| line.give(number));
            while line.next(true).is_some() {}
        });
    }

    #[test]
    fn an_end_before_the_end_leaves_nobody_waiting() {
        let count = side_by_side(2, &|number: u64| number, |line| {
            (0..100).for_each(|number| line.give(number));
            line.next(true)
        });
        assert_eq!(count, Some(0));
    }
}
