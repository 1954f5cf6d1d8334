//! Free text grouped into themes: pure functions from answers to suggestions.
