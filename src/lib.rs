//! Plenum: live facilitation and polling for gatherings, self-hosted in one binary.

pub mod session;

pub mod theming;

pub mod export;

pub mod store;

pub mod hub;

pub mod http;

pub mod client;

pub mod demo;

pub mod config;
