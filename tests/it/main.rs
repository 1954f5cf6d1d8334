//! The integration tests, in the order an answer travels.

mod export;
mod pages;
mod store;
mod themes_command;
mod theming;
mod wire_types;

mod client;
mod demo;
