//! The command line as its users see it: the built program, its words, its files, its exit status.
//!
//! `cli/sarif-schema-2.1.0.json` is the schema of SARIF 2.1.0, © OASIS Open, copied unchanged as its notice allows.

mod support;

#[path = "cli/check.rs"]
mod check;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/sum.rs"]
mod sum;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::small_report::report;

/// A folder with files, which the program runs in.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a file")
    }

    /// Runs the program in the folder.
    fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(program(self.0.path()).args(arguments).output().expect("the program runs"))
    }

    fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut command = program(self.0.path());
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("its input").write_all(input).expect("it reads");
        Ended::of(child.wait_with_output().expect("it ends"))
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command.current_dir(folder).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command
}

/// What a run left: its exit status and its words.
struct Ended {
    status: i32,
    out: String,
    complaint: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            status: output.status.code().expect("an exit"),
            out: text(output.stdout),
            complaint: text(output.stderr),
        }
    }

    #[track_caller]
    fn says(&self, status: i32, out: &str) {
        assert_eq!((self.status, &*self.out, &*self.complaint), (status, out, ""));
    }

    #[track_caller]
    fn complains(&self, complaint: &str) {
        assert_eq!((self.status, &*self.out, &*self.complaint), (2, "", complaint));
    }
}

/// A flawless report for 2023.
fn flawless(organ: &str) -> String {
    report(organ, "全年工作平稳有序。", "")
}

/// One with a warning that can be mended safely: a half-width comma in its fifth line.
fn with_warning(organ: &str) -> String {
    report(organ, "全年工作平稳,有序推进。", "")
}

/// One with an error: a row of table three that does not add up.
fn with_error(organ: &str) -> String {
    flawless(organ).replace("2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t0\t0\t0\t0\t0\t0\t3")
}
