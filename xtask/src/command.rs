//! Other programs, run with their output shown and their failure told in one sentence.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::process::Command;

use crate::paths;

/// Nothing, or what went wrong in words for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

pub struct Program {
    name: String,
    command: Command,
}

/// A program found in PATH, to be run in the project's folder.
pub fn program(name: &str) -> Program {
    // npm is a script, and Windows finds scripts only by their full name.
    let file = if cfg!(windows) && name == "npm" { "npm.cmd" } else { name };
    let mut command = Command::new(file);
    command.current_dir(paths::root());
    Program { name: name.to_owned(), command }
}

/// The cargo that runs this program.
pub fn cargo() -> Program {
    let mut cargo = program("cargo");
    cargo.command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.command.current_dir(paths::root());
    cargo
}

impl Program {
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn args<const N: usize>(mut self, arguments: [&str; N]) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn folder(mut self, folder: impl AsRef<std::path::Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it and shows what it prints.
    pub fn run(mut self) -> Outcome {
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(format!("{} failed: {}", self.in_words(), status)) }
    }

    /// Runs it and gives what it prints.
    pub fn output(mut self) -> Outcome<String> {
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{} failed: {}\n{said}", self.in_words(), output.status));
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn not_started(&self, error: &std::io::Error) -> String {
        if error.kind() != ErrorKind::NotFound {
            return format!("{} could not be started: {error}", self.in_words());
        }
        let remedy = match self.name.as_str() {
            "node" => {
                "Node.js 20.11 or newer builds the page. Get it from https://nodejs.org or your system's packages."
            }
            "npm" => {
                "npm comes with Node.js from https://nodejs.org; some systems pack it apart (apt-get install npm)."
            }
            "rustup" => "rustup adds the target wasm32-unknown-unknown. Get it from https://rustup.rs.",
            _ => "Install it and try again.",
        };
        format!("{} is missing on this machine. {remedy}", self.name)
    }

    fn in_words(&self) -> String {
        let arguments: Vec<_> = self.command.get_args().map(OsStr::to_string_lossy).collect();
        format!("{} {}", self.name, arguments.join(" "))
    }
}
