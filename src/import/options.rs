//! Columns in which people chose: the options, and which of them a cell names.

use std::collections::BTreeMap;

use crate::session::{Heading, OPTIONS_MAX};

/// The options of a column, in the order of the alphabet, which says nothing of who chose what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Options {
    pub list: Vec<Heading>,
    /// Whether some chose several: a cell then names them with semicolons between, as Microsoft Forms writes them.
    pub several: bool,
    /// The place of each, by its name in lower case.
    places: BTreeMap<String, u8>,
}

impl Options {
    /// The options that these cells name; nothing where they are no two to twelve short texts.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<Options> {
        let several = cells.clone().any(|cell| parts(cell, true).count() > 1);
        Options::named(cells.clone(), several)
            .or_else(|| several.then(|| Options::named(cells, false)).flatten())
    }

    /// The options that a cell names, each once.
    pub fn chosen(&self, cell: &str) -> Vec<u8> {
        let mut chosen: Vec<u8> = parts(cell, self.several)
            .filter_map(|part| self.places.get(&part.to_lowercase()))
            .copied()
            .collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    fn named<'a>(cells: impl Iterator<Item = &'a str>, several: bool) -> Option<Options> {
        // Spellings that differ in case alone are one option, written as most often.
        let mut found: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for part in cells.flat_map(|cell| parts(cell, several)) {
            *found.entry(part.to_lowercase()).or_default().entry(part).or_default() += 1;
            if found.len() > OPTIONS_MAX {
                return None;
            }
        }
        let written = |spellings: &BTreeMap<&str, usize>| {
            let (spelling, _) = spellings.iter().max_by_key(|(_, count)| **count)?;
            Heading::parse(spelling).ok().filter(|heading| !heading.is_empty())
        };
        let list: Vec<Heading> = found.values().map(written).collect::<Option<_>>()?;
        let places = found.into_keys().zip(0..).collect();
        (list.len() > 1).then_some(Options { list, several, places })
    }
}

fn parts(cell: &str, several: bool) -> impl Iterator<Item = &str> {
    let separator = if several { ';' } else { '\0' };
    cell.split(separator).map(str::trim).filter(|part| !part.is_empty())
}
