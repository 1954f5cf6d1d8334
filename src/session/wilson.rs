//! How sure one can be of a share that few have had a say in.

/// The point of the standard normal distribution that 2.5 % lie above: 95 % lie within it on both sides.
const Z: f64 = 1.959_963_984_540_054;

/// The lower bound, from 0 to 1, of the 95 % score interval for the share of `chances` that are `votes`; 0 without any.
///
/// With n chances, a share of p and z = 1.96 it is (p + z²/2n − z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n) (E. B. Wilson,
/// "Probable inference, the law of succession, and statistical inference", *Journal of the American Statistical
/// Association* 22, 1927). A share that many have had a say in stands above the same share of few, and a good late
/// question above a middling early one that had longer to gather votes.
pub fn wilson_lower(votes: u32, chances: u32) -> f64 {
    if chances == 0 {
        return 0.0;
    }
    let n = f64::from(chances);
    let share = f64::from(votes) / n;
    let square = Z * Z;
    let middle = share + square / (2.0 * n);
    let spread = Z * ((share * (1.0 - share) + square / (4.0 * n)) / n).sqrt();
    ((middle - spread) / (1.0 + square / n)).max(0.0)
}
