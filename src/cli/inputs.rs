//! Which files a command is about: files, folders, patterns, the standard input.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What `read` knows, told by the name: the others in a folder are passed over.
const KINDS: [&str; 8] = ["docx", "doc", "wps", "html", "htm", "md", "markdown", "txt"];

/// One file, or the standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    pub fn of(argument: &OsStr) -> Self {
        if argument == "-" { Self::Stdin } else { Self::File(argument.into()) }
    }

    /// What messages call it.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "标准输入".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The name without its folders.
    pub fn short_name(&self) -> String {
        match self {
            Self::Stdin => self.name(),
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        }
    }

    /// Whether it is Markdown, whose marks are no residue of a paste.
    pub fn is_markdown(&self) -> bool {
        let Self::File(path) = self else { return false };
        path.extension().is_some_and(|extension| ["md", "markdown"].iter().any(|it| extension.eq_ignore_ascii_case(it)))
    }

    /// Its bytes, or a Chinese sentence.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        let read = match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::File(path) => fs::read(path),
        };
        read.map_err(|error| match (error.kind(), self) {
            (io::ErrorKind::NotFound, Self::File(path)) if is_pattern(&path.to_string_lossy()) => {
                "没有文件符合这个通配符。".to_owned()
            }
            (io::ErrorKind::NotFound, _) => "找不到这个文件。".to_owned(),
            (io::ErrorKind::PermissionDenied, _) => "没有权限读取这个文件。".to_owned(),
            (io::ErrorKind::IsADirectory, _) => "这是文件夹，请指定其中的文件。".to_owned(),
            _ => format!("读取时出错：{error}。"),
        })
    }
}

/// The files that a command is about, in the order given, those of a folder by name.
#[derive(Debug, Default)]
pub struct Inputs {
    pub files: Vec<Input>,
    /// Files in the folders that are of no kind that can be read.
    pub passed_over: usize,
}

impl Inputs {
    /// Files are taken whatever their kind, so that each gets its answer; of folders and patterns only the known kinds.
    pub fn find(arguments: &[OsString]) -> Self {
        let mut inputs = Self::default();
        for argument in arguments {
            let input = Input::of(argument);
            let Input::File(path) = &input else {
                inputs.files.push(input);
                continue;
            };
            if path.is_dir() {
                inputs.folder(path);
                continue;
            }
            let mut found = if path.exists() { Vec::new() } else { matching(&argument.to_string_lossy()) };
            if found.is_empty() {
                // Opening it will say what is wrong with it.
                inputs.files.push(input);
                continue;
            }
            found.sort();
            for path in found {
                inputs.in_folder(path);
            }
        }
        inputs
    }

    fn folder(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else {
            self.files.push(Input::File(folder.to_owned()));
            return;
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        paths.sort();
        for path in paths {
            self.in_folder(path);
        }
    }

    fn in_folder(&mut self, path: PathBuf) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Hidden files, and what Word leaves beside a file that is open.
        if name.starts_with('.') || name.starts_with("~$") {
            return;
        }
        if path.is_dir() {
            // A link may lead back to where it stands.
            if !path.is_symlink() {
                self.folder(&path);
            }
        } else if is_known(&path) {
            self.files.push(Input::File(path));
        } else {
            self.passed_over += 1;
        }
    }
}

fn is_known(path: &Path) -> bool {
    path.extension().is_some_and(|extension| KINDS.iter().any(|kind| extension.eq_ignore_ascii_case(kind)))
}

fn is_pattern(argument: &str) -> bool {
    argument.contains(['*', '?', '['])
}

/// What a pattern stands for: shells on Windows leave that to the program.
fn matching(pattern: &str) -> Vec<PathBuf> {
    if !is_pattern(pattern) {
        return Vec::new();
    }
    let options = glob::MatchOptions { case_sensitive: false, ..glob::MatchOptions::default() };
    glob::glob_with(pattern, options).map(|paths| paths.filter_map(Result::ok).collect()).unwrap_or_default()
}
