//! The event log: what is acknowledged is here.
