//! The most memory that a program or one of its children holds.
//!
//! What the kernel says at the end of a child (`ru_maxrss`) begins with what its parent held when it was started. On
//! Linux the children are asked while they run; elsewhere the kernel's answer has to do.

use std::{
    fs,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

/// How often they are asked.
const EVERY: Duration = Duration::from_millis(10);

/// Asks until it is ended.
#[derive(Debug)]
pub struct Peak {
    thread: Option<(Sender<()>, thread::JoinHandle<Option<u64>>)>,
}

impl Peak {
    /// Begins.
    pub fn watch(id: u32) -> Self {
        let start = || {
            let (stop, stopped) = channel();
            let watch = move || {
                let mut peak = None;
                loop {
                    peak = peak.max(tree(id));
                    if stopped.recv_timeout(EVERY) != Err(RecvTimeoutError::Timeout) {
                        return peak;
                    }
                }
            };
            (stop, thread::spawn(watch))
        };
        Self { thread: cfg!(target_os = "linux").then(start) }
    }

    /// Bytes; none where nothing could be asked.
    pub fn end(self) -> Option<u64> {
        let (stop, thread) = self.thread?;
        drop(stop);
        thread.join().ok().flatten()
    }
}

/// The largest of a process and its children.
fn tree(id: u32) -> Option<u64> {
    let own = fs::read_to_string(format!("/proc/{id}/status")).ok().as_deref().and_then(high_water);
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let children = children.flat_map(|ids| ids.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>());
    children.map(tree).fold(own, Option::max)
}

/// `VmHWM` in bytes.
fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_high_water_mark() {
        assert_eq!(super::high_water("Name:\tsh\nVmHWM:\t    1234 kB\nVmRSS:\t 1 kB\n"), Some(1234 * 1024));
        assert_eq!(super::high_water("Name:\tsh\n"), None);
    }
}
