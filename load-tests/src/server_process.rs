//! What the server's process costs, as Linux tells it in `/proc`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use plenum::client::ServerAddress;
use serde::Serialize;

/// Ticks a second in `/proc/…/stat`: user space is always told hundredths (`USER_HZ`, `man 5 proc_pid_stat`).
const TICKS_PER_SECOND: f64 = 100.0;

/// A process on this machine.
pub struct ServerProcess {
    /// Its id.
    pub pid: u32,
}

/// What a process has used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Usage {
    /// Processor time since it started, in seconds over all cores.
    pub cpu_s: f64,
    /// Memory it holds now, in MiB.
    pub memory_mib: f64,
    /// The most memory it ever held, in MiB.
    pub memory_peak_mib: f64,
}

impl ServerProcess {
    /// The process with this id, or else the one that listens at the address. An error says why there is none.
    pub async fn find(pid: Option<u32>, server: &ServerAddress) -> Result<ServerProcess> {
        let pid = match pid {
            Some(pid) => pid,
            None => listening_at(server).await?,
        };
        let process = ServerProcess { pid };
        process.usage()?;
        Ok(process)
    }

    /// Its folder below `/proc`.
    pub fn folder(&self) -> PathBuf {
        format!("/proc/{}", self.pid).into()
    }

    /// What it has used until now.
    pub fn usage(&self) -> Result<Usage> {
        let read = |name: &str| {
            let path = self.folder().join(name);
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let (stat, status) = (read("stat")?, read("status")?);
        usage(&stat, &status).with_context(|| format!("process {} cannot be measured", self.pid))
    }
}

async fn listening_at(server: &ServerAddress) -> Result<u32> {
    let address = tokio::net::lookup_host(server.to_string())
        .await?
        .find(|address| address.ip().is_loopback())
        .with_context(|| {
            format!("{server} is no loopback address, so its process is not looked for; name it with --pid")
        })?;
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].map(|path| fs::read_to_string(path).unwrap_or_default());
    let sockets: Vec<String> = tables
        .iter()
        .flat_map(|table| listening_sockets(table, address.port()))
        .map(|inode| format!("socket:[{inode}]"))
        .collect();
    for process in fs::read_dir("/proc").context("there is no /proc here")?.flatten() {
        let Some(pid) = process.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // Files of other people's processes cannot be read; the server is then not found.
        let Ok(files) = fs::read_dir(process.path().join("fd")) else {
            continue;
        };
        let listens = |file: fs::DirEntry| {
            let target = fs::read_link(file.path()).unwrap_or_default();
            target.to_str().is_some_and(|target| sockets.iter().any(|socket| socket == target))
        };
        if files.flatten().any(listens) {
            return Ok(pid);
        }
    }
    bail!("no process of this user listens on port {}; name it with --pid", address.port())
}

/// The inodes of the sockets that listen on a port, from the text of `/proc/net/tcp` (`man 5 proc_net`).
fn listening_sockets(table: &str, port: u16) -> Vec<u64> {
    const LISTENING: &str = "0A";
    let inode = |line: &str| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let local = fields.get(1)?.rsplit_once(':')?.1;
        let here = u16::from_str_radix(local, 16) == Ok(port) && *fields.get(3)? == LISTENING;
        here.then(|| fields.get(9)?.parse().ok())?
    };
    table.lines().skip(1).filter_map(inode).collect()
}

/// Usage from the texts of `/proc/…/stat` and `/proc/…/status`.
fn usage(stat: &str, status: &str) -> Option<Usage> {
    // The second field is the program's name in brackets and may hold anything; the state follows it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index)?.parse::<f64>().ok();
    let mib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kib / 1024.0)
    };
    Some(Usage {
        cpu_s: (ticks(11)? + ticks(12)?) / TICKS_PER_SECOND,
        memory_mib: mib("VmRSS:")?,
        memory_peak_mib: mib("VmHWM:")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listening_socket_of_a_port_is_found() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n\
             \x20  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0 100 0 0 10 0\n\
             \x20  1: 0100007F:1F90 0100007F:C000 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0 20 4 30 10 -1\n\
             \x20  2: 00000000:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4713 1 0 100 0 0 10 0\n";
        assert_eq!(listening_sockets(table, 8080), [4711]);
        assert_eq!(listening_sockets(table, 8081), [4713]);
        assert!(listening_sockets(table, 8082).is_empty());
    }

    #[test]
    fn usage_is_read_behind_any_name_of_a_program() {
        let stat = "17 (a b) c) S 1 17 17 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 3 0 99 1000 200";
        let status = "Name:\ta\nVmHWM:\t    4096 kB\nVmRSS:\t    2048 kB\n";
        let expected = Usage { cpu_s: 3.0, memory_mib: 2.0, memory_peak_mib: 4.0 };
        assert_eq!(usage(stat, status), Some(expected));
        assert_eq!(usage("17 (a) S", status), None);
    }

    #[test]
    fn this_process_can_be_measured() {
        let itself = ServerProcess { pid: std::process::id() };
        let usage = itself.usage().expect("a process may read about itself");
        assert!(usage.memory_mib > 0.0 && usage.memory_peak_mib >= usage.memory_mib);
    }
}
