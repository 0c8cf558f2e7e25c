//! `nianbao fix`: the safe fixes of text files, made until none is left.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use nianbao::report::{Edit, Report};
use nianbao::{Options, validate};

use super::arguments::FixArguments;
use super::config::{Config, check_names, options_for};
use super::inputs::{Input, Inputs};
use super::source::{Places, Source};
use super::{CLEAN, FINDINGS, NOT_READ, Stop, complain};

/// A fix may open the way for another: so many times at most, should two ever undo each other.
const MOST_ROUNDS: usize = 10;

/// Fixes the files, or shows what it would do, and gives the exit status.
pub fn fix(arguments: &FixArguments) -> Result<u8, Stop> {
    let Config { mut options, .. } = Config::read(arguments.config.as_deref()).map_err(Stop::Refused)?;
    options.disable.extend(arguments.disable.iter().cloned());
    check_names(&options.disable).map_err(Stop::Refused)?;
    let inputs = Inputs::find(&arguments.files);
    if inputs.files.is_empty() {
        return Err(Stop::Refused("没有找到可以改的文件（.txt、.md、.html）".to_owned()));
    }
    let mut status = CLEAN;
    for input in &inputs.files {
        match fix_one(input, &options, arguments.diff) {
            Ok(would_change) => status = status.max(if would_change { FINDINGS } else { CLEAN }),
            Err(Stop::Refused(why)) => {
                complain(&format!("{}：{why}", input.name()));
                status = NOT_READ;
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(status)
}

/// Whether something was shown that is left to do.
fn fix_one(input: &Input, options: &Options, only_shows: bool) -> Result<bool, Stop> {
    let source = Source::of(input).map_err(Stop::Refused)?;
    let Some(encoding) = source.encoding else {
        return Err(Stop::Refused(
            "这个文件不能直接改，只能改文本文件（.txt、.md、.html）：请按 nianbao check 的结果，在 Word 或 WPS 中修改。"
                .to_owned(),
        ));
    };
    let (fixed, made) = fixed(&source.text, &options_for(input, options));
    let name = input.name();
    if only_shows {
        let difference = similar::TextDiff::from_lines(&*source.text, &*fixed);
        let shown = difference.unified_diff().header(&name, &format!("{name}（改后）")).to_string();
        io::stdout().lock().write_all(shown.as_bytes())?;
        return Ok(made > 0);
    }
    match input {
        Input::Stdin => io::stdout().lock().write_all(&encoding.encode(&fixed))?,
        Input::File(_) if made == 0 => anstream::println!("{name}：没有可以自动改的地方"),
        Input::File(path) => {
            replace(path, &encoding.encode(&fixed))
                .map_err(|error| Stop::Refused(format!("写不进去，文件没有改动：{error}")))?;
            anstream::println!("{name}：改了 {made} 处");
        }
    }
    Ok(false)
}

/// The text with its safe fixes made, and how many edits that took.
fn fixed(text: &str, options: &Options) -> (String, usize) {
    let (mut text, mut made) = (text.to_owned(), 0);
    for _ in 0..MOST_ROUNDS {
        let report = validate(&text, options);
        let edits = safe_edits(&report);
        if edits.is_empty() {
            break;
        }
        text = edited(&text, &edits);
        made += edits.len();
    }
    (text, made)
}

/// The edits of the first safe fix of each finding, in the order of the text. One that would touch what another changes is
/// left for the next round.
fn safe_edits(report: &Report) -> Vec<&Edit> {
    let mut taken: BTreeMap<u32, &Edit> = BTreeMap::new();
    for finding in &report.diagnostics {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe) else { continue };
        // Those taken do not touch one another, so only the last that begins before its end can touch another.
        let touches = |edit: &Edit| taken.range(..=edit.to).next_back().is_some_and(|(_, other)| other.to >= edit.from);
        if !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().map(|edit| (edit.from, edit)));
        }
    }
    taken.into_values().collect()
}

fn edited(text: &str, edits: &[&Edit]) -> String {
    let places = Places::of(text);
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        whole += &text[at..places.byte(edit.from)];
        whole += &edit.insert;
        at = places.byte(edit.to);
    }
    whole + &text[at..]
}

/// Writes beside the file and then puts the new one in its place: whatever happens, the file is the old or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // What a link leads to is replaced, not the link.
    let path = fs::canonicalize(path)?;
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
