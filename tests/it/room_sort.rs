//! The room sorts answers: how near it comes to a careful person, and how it runs over real sockets.
//!
//! The sets in `tests/fixtures/sorting` are invented; two people grouped each of them without seeing the other's
//! headings. The room is shown the headings of the first, follows that person's grouping with some taps at random, and
//! is measured against the second person's.

mod ami;
mod hall;
mod piles;
mod simulation;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Answers that two people grouped.
#[derive(serde::Deserialize)]
struct Set {
    question: String,
    language: plenum::session::Language,
    answers: Vec<Grouped>,
}

/// An answer with the heading that each of the two put it under.
#[derive(serde::Deserialize)]
struct Grouped {
    text: String,
    one: String,
    other: String,
}

const SETS: [&str; 2] = ["samarbeid-om-pasientene", "unge-i-kommunen"];

fn read(name: &str) -> Set {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/sorting/{name}.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

impl Set {
    /// The first person's headings in the order they occur.
    fn headings(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        self.answers
            .iter()
            .map(|answer| answer.one.as_str())
            .filter(|heading| seen.insert(*heading))
            .collect()
    }
}

/// A small generator of numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014).
struct Dice(u64);

impl Dice {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than this.
    fn below(&mut self, count: usize) -> usize {
        (self.draw() % count as u64) as usize
    }

    /// True so many times in a hundred.
    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}
