//! `badgefolio verify` with one job and with two.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::median;

/// So many copies of each file, so that starting the program weighs little.
const COPIES: usize = 20;

pub(crate) fn jobs(files: &[Vec<u8>], turns: usize) {
    println!();
    let Some(program) = std::env::var_os("BADGEFOLIO_BIN").map(PathBuf::from) else {
        println!("skipped: badgefolio verify --jobs (BADGEFOLIO_BIN is not set)");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    for copy in 0..COPIES {
        for (number, file) in files.iter().enumerate() {
            std::fs::write(folder.path().join(format!("{copy}-{number}.json")), file).expect("a file");
        }
    }
    let turn = |jobs: &str| -> Duration {
        let began = Instant::now();
        let status = Command::new(&program)
            .args(["verify", "--offline", "--at", wallet_benches::NOW, "--jobs", jobs, "--json"])
            .arg(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program runs");
        assert!(status.success(), "all are valid: {status}");
        began.elapsed()
    };
    turn("1");
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for _ in 0..turns {
        one.push(turn("1"));
        two.push(turn("2"));
    }
    let number = COPIES * files.len();
    let a_second = |took: &[Duration]| number as f64 / median(took).as_secs_f64();
    println!("badgefolio verify, {number} files with eddsa-rdfc-2022, the start of the program included");
    println!("  --jobs 1 {:>10.0} a second", a_second(&one));
    println!(
        "  --jobs 2 {:>10.0} a second   {:.2} times that",
        a_second(&two),
        a_second(&two) / a_second(&one)
    );
}
