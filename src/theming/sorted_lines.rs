//! Looks words up in a sorted text where it stands: reading it into a table would cost more than a whole grouping.

/// What stands after the tab on the line of this word. The lines begin with a word and a tab and are in byte order of the
/// words.
pub fn find<'a>(lines: &'a str, word: &str) -> Option<&'a str> {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[start..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| start + at);
        let tab = bytes[start..end].iter().position(|&b| b == b'\t').map_or(end, |at| start + at);
        match bytes[start..tab].cmp(word.as_bytes()) {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => return lines.get(tab + 1..end),
        }
    }
    None
}
