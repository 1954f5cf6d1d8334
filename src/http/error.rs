//! What the API answers when it does not do what was asked: problem details (RFC 9457).

use axum::extract::rejection::{JsonRejection, StringRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::hub::{CreateError, Gone};
use crate::import::ImportError;
use crate::picture::PictureError;
use crate::plan_file;
use crate::session::Rejection;
use crate::store::StoreError;
use crate::theming::ConceptsError;

/// The one error of the HTTP side.
#[derive(Debug)]
pub enum ApiError {
    /// No such session, or no such page of the API.
    NotFound,
    /// No key, or not the session's.
    WrongKey,
    /// The request comes from a page of another server.
    ForeignPage,
    /// The body could not be read; says what is wrong with it.
    Unreadable(String),
    /// A later program wrote the archive; says which version of it this one reads.
    NewerArchive(String),
    /// What came of a question is wanted before anybody was asked it.
    Unasked,
    /// This server was built without PDF.
    PdfNotBuilt,
    /// More answers are listed than a PDF can be set of; says how many can be.
    PdfTooLong(String),
    /// A line of a text of own headings cannot be used.
    Concepts(ConceptsError),
    /// A text is no plan; says all that is wrong with it.
    Plan(Vec<plan_file::Problem>),
    /// A file is no picture that can be used.
    Picture(PictureError),
    /// A file with answers cannot be read, or no session be made of it.
    Import(ImportError),
    /// The rules refused it.
    Refused(Rejection),
    /// The store failed, or the session is just being loaded anew: trying again is right.
    Unavailable,
    /// More than is allowed in a short time.
    TooFast,
}

/// The body of an error answer.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Names the kind of problem; not a page that can be opened.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the kind means, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do.
    pub detail: String,
    /// The line of a text that it is about, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The stable code: that of a rejection or of a line of own headings, or one of `not_found`, `wrong_key`, `foreign_page`, `unreadable`, `archive_newer`, `plan_unreadable`, `picture_too_large`, `picture_too_many_pixels`, `picture_wrong_type`, `picture_broken`, `table_too_large`, `table_too_much`, `table_wrong_type`, `table_old`, `table_protected`, `table_empty`, `table_broken`, `table_nothing_chosen`, `table_unfit`, `table_too_many`, `table_too_many_questions`, `pdf_not_built`, `pdf_too_long`, `unavailable`, `too_fast`.
    pub code: String,
    /// All that is wrong with the text of a plan, by line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<plan_file::Problem>,
}

