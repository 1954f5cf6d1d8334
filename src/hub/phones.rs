//! The phones that are connected to one session.

use std::collections::{BTreeMap, HashMap};

use bytes::Bytes;
use tokio::sync::mpsc;

use super::secrets::Token;

/// Connections by number, and how many people they are.
#[derive(Debug, Default)]
pub(super) struct Phones {
    next: u64,
    connections: BTreeMap<u64, (Token, mpsc::Sender<Bytes>)>,
    /// Connections of each phone: a person with two tabs counts once.
    tabs: HashMap<Token, u32>,
}

impl Phones {
    pub fn add(&mut self, token: Token, personal: mpsc::Sender<Bytes>) -> u64 {
        self.next += 1;
        *self.tabs.entry(token.clone()).or_default() += 1;
        self.connections.insert(self.next, (token, personal));
        self.next
    }

    /// Gives whose last connection it was; none when the phone is still here by another.
    pub fn remove(&mut self, connection: u64) -> Option<Token> {
        let (token, _) = self.connections.remove(&connection)?;
        let tabs = self.tabs.get_mut(&token)?;
        *tabs -= 1;
        if *tabs > 0 {
            return None;
        }
        self.tabs.remove(&token);
        Some(token)
    }

    pub fn token(&self, connection: u64) -> Option<&Token> {
        self.connections.get(&connection).map(|(token, _)| token)
    }

    pub fn all(&self) -> impl Iterator<Item = (u64, &Token)> {
        self.connections.iter().map(|(connection, (token, _))| (*connection, token))
    }

    /// Hands a phone one of its own frames; one that does not keep up misses it and sends again.
    pub fn send(&self, connection: u64, frame: Bytes) {
        if let Some((_, personal)) = self.connections.get(&connection) {
            personal.try_send(frame).ok();
        }
    }

    pub fn len(&self) -> usize {
        self.connections.len()
    }

    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    /// How many different phones are connected.
    pub fn people(&self) -> u32 {
        self.tabs.len() as u32
    }
}
