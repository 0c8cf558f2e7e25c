//! The project's two commands, and the build that both begin with.

mod command;
mod node;
mod paths;
mod test;
mod wasm;

use std::process::ExitCode;

use command::{Outcome, program};

const USAGE: &str = "\
cargo xtask serve [--port 8321]   builds the page and serves it on this machine
cargo xtask test                  runs every test, the browsers' included
cargo xtask build                 leaves dist/: the page nianbao.html, its edition without WebAssembly, the package
                                  npm/, checksums, licences";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["build"] => build(),
        ["serve"] => serve(None),
        ["serve", "--port", port] => serve(Some(port)),
        ["test"] => test::all(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Outcome {
    node::check_version()?;
    node::install_packages(&paths::www())?;
    wasm::build()?;
    program("node")
        .arg(paths::www().join("build.mjs"))
        .arg("--core")
        .arg(paths::core())
        .args(["--version", &wasm::version()?])
        .arg("--out")
        .arg(paths::dist())
        .run()?;
    println!("Built {} and {}.", paths::page().display(), paths::dist().join("npm").display());
    Ok(())
}

fn serve(port: Option<&str>) -> Outcome {
    build()?;
    let mut server = program("node").arg(paths::www().join("serve.mjs")).arg(paths::page());
    if let Some(port) = port {
        server = server.arg(port);
    }
    server.run()
}
