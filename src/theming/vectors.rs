//! Vectors: sparse where there are many features and few are used, dense where all are.

/// Features and their weights, sorted by feature, each named once.
pub type Sparse = Vec<(u32, f32)>;

/// A text as the grouping compares it.
#[derive(Clone, Debug, Default)]
pub struct Vector {
    /// Stems, n-grams and themes of the catalogue.
    pub sparse: Sparse,
    /// What the words mean; empty when no word has a meaning that is known.
    pub dense: Vec<f32>,
}

impl Vector {
    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.sparse.is_empty() && self.dense.is_empty()
    }

    /// The square of the length.
    pub fn square(&self) -> f32 {
        square(&self.sparse) + dot(&self.dense, &self.dense)
    }

    /// Makes the length 1, unless it is 0.
    pub fn normalise(&mut self) {
        let length = self.square().sqrt();
        if length > LENGTH_MIN {
            self.sparse.iter_mut().for_each(|(_, weight)| *weight /= length);
            self.dense.iter_mut().for_each(|number| *number /= length);
        }
    }
}

/// What is shorter than this has no direction.
const LENGTH_MIN: f32 = 1e-6;

/// The square of the length of a sparse vector.
pub fn square(sparse: &Sparse) -> f32 {
    sparse.iter().map(|(_, weight)| weight * weight).sum()
}

/// The sum of the products; zero when one side is empty. In lanes, so that the processor can take several at once and
/// the order of the additions is the same on every machine.
pub fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    for (left, right) in left.chunks_exact(LANES).zip(right.chunks_exact(LANES)) {
        for ((lane, left), right) in lanes.iter_mut().zip(left).zip(right) {
            *lane += left * right;
        }
    }
    lanes.iter().sum()
}

/// Divides the number of dimensions of every table of word vectors.
pub const LANES: usize = 4;

/// Adds a dense vector to a sum, which is empty as long as nothing was added.
pub fn add(sum: &mut Vec<f32>, vector: &[f32], weight: f32) {
    if sum.len() < vector.len() {
        sum.resize(vector.len(), 0.0);
    }
    for (sum, number) in sum.iter_mut().zip(vector) {
        *sum += weight * number;
    }
}

/// The sum of these vectors, each times its weight.
pub fn sum<'a>(weighted: impl Iterator<Item = (&'a Vector, f32)>) -> Vector {
    let mut dense: Vec<f32> = Vec::new();
    let mut sparse: Sparse = Vec::new();
    for (vector, weight) in weighted {
        add(&mut dense, &vector.dense, weight);
        sparse.extend(vector.sparse.iter().map(|&(feature, value)| (feature, value * weight)));
    }
    Vector { sparse: summed(sparse), dense }
}

/// The sum of the products of two vectors: their cosine where both are of unit length. One look in `other` for each
/// feature of `one`, so the shorter comes first.
pub fn product(one: &Vector, other: &Vector) -> f32 {
    let sparse = one.sparse.iter().filter_map(|&(feature, weight)| {
        let at = other.sparse.binary_search_by_key(&feature, |&(feature, _)| feature).ok()?;
        Some(weight * other.sparse[at].1)
    });
    sparse.sum::<f32>() + dot(&one.dense, &other.dense)
}

/// Makes the length 1, unless it is 0.
pub fn normalise(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    if length > LENGTH_MIN {
        vector.iter_mut().for_each(|number| *number /= length);
    }
}

/// Sorts features and adds up those that stand several times.
pub fn summed(mut features: Sparse) -> Sparse {
    features.sort_unstable_by_key(|&(feature, _)| feature);
    features.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    features
}