impl ApiError {
    fn problem(&self) -> Problem {
        let (status, title, code, detail) = match self {
            ApiError::NotFound => (
                404,
                "Not found",
                "not_found",
                String::from("There is nothing here. Check the code of the session."),
            ),
            ApiError::WrongKey => (
                401,
                "Wrong key",
                "wrong_key",
                String::from("Send the facilitator's key of this session as Authorization: Bearer KEY."),
            ),
            ApiError::ForeignPage => (
                403,
                "From another page",
                "foreign_page",
                String::from("This is for the server's own pages, and for programs."),
            ),
            ApiError::Unasked => (
                409,
                "Not asked yet",
                "not_asked",
                String::from(
                    "Nobody has been asked this yet, so nothing came of it. Open the question first.",
                ),
            ),
            ApiError::PdfNotBuilt => (
                501,
                "Built without PDF",
                "pdf_not_built",
                String::from(
                    "This server was built without PDF. Fetch minutes.html and print it as PDF, or build the server with --features pdf.",
                ),
            ),
            ApiError::PdfTooLong(why) => (422, "Too long for a PDF", "pdf_too_long", why.clone()),
            ApiError::Unreadable(why) => (400, "Unreadable", "unreadable", why.clone()),
            ApiError::NewerArchive(why) => (400, "Archive of a later version", "archive_newer", why.clone()),
            ApiError::Concepts(problem) => {
                (400, "Line that cannot be used", problem.code(), problem.to_string())
            }
            ApiError::Plan(problems) => {
                (400, "Not a plan", "plan_unreadable", problems_in_a_sentence(problems))
            }
            ApiError::Picture(problem) => {
                let status = match problem {
                    PictureError::TooLarge | PictureError::TooManyPixels => 413,
                    PictureError::WrongType => 415,
                    PictureError::Broken => 422,
                };
                (status, "Not a picture that can be used", problem.code(), problem.to_string())
            }
            ApiError::Import(problem) => {
                let status = match problem {
                    ImportError::TooLarge | ImportError::TooMuch | ImportError::TooMany => 413,
                    ImportError::WrongType | ImportError::Old => 415,
                    ImportError::Plan(_) => 409,
                    ImportError::Protected
                    | ImportError::Empty
                    | ImportError::Broken
                    | ImportError::NothingChosen
                    | ImportError::TooManyQuestions
                    | ImportError::Unfit => 422,
                };
                (status, "Not a file with answers that can be used", problem.code(), problem.to_string())
            }
            ApiError::Refused(rejection) => {
                let code = rejection.code();
                let detail = format!("The session's rules refused it: {}.", code.replace('_', " "));
                return Problem {
                    kind: format!("urn:plenum:problem:{code}"),
                    title: String::from("Refused"),
                    status: 409,
                    detail,
                    line: None,
                    code,
                    problems: Vec::new(),
                };
            }
            ApiError::Unavailable => (
                503,
                "Unavailable",
                "unavailable",
                String::from("It could not be stored just now. Try again."),
            ),
            ApiError::TooFast => (
                429,
                "Too fast",
                "too_fast",
                String::from("That was too much in a short time. Wait a little."),
            ),
        };
        Problem {
            kind: format!("urn:plenum:problem:{code}"),
            title: title.to_owned(),
            status,
            detail,
            line: match self {
                ApiError::Concepts(problem) => Some(problem.line()),
                _ => None,
            },
            code: code.to_owned(),
            problems: match self {
                ApiError::Plan(problems) => problems.clone(),
                _ => Vec::new(),
            },
        }
    }
}

/// The first problems of a text, and how many more there are.
fn problems_in_a_sentence(problems: &[plan_file::Problem]) -> String {
    const TOLD_MAX: usize = 3;
    let told: Vec<String> = problems.iter().take(TOLD_MAX).map(ToString::to_string).collect();
    match problems.len().saturating_sub(TOLD_MAX) {
        0 => told.join(" "),
        more => format!("{} And {more} more.", told.join(" ")),
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let problem = self.problem();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        match rejection {
            Rejection::TryAgain => ApiError::Unavailable,
            rejection => ApiError::Refused(rejection),
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(problem: StoreError) -> Self {
        tracing::error!(%problem, "the store failed a request");
        ApiError::Unavailable
    }
}

impl From<CreateError> for ApiError {
    fn from(problem: CreateError) -> Self {
        match problem {
            CreateError::Refused(rejection) => rejection.into(),
            CreateError::Store(problem) => problem.into(),
        }
    }
}

impl From<ConceptsError> for ApiError {
    fn from(problem: ConceptsError) -> Self {
        ApiError::Concepts(problem)
    }
}

impl From<PictureError> for ApiError {
    fn from(problem: PictureError) -> Self {
        ApiError::Picture(problem)
    }
}

impl From<ImportError> for ApiError {
    fn from(problem: ImportError) -> Self {
        match problem {
            ImportError::Plan(rejection) => rejection.into(),
            problem => ApiError::Import(problem),
        }
    }
}

impl From<Gone> for ApiError {
    fn from(Gone: Gone) -> Self {
        ApiError::Unavailable
    }
}

impl From<JsonRejection> for ApiError {
    fn from(rejection: JsonRejection) -> Self {
        ApiError::Unreadable(rejection.body_text())
    }
}

impl From<StringRejection> for ApiError {
    fn from(rejection: StringRejection) -> Self {
        ApiError::Unreadable(rejection.body_text())
    }
}
