//! What the network sees: pages, sockets, the API.

pub mod pages;

pub mod wire;
