//! Which roles meet in the pages, and how well each must stand out.

use super::roles::{Legibility, Role};

/// Two roles that meet, and what they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What stands in front.
    pub front: Role,
    /// What it stands on.
    pub ground: Role,
    /// What is seen.
    pub sight: Sight,
}

/// What is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Words on any page: 4.5:1, and 7:1 on the projector (WCAG 2.2, 1.4.3 and 1.4.6).
    Words,
    /// Words that the projector does not show, such as what went wrong while editing.
    WordsNear,
    /// The edge of a control, the ring around what has the focus, a bar in its track: 3:1 (WCAG 2.2, 1.4.11).
    Edge,
    /// A coloured surface: enough to be told from the ground, since what must be seen of it is its edge and its words.
    Surface,
}

impl Sight {
    /// The least contrast.
    pub fn contrast_min(self, legibility: Legibility) -> f64 {
        match self {
            Sight::Words => match legibility {
                Legibility::Near => 4.5,
                Legibility::Far => 7.0,
            },
            Sight::WordsNear => 4.5,
            Sight::Edge => 3.0,
            Sight::Surface => 1.5,
        }
    }
}

/// Every pair of which one role follows from an organisation's colours. Found by reading every `color`, `background`,
/// `border`, `outline`, `fill` and `stroke` of the pages.
pub const PAIRS: &[Pair] = &[
    // Links, votes, names, figures; the other way round, words on what is chosen, and bars, rings and lines.
    words(Role::Primary, Role::Ground),
    words(Role::Primary, Role::Raised),
    words(Role::Primary, Role::Sunken),
    words(Role::Primary, Role::PrimarySoft),
    words(Role::Primary, Role::AccentSoft),
    words(Role::OnPrimary, Role::Primary),
    edge(Role::Primary, Role::Line),
    // What is marked or under the pointer.
    words(Role::Ink, Role::PrimarySoft),
    words(Role::Quiet, Role::PrimarySoft),
    near(Role::Danger, Role::PrimarySoft),
    near(Role::Ok, Role::PrimarySoft),
    edge(Role::Edge, Role::PrimarySoft),
    // What waits for somebody.
    words(Role::Ink, Role::AccentSoft),
    words(Role::Quiet, Role::AccentSoft),
    near(Role::Danger, Role::AccentSoft),
    edge(Role::Edge, Role::AccentSoft),
    // The one button, what is on now, and the signal of a clock.
    words(Role::OnAccent, Role::Accent),
    near(Role::OnAccent, Role::AccentPressed),
    surface(Role::Accent, Role::Ground),
    surface(Role::Accent, Role::Raised),
    edge(Role::AccentEdge, Role::Ground),
    edge(Role::AccentEdge, Role::Raised),
    edge(Role::AccentEdge, Role::Sunken),
    edge(Role::AccentEdge, Role::AccentSoft),
];

const fn words(front: Role, ground: Role) -> Pair {
    Pair { front, ground, sight: Sight::Words }
}

const fn near(front: Role, ground: Role) -> Pair {
    Pair { front, ground, sight: Sight::WordsNear }
}

const fn edge(front: Role, ground: Role) -> Pair {
    Pair { front, ground, sight: Sight::Edge }
}

const fn surface(front: Role, ground: Role) -> Pair {
    Pair { front, ground, sight: Sight::Surface }
}
