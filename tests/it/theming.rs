//! Tests of `theming`.
