//! Comparing the texts that should stand with those that do, each as often as it occurs.

use std::collections::BTreeMap;

/// One sentence for each text that stands more or less often than it should; none when all is well.
pub fn differences<'a>(
    place: &str,
    wanted: impl IntoIterator<Item = &'a str>,
    found: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for text in wanted {
        counts.entry(text).or_default().0 += 1;
    }
    for text in found {
        counts.entry(text).or_default().1 += 1;
    }
    counts
        .into_iter()
        .filter(|(_, (wanted, found))| wanted != found)
        .map(|(text, (wanted, found))| {
            format!("{text:?} stands {found} times in {place} and should stand {wanted} times")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_must_stand_as_often_as_it_was_given() {
        assert!(differences("it", ["ja", "nei", "ja"], ["ja", "ja", "nei"]).is_empty());
        assert_eq!(
            differences("the minutes", ["ja", "ja", "nei"], ["ja", "hva"]),
            [
                r#""hva" stands 1 times in the minutes and should stand 0 times"#,
                r#""ja" stands 1 times in the minutes and should stand 2 times"#,
                r#""nei" stands 0 times in the minutes and should stand 1 times"#,
            ]
        );
    }
}
