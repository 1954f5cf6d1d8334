//! The store: one contract for every log, then what only the disk can get wrong, then killing it.

mod contract;
mod disk;
mod faults;

use plenum::store::{CatalogueEntry, Record, SessionId};

/// A session that is told from others by a number.
fn session(number: u32) -> SessionId {
    let mut bits = [7; 16];
    bits[..4].copy_from_slice(&number.to_be_bytes());
    SessionId::new(bits)
}

/// The catalogue entry of that session.
fn entry(number: u32) -> CatalogueEntry {
    CatalogueEntry {
        session: session(number),
        code: format!("{:08}", 38_851_953 + number),
        facilitator_hash: [3; 32],
        join_secret: [4; 16],
        created_ms: 1_760_000_000_000,
        due_ms: None,
    }
}

/// Payloads with these texts.
fn texts<const N: usize>(texts: [&str; N]) -> Vec<Vec<u8>> {
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

/// The text of each record, or `None` where it was erased.
fn texts_of(records: &[Record]) -> Vec<Option<&str>> {
    records
        .iter()
        .map(|record| record.payload.as_deref().map(|text| std::str::from_utf8(text).unwrap()))
        .collect()
}

/// Does asynchronous work in a test.
fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}
