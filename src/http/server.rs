//! Accepts connections and serves them through hyper, whose timer ends half-sent headers.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::{App, router};

/// A request's header must be whole by then (a slow sender would hold the connection for ever).
const HEADER_MAX: Duration = Duration::from_secs(10);
/// How long a stop waits for sockets to say goodbye and for requests to be answered.
const STOP_MAX: Duration = Duration::from_secs(8);
/// A pause after accepting failed, so that a full table of files does not spin.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves until `stop` resolves; then lets every session store what it was sent and say goodbye.
pub async fn serve(listener: TcpListener, app: App, connections_max: usize, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(connections_max));
    let routes = router(app.clone());
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEADER_MAX).max_buf_size(16 << 10);
    let builder = Arc::new(builder);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(problem) => {
                tracing::warn!(%problem, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let Ok(place) = places.clone().try_acquire_owned() else {
            tracing::warn!(connections_max, "a connection was turned away: as many are open as are allowed");
            continue;
        };
        stream.set_nodelay(true).ok();
        let service = TowerToHyperService::new(routes.clone());
        let builder = builder.clone();
        let stopping = app.hub.clone();
        tokio::spawn(async move {
            let connection = builder.serve_connection(TokioIo::new(stream), service).with_upgrades();
            tokio::pin!(connection);
            tokio::select! {
                // What a client does wrong at this level is its own affair.
                _ = connection.as_mut() => {}
                () = stopping.stopping() => {
                    connection.as_mut().graceful_shutdown();
                    timeout(STOP_MAX, connection).await.ok();
                }
            }
            drop(place);
        });
    }
    drop(listener);
    app.hub.stop().await;
    if timeout(STOP_MAX, app.sockets.all_closed()).await.is_err() {
        tracing::warn!("some connections did not take their goodbye in time");
    }
}
