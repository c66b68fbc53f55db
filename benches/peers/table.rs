//! Turns, medians and ratios.

use std::time::Duration;

/// Somebody who verifies all files once a turn, and says how long it took.
pub(crate) struct Contestant {
    name: &'static str,
    turn: Box<dyn FnMut() -> Duration>,
}

impl Contestant {
    pub(crate) fn new(name: &'static str, turn: impl FnMut() -> Duration + 'static) -> Contestant {
        Contestant { name, turn: Box::new(turn) }
    }

    /// How long a turn takes right after one like it.
    fn warm(&mut self) -> Duration {
        (self.turn)();
        (self.turn)()
    }
}

/// The first is ours. It has its turn before each other one, so that both are measured under the same load. Each turn is
/// made twice and the second counts: what ran between two turns has filled the caches with things of its own.
pub(crate) fn contest(title: &str, files: usize, turns: usize, mut all: Vec<Contestant>) {
    println!("\n{title}");
    let (ours, others) = all.split_first_mut().expect("somebody");
    let mut took: Vec<Vec<Duration>> = others.iter().map(|_| Vec::new()).collect();
    let mut beside = took.clone();
    for _ in 0..turns {
        for ((other, took), beside) in others.iter_mut().zip(&mut took).zip(&mut beside) {
            beside.push(ours.warm());
            took.push(other.warm());
        }
    }
    let a_second = |took: &[Duration]| files as f64 / median(took).as_secs_f64();
    let every: Vec<Duration> = beside.concat();
    println!("  {:<36} {:>10.0} a second", ours.name, a_second(&every));
    for ((other, took), beside) in others.iter().zip(&took).zip(&beside) {
        let ratio = a_second(beside) / a_second(took);
        println!("  {:<36} {:>10.0} a second   ours is {ratio:.2} times that", other.name, a_second(took));
    }
}

/// The one in the middle.
pub(crate) fn median(took: &[Duration]) -> Duration {
    let mut took = took.to_vec();
    took.sort();
    took.get(took.len() / 2).copied().unwrap_or_default()
}
