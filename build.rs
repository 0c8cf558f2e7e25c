//! Packs the rules' Markdown into one piece. It would be a tenth of the core, and only who looks up a rule reads it.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The best that deflate does.
const LEVEL: u8 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/rules");
    let rules = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/rules");
    let mut explanations = Vec::new();
    for group in children(&rules)?.iter().filter(|path| path.is_dir()) {
        for file in children(group)?.iter().filter(|path| path.extension().is_some_and(|it| it == "md")) {
            let code = format!("{}/{}", name(group), name(file).replace('_', "-"));
            explanations.push((code, fs::read_to_string(file)?));
        }
    }
    // Names with - and with _ are not in the same order.
    explanations.sort();

    let mut index = String::from("[\n");
    let mut whole = String::new();
    for (code, markdown) in explanations {
        let basis = markdown.lines().find_map(|line| line.strip_prefix("依据："));
        whole.push_str(&markdown);
        writeln!(index, "    ({code:?}, {basis:?}, {}),", whole.len())?;
    }
    index.push(']');
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("explanations.rs"), index)?;
    fs::write(out.join("explanations.deflate"), miniz_oxide::deflate::compress_to_vec(whole.as_bytes(), LEVEL))?;
    Ok(())
}

fn children(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
