//! The command line. It uses what the library offers to everyone, and its words are Chinese.

// What is told reads best as a text that grows by formatted pieces.
#![allow(clippy::format_push_string)]

mod arguments;
mod check;
mod config;
mod fix;
mod format;
mod in_order;
mod inputs;
mod output;
mod rules;
mod source;
mod sum;
mod usage_error;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

/// Nothing stands against any of the reports.
const CLEAN: u8 = 0;
/// An error or a warning stands, or a county's figures differ from the sum.
const FINDINGS: u8 = 1;
/// A file could not be read, or a part of a report not be examined; or the command itself was wrong.
const NOT_READ: u8 = 2;

/// What stopped a command: a Chinese sentence, or that nobody reads on (`nianbao … | head`).
pub enum Stop {
    Refused(String),
    NobodyReads,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NobodyReads
        } else {
            Self::Refused(format!("结果写不出去：{error}"))
        }
    }
}

/// Runs the command that was given, and says how it ended.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage_error::show(&error),
    };
    let done = match arguments.command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Fix(arguments) => fix::fix(&arguments),
        Command::Sum(arguments) => sum::sum(&arguments),
        Command::Rules { code } => rules::explain(code.as_deref()),
        Command::Read { file } => print_text(&file),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "nianbao", &mut io::stdout());
            Ok(CLEAN)
        }
        Command::Man { command } => print_man_page(command.as_deref()),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(Stop::NobodyReads) => ExitCode::from(CLEAN),
        Err(Stop::Refused(sentence)) => {
            complain(&sentence);
            ExitCode::from(NOT_READ)
        }
    }
}

/// One sentence to the person at the terminal.
fn complain(sentence: &str) {
    anstream::eprintln!("nianbao：{sentence}");
}

fn print_text(file: &std::ffi::OsStr) -> Result<u8, Stop> {
    let input = inputs::Input::of(file);
    let bytes = input.bytes().map_err(|why| Stop::Refused(format!("{}：{why}", input.name())))?;
    let text = nianbao::read::read(&bytes, &input.name())
        .map_err(|error| Stop::Refused(format!("{}：{error}", input.name())))?;
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(CLEAN)
}

fn print_man_page(command: Option<&str>) -> Result<u8, Stop> {
    let mut whole = Arguments::command();
    whole.build();
    let page = match command {
        None => whole,
        Some(name) => whole
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| Stop::Refused(format!("没有“{name}”这个命令，运行 nianbao --help 可以看到全部命令")))?,
    };
    clap_mangen::Man::new(page).render(&mut io::stdout().lock())?;
    Ok(CLEAN)
}
