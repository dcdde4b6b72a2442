//! Runs a program to its end and says what it cost.

use std::{
    io::{self, Read},
    process::{Child, Command, Stdio},
    thread,
    time::Instant,
};

use serde::{Deserialize, Serialize};
use wait4::Wait4 as _;

use crate::peak::Peak;

/// What a program cost, with all that it started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// Wall clock.
    pub seconds: f64,
    /// Processor time, user and system.
    pub cpu_seconds: f64,
    /// The most memory that one of its processes held.
    pub peak_mb: f64,
}

/// A program that ended.
#[derive(Debug)]
pub struct Ended {
    /// Whether it said that it was well.
    pub success: bool,
    /// Its output.
    pub stdout: String,
    /// What it said beside it.
    pub stderr: String,
    /// What it cost.
    pub cost: Cost,
}

/// Runs it to its end.
pub fn run(command: &mut Command) -> io::Result<Ended> {
    let since = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let peak = Peak::watch(child.id());
    let said = stderr(&mut child);
    let stdout = child.stdout.take().map(text).unwrap_or_default();
    let stderr = said.and_then(|said| said.join().ok()).unwrap_or_default();
    let ended = child.wait4()?;
    let peak = peak.end();
    let used = ended.rusage;
    let cost = Cost {
        seconds: since.elapsed().as_secs_f64(),
        cpu_seconds: (used.utime + used.stime).as_secs_f64(),
        peak_mb: megabytes(peak.unwrap_or(used.maxrss)),
    };
    Ok(Ended { success: ended.status.success(), stdout, stderr, cost })
}

/// Read beside the output: a full pipe would stop the program.
fn stderr(child: &mut Child) -> Option<thread::JoinHandle<String>> {
    let pipe = child.stderr.take()?;
    Some(thread::spawn(move || text(pipe)))
}

fn text(mut pipe: impl Read) -> String {
    let mut bytes = Vec::new();
    // What came before a broken pipe is still worth showing.
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[expect(clippy::cast_precision_loss, reason = "no process holds 2^53 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    #[test]
    fn a_program_is_heard_and_weighed() {
        let ended = super::run(Command::new("sh").args(["-c", "echo out; sleep 0.1; echo err >&2; exit 3"])).unwrap();
        assert!(!ended.success);
        assert_eq!((ended.stdout.as_str(), ended.stderr.as_str()), ("out\n", "err\n"));
        // The unit is right: a shell holds more than 100 KB and less than 20 MB, whatever this program holds.
        assert!((0.1..20.0).contains(&ended.cost.peak_mb), "{:?}", ended.cost);
    }
}
