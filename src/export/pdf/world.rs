//! What typst may see while it sets minutes: our template, our fonts and the values; no file, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::export::drawing::{REGULAR, SEMIBOLD};

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("minutes.typ")));
static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| [REGULAR, SEMIBOLD].into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect());
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The pages of one document.
pub(super) struct Pages {
    library: LazyHash<Library>,
}

impl Pages {
    /// The template with these values as its `sys.inputs`.
    pub fn new(values: Dict) -> Self {
        // By which the words of a row are the heading of its numbers.
        let features = [Feature::A11yExtras].into_iter().collect();
        Pages {
            library: LazyHash::new(Library::builder().with_inputs(values).with_features(features).build()),
        }
    }
}

impl World for Pages {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
