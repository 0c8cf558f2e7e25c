//! What is wrong with a command, in Chinese: clap's own sentences are English.

use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{CLEAN, NOT_READ, complain};

/// Shows help where it was asked for or nothing else was; else says what is wrong with the command.
pub fn show(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody may be reading it.
            let _ = write!(anstream::stdout(), "{}", error.render().ansi());
            ExitCode::from(CLEAN)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let mut whole = <super::Arguments as clap::CommandFactory>::command();
            let _ = write!(anstream::stderr(), "{}", whole.render_help().ansi());
            ExitCode::from(NOT_READ)
        }
        _ => {
            complain(&sentence(error));
            anstream::eprintln!("用法见 nianbao --help，或 nianbao <命令> --help");
            ExitCode::from(NOT_READ)
        }
    }
}

fn sentence(error: &clap::Error) -> String {
    let of = |kind| error.get(kind).map(words).filter(|words| !words.is_empty());
    let argument = of(ContextKind::InvalidArg).unwrap_or_default();
    let value = of(ContextKind::InvalidValue);
    match (error.kind(), value) {
        (ErrorKind::UnknownArgument, _) => {
            let instead = of(ContextKind::SuggestedArg).map(|it| format!("，是不是 {it}")).unwrap_or_default();
            format!("没有 {argument} 这个选项{instead}")
        }
        (ErrorKind::InvalidSubcommand, _) => {
            let given = of(ContextKind::InvalidSubcommand).unwrap_or_default();
            let instead = of(ContextKind::SuggestedSubcommand).map(|it| format!("，是不是 {it}")).unwrap_or_default();
            format!("没有“{given}”这个命令{instead}")
        }
        (ErrorKind::InvalidValue, Some(value)) => {
            let may_be = of(ContextKind::ValidValue).unwrap_or_default();
            format!("{argument} 不能是“{value}”，可以是 {may_be}")
        }
        (ErrorKind::InvalidValue, None) => format!("{argument} 后面还要写上内容"),
        (ErrorKind::ValueValidation, Some(value)) => format!("{argument} 不能是“{value}”，应为整数"),
        (ErrorKind::MissingRequiredArgument, _) => format!("还缺 {argument}"),
        (ErrorKind::ArgumentConflict, _) => format!("{argument} 写了不止一次，或与其他选项不能同用"),
        (ErrorKind::TooManyValues, Some(value)) => format!("{argument} 多了“{value}”"),
        _ => error.to_string(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.join("、"),
        other => other.to_string(),
    }
}
