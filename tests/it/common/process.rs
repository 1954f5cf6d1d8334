//! The real program as its own process.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use plenum::client::ServerAddress;

/// A running `plenum serve`; killed when dropped.
pub struct Process {
    pub address: ServerAddress,
    child: Child,
    /// Kept open: a program whose output nobody reads would be ended by it.
    _output: BufReader<ChildStdout>,
}

impl Process {
    /// Starts on a free port and waits until it says where it listens; its log lines go to `log`.
    pub fn start(folder: &Path, log: &Path, arguments: &[&str]) -> Process {
        let log =
            std::fs::File::options().create(true).append(true).open(log).expect("the log can be opened");
        let mut child = Command::new(env!("CARGO_BIN_EXE_plenum"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output is a pipe"));
        let mut line = String::new();
        let address = loop {
            line.clear();
            let read = output.read_line(&mut line).expect("its output can be read");
            assert!(read > 0, "the program ended before it listened");
            if let Some(address) = line.trim().strip_prefix("Listening on") {
                break address.trim().parse().expect("it prints an address");
            }
        };
        Process { address, child, _output: output }
    }

    /// SIGKILL, and waits until it is gone.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    /// SIGTERM, and waits until it is gone.
    pub fn terminate(mut self) -> ExitStatus {
        let sent = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill can be run");
        assert!(sent.success());
        self.child.wait().expect("it ends")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
