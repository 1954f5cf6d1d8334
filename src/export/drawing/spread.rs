//! How sections stand in rows over columns, and cards in columns, so that the whole becomes as low as it can.

/// A section in a row, over so many columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub section: usize,
    pub columns: usize,
}

/// Rows of sections, and how high they are together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spread {
    pub rows: Vec<Vec<Span>>,
    pub height: f64,
}

/// The lowest way to set so many sections in their order in rows, by the height of each over each number of columns and
/// the space between rows; of equally low ones that with the fewest rows.
pub(super) fn spread(
    sections: usize,
    columns: usize,
    gap: f64,
    height: impl Fn(usize, usize) -> f64,
) -> Spread {
    // The lowest way to set the sections from each on.
    let mut best = vec![Spread::default(); sections + 1];
    for from in (0..sections).rev() {
        let mut lowest: Option<Spread> = None;
        for many in (1..=columns.min(sections - from)).rev() {
            let below = &best[from + many];
            let rest = if below.rows.is_empty() { 0.0 } else { gap + below.height };
            for spans in divisions(columns, many) {
                let row: Vec<Span> =
                    (from..).zip(spans).map(|(section, columns)| Span { section, columns }).collect();
                let high =
                    row.iter().map(|span| height(span.section, span.columns)).fold(0.0, f64::max) + rest;
                if lowest.as_ref().is_none_or(|lowest| high < lowest.height - 0.5) {
                    let rows = [vec![row], below.rows.clone()].concat();
                    lowest = Some(Spread { rows, height: high });
                }
            }
        }
        best[from] = lowest.unwrap_or_default();
    }
    best.swap_remove(0)
}

/// All ways to divide so many columns among so many, at least one each.
fn divisions(columns: usize, among: usize) -> Vec<Vec<usize>> {
    if among == 1 {
        return vec![vec![columns]];
    }
    let first = 1..=columns - among + 1;
    first
        .flat_map(|first| {
            divisions(columns - first, among - 1).into_iter().map(move |rest| [vec![first], rest].concat())
        })
        .collect()
}

/// Where to part cards of these heights, in their order, into so many columns that the highest is as low as it can be:
/// the number of the first card of each column that has any.
pub(super) fn parted(heights: &[f64], columns: usize, gap: f64) -> Vec<usize> {
    let fill = |most: f64| {
        let (mut starts, mut high) = (Vec::new(), f64::INFINITY);
        for (index, height) in heights.iter().enumerate() {
            if high + gap + height > most + 0.01 {
                starts.push(index);
                high = *height;
            } else {
                high += gap + height;
            }
        }
        starts
    };
    // Halved so often, the difference is seen on no screen.
    const HALVINGS: usize = 24;
    let mut low = heights.iter().copied().fold(0.0, f64::max);
    let mut high = heights.iter().map(|height| height + gap).sum::<f64>();
    if fill(low).len() <= columns {
        return fill(low);
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if fill(middle).len() <= columns { high = middle } else { low = middle }
    }
    fill(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_parted_so_that_no_column_is_higher_than_it_must_be() {
        assert_eq!(parted(&[3.0, 3.0, 3.0, 3.0], 2, 1.0), [0, 2]);
        assert_eq!(parted(&[9.0, 1.0, 1.0, 1.0], 2, 1.0), [0, 1]);
        assert_eq!(parted(&[1.0], 4, 1.0), [0]);
        assert_eq!(parted(&[], 4, 1.0), Vec::<usize>::new());
    }

    #[test]
    fn small_sections_stand_beside_each_other() {
        let cards: [f64; 3] = [8.0, 1.0, 1.0];
        let spread = spread(3, 3, 1.0, |section, columns| (cards[section] / columns as f64).ceil());
        assert_eq!(spread.height, 5.0);
        assert_eq!(spread.rows.len(), 2);
        let taken = |row: &Vec<Span>| row.iter().map(|span| span.columns).sum::<usize>();
        assert!(spread.rows.iter().all(|row| taken(row) == 3), "{spread:?}");
    }
}
