//! The cost to the server, phase by phase.

use anyhow::Result;
use serde::Serialize;
use tokio::time::Instant;

use crate::server_process::{ServerProcess, Usage};

/// Measures the server's process from phase to phase.
pub struct Meter {
    server: Option<(ServerProcess, Usage)>,
    begun: Instant,
    /// What was measured.
    pub process: Process,
}

impl Meter {
    /// Begins to measure; where that cannot be, the report says why.
    pub fn start(process: Result<ServerProcess>) -> Meter {
        let measured = process.and_then(|process| {
            let usage = process.usage()?;
            Ok((process, usage))
        });
        let (server, process) = match measured {
            Ok((process, usage)) => {
                let begun = Phase {
                    name: "before",
                    seconds: 0.0,
                    cpu_s: 0.0,
                    memory_mib: usage.memory_mib,
                    memory_peak_mib: usage.memory_peak_mib,
                };
                let pid = process.pid;
                (Some((process, usage)), Process::Measured { pid, phases: vec![begun] })
            }
            Err(reason) => (None, Process::Unavailable { unavailable: format!("{reason:#}") }),
        };
        Meter { server, begun: Instant::now(), process }
    }

    /// Notes what was used since the phase before.
    pub fn note(&mut self, name: &'static str) {
        let seconds = self.begun.elapsed().as_secs_f64();
        self.begun = Instant::now();
        let (Some((process, before)), Process::Measured { phases, .. }) =
            (&mut self.server, &mut self.process)
        else {
            return;
        };
        match process.usage() {
            Ok(usage) => {
                phases.push(Phase {
                    name,
                    seconds,
                    cpu_s: usage.cpu_s - before.cpu_s,
                    memory_mib: usage.memory_mib,
                    memory_peak_mib: usage.memory_peak_mib,
                });
                *before = usage;
            }
            Err(reason) => {
                self.process = Process::Unavailable { unavailable: format!("{reason:#}") };
                self.server = None;
            }
        }
    }
}

/// The server's process: what it used, or why that is not known.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Process {
    Measured { pid: u32, phases: Vec<Phase> },
    Unavailable { unavailable: String },
}

/// What one phase of the test cost the server.
#[derive(Serialize)]
pub struct Phase {
    pub name: &'static str,
    pub seconds: f64,
    pub cpu_s: f64,
    pub memory_mib: f64,
    pub memory_peak_mib: f64,
}
