//! The style sheet that puts an organisation's colours in the place of the house's.

use super::roles::{Legibility, Mode, OwnColours, Role, Roles};

/// The roles that follow from each colour, by their custom properties.
const FROM_MAIN: [(&str, Role); 3] =
    [("primary", Role::Primary), ("on-primary", Role::OnPrimary), ("primary-soft", Role::PrimarySoft)];
const FROM_ACCENT: [(&str, Role); 5] = [
    ("accent", Role::Accent),
    ("accent-pressed", Role::AccentPressed),
    ("accent-edge", Role::AccentEdge),
    ("on-accent", Role::OnAccent),
    ("accent-soft", Role::AccentSoft),
];

/// The sheet, to stand after the pages' own; empty where no colour is set. It does not choose by `light-dark()`, which
/// phones of before 2024 do not know.
pub fn style(own: OwnColours, legibility: Legibility) -> String {
    if own == OwnColours::default() {
        return String::new();
    }
    let properties = |mode: Mode| -> String {
        let roles = Roles::of(own, mode, legibility);
        let from_accent = FROM_ACCENT.iter().filter(|_| own.accent.is_some());
        FROM_MAIN
            .iter()
            .chain(from_accent)
            .map(|(name, role)| format!("--{name}:{};", roles[*role]))
            .collect()
    };
    format!(
        ":root{{{}}}@media(prefers-color-scheme:dark){{:root{{{}}}}}",
        properties(Mode::Light),
        properties(Mode::Dark)
    )
}
