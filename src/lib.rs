//! Plenum.
