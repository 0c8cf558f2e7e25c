//! How long each stage of a check takes on whole reports, the median of many runs side by side.
//!
//! The reports are the `.txt` files of the folder named by `NIANBAO_REPORTS`, or of the tests' corpus.

use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{env, fs};

use nianbao::{Options, validate_in_stages};

const RUNS: usize = 200;

fn main() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus");
    let folder = env::var_os("NIANBAO_REPORTS").map_or_else(|| PathBuf::from(corpus), PathBuf::from);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("a folder of reports")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let mut headed = false;
    for path in paths {
        let text = fs::read_to_string(&path).expect("a report in UTF-8");
        let stages = measure(&text);
        if !headed {
            print!("{:<28} {:>6}", "µs", "bytes");
            for (stage, _) in &stages {
                print!(" {stage:>14}");
            }
            println!(" {:>9}", "whole");
            headed = true;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        print!("{name:<28} {:>6}", text.len());
        for (_, time) in &stages {
            print!(" {:>14.1}", micros(*time));
        }
        println!(" {:>9.1}", micros(stages.iter().map(|(_, time)| *time).sum()));
    }
}

/// The median time of each stage, in order.
fn measure(text: &str) -> Vec<(&'static str, Duration)> {
    let mut stages: Vec<(&'static str, Vec<Duration>)> = Vec::new();
    for _ in 0..RUNS {
        let mut index = 0;
        let mut start = Instant::now();
        validate_in_stages(text, &Options::default(), &mut |stage| {
            let time = start.elapsed();
            if stages.len() == index {
                stages.push((stage, Vec::new()));
            }
            stages[index].1.push(time);
            index += 1;
            start = Instant::now();
        });
    }
    stages
        .into_iter()
        .map(|(stage, mut times)| {
            times.sort_unstable();
            (stage, times[times.len() / 2])
        })
        .collect()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
