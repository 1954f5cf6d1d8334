//! How far two groupings of the same answers agree.

use std::collections::BTreeMap;

/// The measures of one grouping against another. Each is 1 for the same grouping.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Adjusted mutual information, 0 for chance (Vinh, Epps and Bailey, "Information theoretic measures for clusterings
    /// comparison", 2010; the mean of the two entropies above, the exact expectation).
    pub mutual_information: f64,
    /// Adjusted Rand index, 0 for chance (Hubert and Arabie, "Comparing partitions", 1985).
    pub rand: f64,
    /// B-cubed F1 (Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998).
    pub b_cubed: f64,
}

/// Compares two groupings: for each answer, the number of its group in the one and in the other.
pub fn agreement(one: &[usize], other: &[usize]) -> Agreement {
    let table = Table::of(one, other);
    Agreement {
        mutual_information: table.adjusted_mutual_information(),
        rand: table.adjusted_rand(),
        b_cubed: table.b_cubed(),
    }
}

/// How many answers each pair of groups shares, and how many each group has.
struct Table {
    answers: f64,
    shared: BTreeMap<(usize, usize), f64>,
    one: BTreeMap<usize, f64>,
    other: BTreeMap<usize, f64>,
}

impl Table {
    fn of(one: &[usize], other: &[usize]) -> Self {
        assert_eq!(one.len(), other.len(), "both group the same answers");
        let mut table = Self {
            answers: one.len() as f64,
            shared: BTreeMap::new(),
            one: BTreeMap::new(),
            other: BTreeMap::new(),
        };
        for (&left, &right) in one.iter().zip(other) {
            *table.shared.entry((left, right)).or_default() += 1.0;
            *table.one.entry(left).or_default() += 1.0;
            *table.other.entry(right).or_default() += 1.0;
        }
        table
    }

    fn adjusted_mutual_information(&self) -> f64 {
        let entropy = |sizes: &BTreeMap<usize, f64>| -> f64 {
            sizes.values().map(|size| -size / self.answers * (size / self.answers).ln()).sum()
        };
        let information: f64 = self
            .shared
            .iter()
            .map(|((left, right), shared)| {
                let chance = self.one[left] * self.other[right];
                shared / self.answers * (shared * self.answers / chance).ln()
            })
            .sum();
        let expected = self.expected_information();
        let above = (entropy(&self.one) + entropy(&self.other)) / 2.0 - expected;
        if above.abs() < 1e-12 { 1.0 } else { (information - expected) / above }
    }

    /// The mutual information that chance gives groups of these sizes.
    fn expected_information(&self) -> f64 {
        let answers = self.answers as usize;
        let mut log_factorials = vec![0.0_f64; answers + 1];
        for number in 2..=answers {
            log_factorials[number] = log_factorials[number - 1] + (number as f64).ln();
        }
        let log_factorial = |number: usize| log_factorials[number];
        let mut expected = 0.0;
        for (left, left_groups) in sizes_with_counts(&self.one) {
            for (right, right_groups) in sizes_with_counts(&self.other) {
                let fixed = log_factorial(left)
                    + log_factorial(right)
                    + log_factorial(answers - left)
                    + log_factorial(answers - right)
                    - log_factorial(answers);
                let first = (left + right).saturating_sub(answers).max(1);
                let sum: f64 = (first..=left.min(right))
                    .map(|shared| {
                        let chance = fixed
                            - log_factorial(shared)
                            - log_factorial(left - shared)
                            - log_factorial(right - shared)
                            - log_factorial(answers + shared - left - right);
                        let ratio = self.answers * shared as f64 / (left * right) as f64;
                        shared as f64 / self.answers * ratio.ln() * chance.exp()
                    })
                    .sum();
                expected += left_groups * right_groups * sum;
            }
        }
        expected
    }

    fn adjusted_rand(&self) -> f64 {
        let pairs = |size: f64| size * (size - 1.0) / 2.0;
        if self.answers < 2.0 {
            return 1.0;
        }
        let together: f64 = self.shared.values().copied().map(pairs).sum();
        let one: f64 = self.one.values().copied().map(pairs).sum();
        let other: f64 = self.other.values().copied().map(pairs).sum();
        let expected = one * other / pairs(self.answers);
        let highest = (one + other) / 2.0;
        if highest == expected { 1.0 } else { (together - expected) / (highest - expected) }
    }

    fn b_cubed(&self) -> f64 {
        let squares = |sizes: &BTreeMap<usize, f64>, group_of: fn(&(usize, usize)) -> usize| -> f64 {
            self.shared.iter().map(|(pair, shared)| shared * shared / sizes[&group_of(pair)]).sum::<f64>()
                / self.answers
        };
        let recall = squares(&self.one, |pair| pair.0);
        let precision = squares(&self.other, |pair| pair.1);
        2.0 * precision * recall / (precision + recall)
    }
}

/// Each size that occurs and how many groups have it.
fn sizes_with_counts(sizes: &BTreeMap<usize, f64>) -> BTreeMap<usize, f64> {
    let mut counts = BTreeMap::new();
    for &size in sizes.values() {
        *counts.entry(size as usize).or_default() += 1.0;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_grouping_agrees_fully_whatever_its_numbers() {
        let same = agreement(&[0, 0, 1, 1, 2], &[7, 7, 3, 3, 9]);

        for measure in [same.mutual_information, same.rand, same.b_cubed] {
            assert!((measure - 1.0).abs() < 1e-9, "{same:?}");
        }
    }

    #[test]
    fn the_measures_are_those_of_a_case_counted_by_hand() {
        // Pairs: 4 together in the one, 2 in the other, 1 in both, of 15: (1 - 8/15) / (3 - 8/15) = 7/37.
        let found = agreement(&[0, 0, 0, 1, 1, 2], &[0, 0, 1, 1, 2, 3]);

        assert!((found.rand - 7.0 / 37.0).abs() < 1e-9, "{found:?}");
        // Precision 5/6 by the other's groups, recall (4/3 + 1/3 + 1/2 + 1/2 + 1) / 6.
        let (precision, recall) = (5.0 / 6.0, 11.0 / 3.0 / 6.0);
        let harmonic = 2.0 * precision * recall / (precision + recall);
        assert!((found.b_cubed - harmonic).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn one_group_of_all_tells_nothing() {
        let nothing = agreement(&[0, 0, 1, 1, 2, 2], &[0; 6]);

        assert!(nothing.mutual_information.abs() < 1e-9 && nothing.rand.abs() < 1e-9, "{nothing:?}");
    }
}
