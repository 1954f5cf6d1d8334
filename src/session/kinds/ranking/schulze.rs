//! The order of options by pairwise comparison.

/// The place of each option from 1, given how many put option i before option j in row i, column j.
///
/// An option is better than another when the strongest path of wins from it to the other is stronger than the strongest
/// path back; a path is as strong as the weakest of its wins, and a win as strong as the number of ballots behind it
/// (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
/// method", Social Choice and Welfare 36, 2011, with winning votes). Being better is transitive but does not order every
/// two options, so an option's place counts those that have fewer options better than they: whoever is better stands
/// higher, and options with as many above them share a place.
pub(super) fn places(pairs: &[Vec<u64>]) -> Vec<u8> {
    let strengths = strongest_paths(pairs);
    let above: Vec<usize> = (0..pairs.len())
        .map(|option| {
            strengths.iter().zip(&strengths[option]).filter(|(other, back)| other[option] > **back).count()
        })
        .collect();
    above.iter().map(|count| 1 + above.iter().filter(|other| *other < count).count() as u8).collect()
}

/// The strength of the strongest path from each option to each other, 0 where there is none (R. W. Floyd and
/// S. Warshall, 1962, for widest paths); what stands on the diagonal says nothing.
fn strongest_paths(pairs: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let win = |option: usize, other: usize| {
        let (votes, against) = (pairs[option][other], pairs[other][option]);
        if votes > against { votes } else { 0 }
    };
    let options = pairs.len();
    let mut strengths: Vec<Vec<u64>> =
        (0..options).map(|option| (0..options).map(|other| win(option, other)).collect()).collect();
    for between in 0..options {
        let onward = strengths[between].clone();
        for from in &mut strengths {
            let first = from[between];
            for (strength, rest) in from.iter_mut().zip(&onward) {
                *strength = (*strength).max(first.min(*rest));
            }
        }
    }
    strengths
}
