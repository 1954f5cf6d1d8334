//! Plenum: live facilitation and polling for gatherings, self-hosted in one binary.
//!
//! The modules stand in the order in which an answer meets them on its way back: the rules of a session, its themes
//! and its minutes are pure values; the store keeps the log; the hub owns the live sessions; http is what the network
//! sees.

pub mod session;

pub mod theming;

pub mod export;

pub mod wire;

pub mod store;

pub mod hub;

pub mod http;

pub mod client;
pub mod themes_command;

pub mod demo;

pub mod config;
