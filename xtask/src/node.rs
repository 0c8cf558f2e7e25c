//! Node.js and the packages that build and test the page.

use std::fs;
use std::path::Path;

use crate::command::{Outcome, program};

/// The scripts use `import.meta.dirname`, which is there from this version on.
const OLDEST: (u32, u32) = (20, 11);

pub fn check_version() -> Outcome {
    let version = program("node").arg("--version").output()?;
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found >= OLDEST {
        return Ok(());
    }
    Err(format!(
        "Node.js {version} is too old: {}.{} or newer builds the page. Get it from https://nodejs.org.",
        OLDEST.0, OLDEST.1
    ))
}

/// Installs what a folder's package-lock.json names, once for each state of that file.
pub fn install_packages(folder: &Path) -> Outcome {
    let wanted = fs::read(folder.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let mark = folder.join("node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the packages of {} …", folder.join("package-lock.json").display());
    program("npm").args(["ci", "--no-audit", "--no-fund"]).folder(folder).run()?;
    fs::write(&mark, wanted).map_err(|error| format!("{}: {error}", mark.display()))
}
