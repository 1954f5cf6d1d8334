//! Latencies as percentiles.

use std::fmt;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

/// Collects latencies with three significant digits, from a microsecond to ten minutes.
pub struct Latencies(Histogram<u64>);

/// What is reported of them, in milliseconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Percentiles {
    /// How many were measured.
    pub count: u64,
    /// Half were faster.
    pub p50_ms: f64,
    /// 95 of 100 were faster.
    pub p95_ms: f64,
    /// 99 of 100 were faster.
    pub p99_ms: f64,
    /// The slowest.
    pub max_ms: f64,
}

/// Longest latency that is told apart, in microseconds.
const LATENCY_US_MAX: u64 = 600_000_000;

impl Default for Latencies {
    fn default() -> Self {
        let histogram = Histogram::new_with_bounds(1, LATENCY_US_MAX, 3);
        Latencies(histogram.expect("the bounds of this file are ones"))
    }
}

impl Latencies {
    /// Notes one.
    pub fn note(&mut self, latency: Duration) {
        let micros = u64::try_from(latency.as_micros()).unwrap_or(LATENCY_US_MAX);
        self.0.saturating_record(micros.clamp(1, LATENCY_US_MAX));
    }

    /// The percentiles of what was noted.
    pub fn percentiles(&self) -> Percentiles {
        let at = |share: f64| self.0.value_at_quantile(share) as f64 / 1_000.0;
        Percentiles {
            count: self.0.len(),
            p50_ms: at(0.50),
            p95_ms: at(0.95),
            p99_ms: at(0.99),
            max_ms: at(1.0),
        }
    }
}

impl fmt::Display for Percentiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "p50 {:8.1} ms   p95 {:8.1} ms   p99 {:8.1} ms   max {:8.1} ms   ({})",
            self.p50_ms, self.p95_ms, self.p99_ms, self.max_ms, self.count
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_what_was_noted() {
        let mut latencies = Latencies::default();
        for millis in 1..=100 {
            latencies.note(Duration::from_millis(millis));
        }
        let percentiles = latencies.percentiles();
        assert_eq!(percentiles.count, 100);
        for (found, wanted) in [
            (percentiles.p50_ms, 50.0),
            (percentiles.p95_ms, 95.0),
            (percentiles.p99_ms, 99.0),
            (percentiles.max_ms, 100.0),
        ] {
            assert!((found - wanted).abs() < 0.1, "{found} is not {wanted}");
        }
        assert_eq!(Latencies::default().percentiles().max_ms, 0.0);
    }
}
