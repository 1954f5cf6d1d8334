//! The integration tests, in the order an answer travels.

mod architecture;
mod export;
mod pages;
mod session;
mod store;
mod theming;
mod wire_types;
