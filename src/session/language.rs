//! The languages that a session can be held in: those that the pages were built in.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

/// Makes the enum from a line for each language, the one that is spoken where no other is asked for first.
macro_rules! languages {
    ($first:ident $first_tag:tt $first_name:tt, $($variant:ident $tag:tt $name:tt,)*) => {
        /// A session's language: decides the interface's words, stems and the wording of minutes.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, ts_rs::TS, utoipa::ToSchema)]
        pub enum Language {
            #[doc = $first_name]
            #[default]
            #[serde(rename = $first_tag)]
            $first,
            $(
                #[doc = $name]
                #[serde(rename = $tag)]
                $variant,
            )*
        }

        impl Language {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Language] = &[Language::$first, $(Language::$variant,)*];

            /// The language tag of BCP 47, as in `lang="nb"`.
            pub fn tag(self) -> &'static str {
                match self {
                    Language::$first => $first_tag,
                    $(Language::$variant => $tag,)*
                }
            }
        }
    };
}

// What `web/build.rs` read from `web/src/languages`.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The language with this tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Language::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    /// Its place in [`Language::ALL`].
    pub fn place(self) -> usize {
        self as usize
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = Cow::<str>::deserialize(deserializer)?;
        Language::of_tag(&tag).ok_or_else(|| {
            let known: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
            D::Error::custom(format!("\"{tag}\" is no language that is spoken here: {}", known.join(", ")))
        })
    }
}
