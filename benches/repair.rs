//! How long the search for wrong cells of table three takes: the distribution over many random tables, for each number
//! of wrong cells; the least change alone, and with the figures that may stand in the wrong place.

#[path = "../tests/support/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "../tests/support/requests.rs"]
mod requests;

use std::hint::black_box;
use std::time::{Duration, Instant};

use nianbao::equations::{least_change, misplacements};
use nianbao::form::{Edition, Equation, TableKind};
use random::Random;
use requests::Requests;

const CASES: usize = 10_000;
/// The best of so many runs is a table's time: what other programs take from this one is not its own.
const RUNS: usize = 5;
const SHARES: [(&str, usize); 5] = [("50 %", 500), ("90 %", 900), ("99 %", 990), ("99.9 %", 999), ("all", 1000)];

fn main() {
    let equations: Vec<&Equation> =
        Equation::all(Edition::Y2021).iter().filter(|equation| equation.table == TableKind::Applications).collect();
    print!("{:<44}", format!("µs, {CASES} tables each"));
    for (name, _) in SHARES {
        print!(" {name:>9}");
    }
    println!();
    for wrong in 1..=6 {
        let mut random = Random::new(wrong as u64);
        let (mut searched, mut with_moves) = (Vec::new(), Vec::new());
        for _ in 0..CASES {
            let mut requests = Requests::valid(&mut random);
            requests.spoil(&mut random, wrong);
            let table = requests.table();
            let search = || drop(black_box(least_change(black_box(&table), equations.iter().copied())));
            let moves = || drop(black_box(misplacements(black_box(&table), equations.iter().copied())));
            let searching = best(search);
            searched.push(searching);
            with_moves.push(searching + best(moves));
        }
        print_distribution(&format!("{wrong} wrong: least change"), searched);
        print_distribution(&format!("{wrong} wrong: with misplacements"), with_moves);
    }
}

fn best(run: impl Fn()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..RUNS).map(time).min().unwrap_or_default()
}

fn print_distribution(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    print!("{name:<44}");
    for (_, thousandths) in SHARES {
        let time = times[(times.len() * thousandths).div_ceil(1000) - 1];
        print!(" {:>9.1}", time.as_secs_f64() * 1e6);
    }
    println!();
}
