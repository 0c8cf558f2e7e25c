//! `nianbao check`: many reports on all cores, the answers in the order of the files.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use nianbao::{Options, Report, validate};

use super::arguments::{CheckArguments, CheckFormat, Least};
use super::config::{Config, check_names, options_for};
use super::format::{Format, Tally};
use super::in_order::in_order;
use super::inputs::{Input, Inputs};
use super::output::output;
use super::source::Source;
use super::{CLEAN, FINDINGS, NOT_READ, Stop};

/// A check that ends sooner needs no progress bar.
const LONG: Duration = Duration::from_millis(800);

/// A file with its answer, or with the sentence that says why it could not be read.
pub struct Checked {
    pub input: Input,
    pub answer: Result<(Source, Report), String>,
}

/// Checks the files, writes the answers and gives the exit status.
pub fn check(arguments: &CheckArguments) -> Result<u8, Stop> {
    let (options, least) = settings(arguments).map_err(Stop::Refused)?;
    let inputs = Inputs::find(&arguments.files);
    if inputs.files.is_empty() {
        return Err(Stop::Refused("没有找到可以核对的文件（.docx、.doc、.wps、.html、.md、.txt）".to_owned()));
    }
    let options = with_previous(options, arguments, &inputs).map_err(Stop::Refused)?;

    let (mut out, shows_colours) = output(arguments.output.as_deref())?;
    let format = match arguments.format {
        CheckFormat::Text => Format::Text { shows_colours },
        CheckFormat::Json => Format::Json,
        CheckFormat::Jsonl => Format::JsonLines,
        CheckFormat::Sarif => Format::Sarif,
        CheckFormat::Csv => Format::Csv,
    };
    let progress = Progress::of(inputs.files.len());
    let work = |input: Input| {
        let checked = checked(input, &options, least);
        (format.answer(&checked), Tally::of(&checked))
    };
    let mut tally = Tally { passed_over: inputs.passed_over, ..Tally::default() };
    out.write_all(&format.begin())?;
    let mut is_first = true;
    in_order(inputs.files.into_iter(), work, |(answer, one)| {
        if !answer.is_empty() {
            progress.above(|| {
                out.write_all(if is_first { b"" } else { format.between() }).and_then(|()| out.write_all(&answer))
            })?;
            is_first = false;
        }
        tally.add(one);
        progress.step();
        Ok::<(), Stop>(())
    })?;
    progress.end();
    out.write_all(&format.end(&tally))?;
    out.flush()?;
    let is_all_read = tally.unread.is_empty() && tally.incomplete == 0;
    Ok(match (is_all_read, tally.errors + tally.warnings) {
        (false, _) => NOT_READ,
        (true, 0) => CLEAN,
        (true, _) => FINDINGS,
    })
}

/// The settings file, overruled and added to by the command.
fn settings(arguments: &CheckArguments) -> Result<(Options, Least), String> {
    let Config { mut options, severity } = Config::read(arguments.config.as_deref())?;
    options.year = arguments.year.or(options.year);
    options.disable.extend(arguments.disable.iter().cloned());
    check_names(&options.disable)?;
    Ok((options, arguments.severity.or(severity).unwrap_or(Least::Info)))
}

fn with_previous(options: Options, arguments: &CheckArguments, inputs: &Inputs) -> Result<Options, String> {
    let Some(previous) = &arguments.previous else { return Ok(options) };
    if inputs.files.len() > 1 {
        return Err("--previous 是同一机关上一年度的报告，只能和一份报告一起用".to_owned());
    }
    let previous = Input::of(previous);
    let source = Source::of(&previous).map_err(|why| format!("上一年度的报告 {}：{why}", previous.name()))?;
    Ok(Options { previous: Some(source.text), ..options })
}

fn checked(input: Input, options: &Options, least: Least) -> Checked {
    let answer = Source::of(&input).map(|source| {
        let mut report = validate(&source.text, &options_for(&input, options));
        report.diagnostics.retain(|finding| least.lets_through(finding.severity));
        (source, report)
    });
    Checked { input, answer }
}

/// The bar on a terminal, which comes only when the check takes long.
struct Progress {
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    fn of(files: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("核对 {bar:30} {pos}/{len} 份，还需 {eta}");
        bar.set_style(style.expect("a sound template"));
        Self { bar, begun: Instant::now() }
    }

    fn step(&self) {
        if self.bar.is_hidden() && self.begun.elapsed() > LONG && io::stderr().is_terminal() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    /// Writes while the bar is off the terminal.
    fn above<R>(&self, write: impl FnOnce() -> R) -> R {
        if self.bar.is_hidden() { write() } else { self.bar.suspend(write) }
    }

    fn end(&self) {
        self.bar.finish_and_clear();
    }
}
