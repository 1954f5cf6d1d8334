//! Plenum: live facilitation and polling for gatherings, self-hosted in one binary.
//!
//! # Where what is
//! The modules stand in reading order, and each uses only those above it. An answer passes them twice: from the phone
//! down through `http` and `hub` to the rules of `session` and the log of `store`, and as a frame of `wire` back up to
//! every screen.
//!
//! # What always holds
//! - Nothing is acknowledged or shown before it is on disk; what is shown is folded from what is on disk.
//! - `session`, `languages`, `plan_file`, `theming`, `picture`, `brand`, `export` and `import` are pure: no clock, randomness,
//!   disk or network, so a log folds to the same state on every machine and in every year.
//! - One task owns a session. No lock is held across an await, and none stands around a session.
//! - Nothing that is stored ties an answer to a person beyond what counting once needs, and no view names a
//!   participant or an answer's key.
//! - What is withdrawn, removed or replaced is erased on disk, and the log still verifies and folds to the same state.
//! - A person's decision about themes is never overruled by a suggestion.
//! - Every queue, text and connection has a bound that is named where it is used.
//!
//! Deliberately absent: accounts, cookies, requests to other hosts, and any way to change a stored fact.

pub mod session;

pub mod languages;

pub mod plan_file;

pub mod theming;

pub mod picture;

pub mod brand;

pub mod export;

pub mod import;

pub mod wire;

pub mod store;

pub mod hub;

pub mod http;

pub mod config;

pub mod themes_command;

pub mod client;

pub mod demo;
