//! Adjusted mutual information of two groupings: 1 when they are the same, 0 on average when one is drawn by chance.
//!
//! N. X. Vinh, J. Epps and J. Bailey, "Information theoretic measures for clusterings comparison", Journal of Machine
//! Learning Research 11, 2010; divided by the arithmetic mean of the entropies, as scikit-learn does by default.

use std::collections::BTreeMap;

/// The groups of the same things in the same order, by any names.
pub fn ami<A: Ord, B: Ord>(one: &[A], other: &[B]) -> f64 {
    assert_eq!(one.len(), other.len());
    let (one_sizes, other_sizes) = (sizes(one.iter()), sizes(other.iter()));
    if one_sizes.len() == 1 && other_sizes.len() == 1 {
        return 1.0;
    }
    let count = one.len();
    let information: f64 = sizes(one.iter().zip(other))
        .into_iter()
        .map(|((a, b), both)| part(count, both, one_sizes[a], other_sizes[b]))
        .sum();
    let expected = expected(count, one_sizes.values(), other_sizes.values());
    let mean = (entropy(count, one_sizes.values()) + entropy(count, other_sizes.values())) / 2.0;
    (information - expected) / (mean - expected)
}

fn sizes<K: Ord>(groups: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut sizes = BTreeMap::new();
    for group in groups {
        *sizes.entry(group).or_default() += 1;
    }
    sizes
}

/// What a cell of the table of both groupings adds to their mutual information.
fn part(count: usize, both: usize, one: usize, other: usize) -> f64 {
    let (count, both) = (count as f64, both as f64);
    both / count * (count * both / (one as f64 * other as f64)).ln()
}

fn entropy<'a>(count: usize, sizes: impl Iterator<Item = &'a usize>) -> f64 {
    let share = |size: &usize| *size as f64 / count as f64;
    sizes.map(|size| -share(size) * share(size).ln()).sum()
}

/// The mean mutual information of two groupings of these sizes that are drawn by chance (equation 24a of the paper).
fn expected<'a>(
    count: usize,
    one: impl Iterator<Item = &'a usize>,
    other: impl Iterator<Item = &'a usize> + Clone,
) -> f64 {
    let mut factorials = vec![0.0];
    for number in 1..=count {
        factorials.push(factorials[number - 1] + (number as f64).ln());
    }
    let ln = |number: usize| factorials[number];
    let mut sum = 0.0;
    for a in one.copied() {
        for b in other.clone().copied() {
            for both in (a + b).saturating_sub(count).max(1)..=a.min(b) {
                let chance = ln(a) + ln(b) + ln(count - a) + ln(count - b)
                    - ln(count)
                    - ln(both)
                    - ln(a - both)
                    - ln(b - both)
                    - ln(count + both - a - b);
                sum += part(count, both, a, b) * chance.exp();
            }
        }
    }
    sum
}

#[test]
fn adjusted_mutual_information_agrees_with_worked_values() {
    let near = |value: f64, worked: f64| assert!((value - worked).abs() < 0.000_01, "{value}, not {worked}");
    near(ami(&[0, 0, 1, 1], &[0, 0, 1, 1]), 1.0);
    near(ami(&[0, 0, 1, 1], &["b", "b", "a", "a"]), 1.0);
    near(ami(&[0, 0, 0, 0], &[0, 1, 2, 3]), 0.0);
    // Two groups of two across each other: I = 0, E = (ln 2)/3, so (0 − E) / (ln 2 − E) = −1/2.
    near(ami(&[0, 0, 1, 1], &[0, 1, 0, 1]), -0.5);
    // The case that scikit-learn tests its own with.
    let one = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
    let other = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
    near(ami(&one, &other), 0.278_21);
}
