//! Plenum.
fn main() {}
