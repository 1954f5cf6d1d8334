//! How far rankings agree.

/// Kendall's coefficient of concordance W, corrected for ties: 0 where rankings have nothing in common, 1 where all are
/// the same.
///
/// Takes for each option the sum of its places over all ballots, doubled so that shared places stay whole; how many
/// ballots there are; and the sum of t³ − t over every group of t options that share a place on a ballot. None with
/// fewer than two ballots, and where no ballot prefers anything to anything.
///
/// With m ballots, n options and place sums R, W = 12 Σ(R − m(n+1)/2)² / (m²(n³−n) − m Σ(t³−t)): M. G. Kendall and
/// B. Babington Smith, "The problem of m rankings", Annals of Mathematical Statistics 10, 1939; the correction as in
/// M. G. Kendall, "Rank Correlation Methods", 1948, and S. Siegel and N. J. Castellan, "Nonparametric Statistics for the
/// Behavioral Sciences", 1988.
pub fn concordance(places_doubled: &[u64], ballots: u64, ties: u64) -> Option<f64> {
    // Whole numbers to the end, and wide enough that no hall overflows them.
    let (ballots, options) = (u128::from(ballots), places_doubled.len() as u128);
    let mean_doubled = ballots * (options + 1);
    let squares = places_doubled.iter().map(|&doubled| u128::from(doubled).abs_diff(mean_doubled).pow(2));
    let spread = 3 * squares.sum::<u128>();
    let spread_max = (ballots.pow(2) * (options.pow(3) - options)).saturating_sub(ballots * u128::from(ties));
    (ballots >= 2 && spread_max > 0).then(|| spread as f64 / spread_max as f64)
}
