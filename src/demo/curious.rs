//! What a simulated participant asks the speaker, and which questions of others it votes for.

use std::collections::BTreeSet;

use tokio::time::Instant;

use crate::client::{ClientError, Phone};
use crate::session::{AskedId, AskedPlace, AskedText};

use super::participant::{random, random_time};

/// What is asked in the course of the gathering, each by one participant.
pub const QUESTIONS: [&str; 8] = [
    "Når får vi vite hvem som blir leder for den nye tjenesten?",
    "Blir det flere faste stillinger, eller flyttes folk rundt?",
    "Hva skjer med vaktordningen på legevakta i overgangen?",
    "Kor blir det av opplæringa i det nye journalsystemet?",
    "Hvordan får pårørende vite om endringene?",
    "Må vi bytte arbeidssted?",
    "Hvem har ansvaret for pasienten når to tjenester er inne samtidig?",
    "Kan vi få lysarkene i etterkant?",
];
/// Every so many participants ask.
const ASKERS_EVERY: usize = 5;
/// Shortest and longest time between two looks at what others ask.
const LOOKING_S: std::ops::Range<f32> = 6.0..40.0;
/// Share of the questions of others that a participant votes for; earlier ones are liked better here.
const LIKES: f32 = 0.6;

/// What one participant has asked and looked at.
pub(super) struct Curious {
    question: Option<&'static str>,
    judged: BTreeSet<AskedId>,
    at: Instant,
}

impl Curious {
    pub(super) fn new(number: usize) -> Self {
        let asks = number.is_multiple_of(ASKERS_EVERY);
        Curious {
            question: QUESTIONS.get(number / ASKERS_EVERY).copied().filter(|_| asks),
            judged: BTreeSet::new(),
            at: Instant::now() + random_time(LOOKING_S),
        }
    }

    /// When it looks next.
    pub(super) fn at(&self) -> Instant {
        self.at
    }

    /// Asks what it has on its mind, or makes up its mind about one question of somebody else.
    pub(super) async fn look(&mut self, phone: &mut Phone) -> Result<(), ClientError> {
        self.at = Instant::now() + random_time(LOOKING_S);
        if !phone.seen().asking.open {
            return Ok(());
        }
        if let Some(question) = self.question.take() {
            let text = AskedText::parse(question).expect("a question of this demo is short");
            return let_pass(phone.ask_speaker(text).await.map(|_| ()));
        }
        let all = phone.seen().asked.values();
        let new = all.filter(|asked| asked.place == AskedPlace::Shown && !self.judged.contains(&asked.id));
        let Some(id) = new.map(|asked| asked.id).next() else { return Ok(()) };
        self.judged.insert(id);
        let likes = LIKES / (1.0 + id.0 as f32 / QUESTIONS.len() as f32);
        if random(0.0..1.0) < likes { let_pass(phone.vote_asked(id, 1, true).await) } else { Ok(()) }
    }
}

/// Asking may have been closed, or the question put away, while somebody made up their mind; nobody votes for their own.
fn let_pass(done: Result<(), ClientError>) -> Result<(), ClientError> {
    match done {
        Err(ClientError::Refused(_)) => Ok(()),
        done => done,
    }
}
