//! One emitted `list` call next to the same call hand-written with reqwest: CPU time and allocations of the client's
//! thread, medians of three interleaved runs of 1,000 warm calls. `cargo bench -p sdk-tests --bench call`

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    time::Duration,
};

use airstore_sdk::Airstore;
use cpu_time::ThreadTime;
use serde::Deserialize;

const CALLS: u32 = 1_000;
/// Calls after which the other side has its turn.
const TURN: u32 = 100;
const RUNS: usize = 3;
const LIMIT: f64 = 1.10;

const ANSWER: &str = r#"{"success":true,"data":[{"external_id":"conn_5k2m","workspace_id":"ws_8f3a","integration_type":"gmail","scope":"https://www.googleapis.com/auth/gmail.readonly","expires_at":"2026-06-01T12:00:00Z","created_at":"2026-05-01T08:30:00Z","updated_at":"2026-05-01T08:30:00Z"},{"external_id":"conn_7h9p","workspace_id":"ws_8f3a","integration_type":"posthog","created_at":"2026-05-02T10:00:00Z","updated_at":"2026-05-02T10:00:00Z"}]}"#;

fn main() {
    // Client and server take turns on one core: where the scheduler puts them decided more than what is measured.
    let core = core_affinity::get_core_ids().and_then(|cores| cores.last().copied());
    assert!(core.is_some_and(core_affinity::set_for_current), "cannot stay on one core");
    let base = format!("http://{}/api/v1", serve());
    // One thread for all of a client: what the connection's task costs counts too.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let emitted = Airstore::builder().ignore_env().no_proxy().base_url(&base).api_key("org_bench").build().unwrap();
    let by_hand = ByHand::new(&base, "org_bench");
    let emitted = || runtime.block_on(async { emitted.connections().list("ws_8f3a").await.unwrap().len() });
    let by_hand = || runtime.block_on(async { by_hand.list("ws_8f3a").await.unwrap().len() });

    let (mut ours, mut theirs) = (Measures::default(), Measures::default());
    for _ in 0..RUNS {
        interleave(&mut [(&emitted, &mut ours), (&by_hand, &mut theirs)]);
    }
    let cpu = report("CPU time, µs a call", &mut ours.cpu, &mut theirs.cpu);
    let count = report("allocations a call", &mut ours.allocations, &mut theirs.allocations);
    report("bytes allocated a call (no limit)", &mut ours.bytes, &mut theirs.bytes);
    assert!(cpu <= LIMIT && count <= LIMIT, "a ratio is above {LIMIT}");
}

#[derive(Default)]
struct Measures {
    cpu: Vec<f64>,
    allocations: Vec<f64>,
    bytes: Vec<f64>,
}

/// One run of each, taking turns after every hundred calls: what disturbs the machine for a moment disturbs both.
fn interleave(sides: &mut [(&dyn Fn() -> usize, &mut Measures)]) {
    let mut sums = vec![[0.0; 3]; sides.len()];
    for turn in 0..=CALLS / TURN {
        for ((call, _), [cpu, allocations, bytes]) in sides.iter().zip(&mut sums) {
            let all = || (0..TURN).for_each(|_| assert_eq!(call(), 2));
            if turn == 0 {
                all(); // warm
                continue;
            }
            let started = ThreadTime::now();
            all();
            *cpu += started.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS);
            let counted = allocation_counter::measure(all);
            *allocations += counted.count_total as f64 / f64::from(CALLS);
            *bytes += counted.bytes_total as f64 / f64::from(CALLS);
        }
    }
    for ((_, measures), [cpu, allocations, bytes]) in sides.iter_mut().zip(sums) {
        measures.cpu.push(cpu);
        measures.allocations.push(allocations);
        measures.bytes.push(bytes);
    }
}

fn report(what: &str, ours: &mut [f64], theirs: &mut [f64]) -> f64 {
    let (ours, theirs) = (median(ours), median(theirs));
    println!("{what}: emitted {ours:.1}, by hand {theirs:.1}, ratio {:.3}", ours / theirs);
    ours / theirs
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// What a careful user writes without an SDK.
struct ByHand {
    http: reqwest::Client,
    base: String,
    token: String,
}

#[derive(Deserialize)]
struct Envelope<T> {
    success: bool,
    data: Option<T>,
    error: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "a model is decoded whole, whatever its user reads")]
struct Connection {
    external_id: String,
    workspace_id: String,
    integration_type: String,
    scope: Option<String>,
    expires_at: Option<jiff::Timestamp>,
    created_at: jiff::Timestamp,
    updated_at: jiff::Timestamp,
}

impl ByHand {
    fn new(base: &str, token: &str) -> Self {
        let http = reqwest::Client::builder().no_proxy().connect_timeout(Duration::from_secs(10));
        let http = http.timeout(Duration::from_secs(60)).redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, base: base.to_owned(), token: token.to_owned() }
    }

    async fn list(&self, workspace_id: &str) -> Result<Vec<Connection>, Box<dyn std::error::Error>> {
        let url = format!("{}/workspaces/{workspace_id}/connections", self.base);
        let answer = self.http.get(url).bearer_auth(&self.token).header("accept", "application/json").send().await?;
        if !answer.status().is_success() {
            return Err(format!("status {}", answer.status()).into());
        }
        let envelope: Envelope<Vec<Connection>> = serde_json::from_slice(&answer.bytes().await?)?;
        if !envelope.success {
            return Err(envelope.error.unwrap_or_default().into());
        }
        Ok(envelope.data.unwrap_or_default())
    }
}

/// Answers every request with [`ANSWER`], from threads of its own.
fn serve() -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            std::thread::spawn(move || answer(connection.unwrap()));
        }
    });
    address
}

fn answer(mut connection: TcpStream) {
    connection.set_nodelay(true).unwrap();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\n";
    let whole = format!("{head}content-length: {}\r\n\r\n{ANSWER}", ANSWER.len());
    let mut lines = BufReader::new(connection.try_clone().unwrap()).lines();
    while let Some(Ok(line)) = lines.next() {
        if line.is_empty() && connection.write_all(whole.as_bytes()).is_err() {
            return;
        }
    }
}
