//! What a request says in its address, read so that what cannot be read is answered like every other problem.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::error::ApiError;

/// What follows the question mark. Of a value that is none, the answer says which there are.
pub(super) struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let asked = Query::from_request_parts(parts, state).await;
        asked.map(|Query(asked)| Asked(asked)).map_err(|problem| ApiError::Unreadable(problem.body_text()))
    }
}

/// What stands between the slashes; there is nothing where a number belongs and none stands.
pub(super) struct At<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let at = Path::from_request_parts(parts, state).await;
        at.map(|Path(at)| At(at)).map_err(|_| ApiError::NotFound)
    }
}
