//! Lists that people choose from: what can stand in one, and how an answer names what stands there.

use crate::session::text::Heading;

/// Most options of a ranking or a choice: nobody reads more on a phone.
pub const OPTIONS_MAX: usize = 12;

/// Whether these can be options: 2 to [`OPTIONS_MAX`], each with a name of its own.
pub(super) fn are_options(options: &[Heading]) -> bool {
    (2..=OPTIONS_MAX).contains(&options.len()) && are_different(options)
}

/// Whether each has a name of its own, upper and lower case counted as the same.
pub(super) fn are_different(options: &[Heading]) -> bool {
    let named = options.iter().all(|option| !option.is_empty());
    let mut sorted: Vec<String> = options.iter().map(|option| option.as_str().to_lowercase()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    named && sorted.len() == options.len()
}

/// Whether options were at most reworded: ballots name them by their places.
pub(super) fn keeps_places(options: &[Heading], others: &[Heading]) -> bool {
    let moved = |(index, option): (usize, &Heading)| options[index] != *option && options.contains(option);
    options.len() == others.len() && !others.iter().enumerate().any(moved)
}

/// The first of these indexes that is no option of so many, or stands twice.
pub(super) fn misplaced(chosen: &[u8], options: usize) -> Option<Misplaced> {
    let mut seen = vec![false; options];
    chosen.iter().find_map(|&option| match seen.get_mut(usize::from(option)) {
        None => Some(Misplaced::Unknown),
        Some(seen) => std::mem::replace(seen, true).then_some(Misplaced::Twice),
    })
}

/// What is wrong with a list of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misplaced {
    Unknown,
    Twice,
}
