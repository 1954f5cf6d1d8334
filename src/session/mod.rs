//! What a gathering is and what may happen in it: pure values and rules.

mod language;

pub use language::Language;
