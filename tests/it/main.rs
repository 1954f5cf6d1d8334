//! The integration tests, in the order an answer travels.

mod export;
mod store;
mod themes_command;
mod theming;
