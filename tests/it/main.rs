//! The integration tests, in the order an answer travels.

mod common;

mod architecture;
mod session;

mod plan_file;

mod picture;

mod accessibility;
mod brand;
mod export;
mod import;
mod old_logs;
mod pages;
mod store;
mod themes_command;
mod theming;
mod wire_types;

mod api;
mod asked;
mod commands;
mod killed;
mod privacy;
mod quiz;
mod room_sort;
mod signals;
mod trips;

mod client;
mod demo;

mod readme;
