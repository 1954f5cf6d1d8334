//! The integration tests, in the order an answer travels.

mod export;
mod pages;
mod store;
mod theming;
mod wire_types;

mod client;
mod demo;
