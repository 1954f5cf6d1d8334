//! Questions that everybody answers at their own pace, open for minutes or for days.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::ItemId;

/// What is asked at everybody's own pace, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyPlan {
    /// Which questions, in the programme's order whatever order they are named in; all there are when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
    /// When it opens by itself, in milliseconds since 1970 in UTC; only by hand when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "number | null")]
    pub opens_ms: Option<i64>,
    /// When it closes by itself, after it opens; only by hand when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "number | null")]
    pub closes_ms: Option<i64>,
}

/// A survey as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Its questions; all of the programme's when there are none. Those that have been deleted since are passed over.
    pub items: BTreeSet<ItemId>,
    /// When it opens by itself; none once it has been opened.
    pub opens_ms: Option<i64>,
    /// When it closes by itself; none once it has been closed.
    pub closes_ms: Option<i64>,
    /// Whether it was closed, by hand or in time.
    pub closed: bool,
}

impl Survey {
    /// What a plan makes of the survey that was there, if one was.
    pub(super) fn planned(plan: &SurveyPlan, before: Option<&Survey>) -> Survey {
        Survey {
            items: plan.items.iter().copied().collect(),
            opens_ms: plan.opens_ms,
            closes_ms: plan.closes_ms,
            closed: before.is_some_and(|before| before.closed),
        }
    }
}
