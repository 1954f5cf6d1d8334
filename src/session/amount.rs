//! Numbers that people give, kept exact so that sums and medians are the same on every machine.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A number with at most three decimals between −10⁹ and 10⁹; a plain number in JSON.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ts_rs::TS,
    utoipa::ToSchema,
)]
#[serde(try_from = "f64", into = "f64")]
#[ts(type = "number")]
#[schema(value_type = f64, example = 12.5)]
pub struct Amount(i64);

impl Amount {
    /// Most decimals.
    pub const DECIMALS_MAX: u8 = 3;
    const SCALE: i64 = 1_000;
    const MAGNITUDE_MAX: f64 = 1e9;
    /// How far from a thousandth a number in binary may lie and still mean it.
    const ROUNDING: f64 = 1e-4;

    /// The number of so many thousandths.
    pub fn of_thousandths(thousandths: i64) -> Self {
        Amount(thousandths)
    }

    /// The number in thousandths.
    pub fn thousandths(self) -> i64 {
        self.0
    }

    /// The number for showing it.
    pub fn value(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }

    /// Whether it can be written with so many decimals.
    pub fn fits_decimals(self, decimals: u8) -> bool {
        let step = Self::SCALE / 10_i64.pow(u32::from(decimals.min(Self::DECIMALS_MAX)));
        self.0 % step == 0
    }
}

/// Why a number is none that people can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

impl fmt::Display for NotAnAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number has at most three decimals and is at most a thousand million")
    }
}

impl TryFrom<f64> for Amount {
    type Error = NotAnAmount;

    fn try_from(value: f64) -> Result<Self, NotAnAmount> {
        let scaled = value * Self::SCALE as f64;
        let near = (scaled - scaled.round()).abs() <= Self::ROUNDING;
        // A comparison with what is not a number fails, too.
        if value.abs() <= Self::MAGNITUDE_MAX && near {
            Ok(Amount(scaled.round() as i64))
        } else {
            Err(NotAnAmount)
        }
    }
}

impl From<Amount> for f64 {
    fn from(amount: Amount) -> f64 {
        amount.value()
    }
}
