//! Whether the system lets a process open as many sockets as a test needs.

use std::path::Path;

use anyhow::{Result, bail};

/// What a process opens besides its sockets: its log, its runtime, its standard streams.
const OTHER_FILES: usize = 64;

/// Fails with one sentence when a process may not open this many sockets; says nothing where that cannot be known.
///
/// `process` is its folder below `/proc`, and `who` names it in the sentence.
pub fn check(process: &Path, who: &str, sockets: usize) -> Result<()> {
    let Ok(limits) = std::fs::read_to_string(process.join("limits")) else {
        return Ok(());
    };
    match soft_limit(&limits) {
        Some(limit) if limit < sockets + OTHER_FILES => bail!(
            "{who} may open {limit} files, and {sockets} phones need {}; raise the limit before starting it, for example with `ulimit -n {}`",
            sockets + OTHER_FILES,
            (sockets + OTHER_FILES).next_power_of_two()
        ),
        Some(_) | None => Ok(()),
    }
}

/// The soft limit in the text of `/proc/…/limits`; none when there is no limit.
fn soft_limit(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_soft_limit_is_the_first_number_of_its_line() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units\n\
                      Max processes             95000                95000                processes\n\
                      Max open files            1024                 524288               files\n";
        assert_eq!(soft_limit(limits), Some(1024));
        assert_eq!(
            soft_limit("Max open files            unlimited            unlimited            files"),
            None
        );
    }
}
