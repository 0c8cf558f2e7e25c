//! Lists the rules' Markdown: what each rests on, which every finding says, apart from the whole, which only who looks up a
//! rule reads. The WebAssembly leaves the second list out; its host brings the Markdown (`www/build/bundle.mjs`).

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/rules");
    let rules = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/rules");
    let mut files = Vec::new();
    for group in children(&rules)?.iter().filter(|path| path.is_dir()) {
        for file in children(group)?.into_iter().filter(|path| path.extension().is_some_and(|it| it == "md")) {
            files.push((format!("{}/{}", name(group), name(&file).replace('_', "-")), file));
        }
    }
    // Names with - and with _ are not in the same order.
    files.sort();

    let (mut bases, mut markdown) = (String::from("[\n"), String::from("[\n"));
    for (code, file) in files {
        let text = fs::read_to_string(&file)?;
        let basis = text.lines().find_map(|line| line.strip_prefix("依据："));
        writeln!(bases, "    ({code:?}, {basis:?}),")?;
        writeln!(markdown, "    include_str!({:?}),", file.to_string_lossy())?;
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("bases.rs"), bases + "]")?;
    fs::write(out.join("markdown.rs"), markdown + "]")?;
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
