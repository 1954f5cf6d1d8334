//! The fonts that pictures are painted with, and PDFs are set in: Inter (The Inter Project Authors, SIL Open Font License 1.1, `fonts/LICENSE`).
//!
//! Both files were made with fontTools 4.68 from `@fontsource-variable/inter` 5: its latin, latin-ext, greek and cyrillic
//! parts at the weights 400 and 600 (`varLib.instancer`), put together (`merge`) without substitutions.

/// For most words.
pub(in crate::export) const REGULAR: &[u8] = include_bytes!("fonts/Inter-Regular.ttf");
/// For headings and what is largest.
pub(in crate::export) const SEMIBOLD: &[u8] = include_bytes!("fonts/Inter-SemiBold.ttf");
