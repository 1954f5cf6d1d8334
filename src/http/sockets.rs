//! How many sockets are open, so that a stop can wait until each has said goodbye.

use std::sync::Arc;

use tokio::sync::watch;

/// Counts open sockets.
#[derive(Clone, Debug)]
pub struct Sockets(Arc<watch::Sender<usize>>);

impl Default for Sockets {
    fn default() -> Self {
        Sockets(Arc::new(watch::Sender::new(0)))
    }
}

/// One open socket; dropping it counts down.
pub struct Open(Arc<watch::Sender<usize>>);

impl Sockets {
    /// Counts one more; none when as many are open.
    pub fn open(&self, sockets_max: usize) -> Option<Open> {
        let counted = self.0.send_if_modified(|open| {
            let room = *open < sockets_max;
            *open += usize::from(room);
            room
        });
        counted.then(|| Open(self.0.clone()))
    }

    /// Resolves when none is open.
    pub async fn all_closed(&self) {
        self.0.subscribe().wait_for(|open| *open == 0).await.ok();
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open -= 1);
    }
}
