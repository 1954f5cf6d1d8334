//! What the network sees: pages, sockets, the API.

pub mod wire;

pub mod pages;
