//! Verified badges a second, beside foreign verifiers: the same files, offline, one thread, warm, and in turns, so that the
//! ratios hold where the machine is busy. Run by `make bench-peers`; arguments: FILES and TURNS.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs
)]

mod bare;
mod command_line;
mod here;
mod peer;
mod table;

use std::rc::Rc;

use here::Here;
use peer::{Job, Peer};
use strict_json::{Value, json};
use table::{Contestant, contest};
use wallet_benches::{STATUS_LIST, badge, poison, published, status_list, with_status};

fn main() {
    if std::env::var_os("BADGEFOLIO_BENCH_PEERS").is_none() {
        println!(
            "left out: what is measured beside foreign verifiers (`make bench-peers` installs and measures them)"
        );
        return;
    }
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<usize>().ok());
    let files = numbers.next().unwrap_or(200).max(1);
    let turns = numbers.next().unwrap_or(9).max(1);
    println!("{files} files, {turns} turns of each; medians");
    let (node, python) = (Rc::new(Peer::node()), Rc::new(Peer::python()));

    let proofs: Vec<Vec<u8>> =
        (0..files).map(|number| badge(number, "data-integrity/eddsa-rdfc-2022")).collect();
    contest(
        "eddsa-rdfc-2022",
        files,
        turns,
        vec![
            ours(&proofs, &[]),
            of_node("@digitalbazaar/vc", "vc", &node, &proofs, &[]),
            of_node("verifier-core", "verifier-core", &node, &proofs, &[]),
            of_python(&python, "ob3", &proofs, &[]),
        ],
    );
    beside_bare_work("eddsa-rdfc-2022", files, turns, ours(&proofs, &[]), bare::floor(&proofs));
    for algorithm in ["RS256", "ES256", "EdDSA"] {
        let tokens: Vec<Vec<u8>> =
            (0..files).map(|number| badge(number, &format!("vc-jwt/{algorithm}"))).collect();
        let published = published(0);
        contest(
            &format!("VC-JWT {algorithm}"),
            files,
            turns,
            vec![ours(&tokens, &published), of_python(&python, "ob3", &tokens, &published)],
        );
        let bare = bare::signature(algorithm, &tokens);
        beside_bare_work(&format!("VC-JWT {algorithm}"), files, turns, ours(&tokens, &published), bare);
    }
    let assertions: Vec<Vec<u8>> = (0..files).map(|number| badge(number, "jws/RS256")).collect();
    contest(
        "OB 2.0 JWS RS256",
        files,
        turns,
        vec![ours(&assertions, &published(0)), of_python(&python, "ob2", &assertions, &published(0))],
    );
    let bare = bare::signature("RS256", &assertions);
    beside_bare_work("OB 2.0 JWS RS256", files, turns, ours(&assertions, &published(0)), bare);
    for entries in [131_072, 1_000_000] {
        let badges: Vec<Vec<u8>> = (0..files).map(with_status).collect();
        let list = [(STATUS_LIST.to_owned(), status_list(entries))];
        contest(
            &format!("eddsa-rdfc-2022 with a status list of {entries} entries, verified each time"),
            files,
            turns,
            vec![
                ours(&badges, &list),
                of_node("@digitalbazaar/vc", "vc", &node, &badges, &list),
                of_node("verifier-core", "verifier-core", &node, &badges, &list),
            ],
        );
    }
    for dimensions in [4, 5, 6, 7] {
        let (code, took) = Here::new(&[poison(dimensions)], &[]).refused(turns);
        println!(
            "a poison graph of {} unnamed nodes: {code} after {:.1} ms",
            1_u32 << dimensions,
            took.as_secs_f64() * 1e3
        );
    }
    command_line::jobs(&proofs, turns);
}

/// Beside what nobody can leave out. By themselves, since a peer's program goes on clearing up after its turn; and in more
/// turns, since each is short.
fn beside_bare_work(title: &str, files: usize, turns: usize, ours: Contestant, bare: Contestant) {
    contest(&format!("{title}, beside the bare work"), files, turns * 5, vec![ours, bare]);
}

fn ours(files: &[Vec<u8>], published: &[(String, Value)]) -> Contestant {
    let here = Here::new(files, published);
    Contestant::new("Badgefolio", move || here.turn())
}

fn of_node(
    name: &'static str,
    peer: &'static str,
    node: &Rc<Peer>,
    files: &[Vec<u8>],
    published: &[(String, Value)],
) -> Contestant {
    let job = node.load(Job { files, published, more: json!({ "suite": "eddsa-rdfc-2022" }) });
    let node = Rc::clone(node);
    Contestant::new(name, move || node.turn(&job, peer))
}

fn of_python(python: &Rc<Peer>, form: &str, files: &[Vec<u8>], published: &[(String, Value)]) -> Contestant {
    let job = python.load(Job { files, published, more: json!({ "form": form }) });
    let python = Rc::clone(python);
    Contestant::new("openbadgeslib", move || python.turn(&job, "openbadgeslib"))
}
