//! Live sessions: one task each, and the feeds that connections read.
