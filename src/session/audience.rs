//! Who looks.

/// Whom a view is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody's phone.
    Phone,
    /// The projector.
    Presenter,
    /// Who runs the session.
    Facilitator,
}
