//! Everything that is tested, in the order in which it fails soonest.

use crate::command::{Outcome, Program, cargo, program};
use crate::{build, node, paths, wasm};

pub fn all() -> Outcome {
    node::check_version()?;
    wasm::add_target()?;

    step("Formatting and lints");
    cargo().args(["fmt", "--all", "--check"]).run()?;
    let deny = ["--", "--deny", "warnings"];
    cargo().args(["clippy", "--workspace", "--all-targets", "--locked"]).args(deny).run()?;
    // The other tests are of what only other targets have.
    let boundary = ["clippy", "--package", "nianbao", "--lib", "--test", "wasm", "--no-default-features", "--locked"];
    cargo().args(boundary).args(["--target", wasm::TARGET]).args(deny).run()?;

    step("Documentation");
    let doc = ["doc", "--workspace", "--no-deps", "--locked"];
    cargo().args(doc).env("RUSTDOCFLAGS", "-Dwarnings").run()?;

    step("Rust");
    cargo().args(["test", "--package", "nianbao", "--locked"]).run()?;
    // In the profile that this program itself is built with, or all of wasm-bindgen would be compiled a second time.
    cargo().args(["test", "--package", "xtask", "--profile", "xtask", "--locked"]).run()?;

    step("The build and its types");
    build()?;
    let tsc = paths::www().join("node_modules/typescript/bin/tsc");
    program("node").arg(tsc).arg("--project").arg(paths::www()).run()?;

    step("The boundary in Node");
    let runner = install_wasm_test_runner()?;
    wasm_tests(cargo(), &runner).run()?;

    step("The browsers that the tests drive");
    script("tests/browser/browsers.mjs").run()?;

    step("The boundary in Chromium");
    let driver =
        script("tests/browser/wasm-tests.mjs").arg(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    wasm_tests(driver, &runner).args(["--features", "browser"]).run()?;

    step("The npm package, the page and the editors");
    node::install_packages(&paths::root().join("tests/editor"))?;
    // One file after another: each browser gets the machine to itself.
    let files = [
        "tests/release.test.mjs",
        "tests/npm/package.test.mjs",
        "tests/npm/bundlers.test.mjs",
        "tests/browser/chromium.test.mjs",
        "tests/browser/prose.test.mjs",
        "tests/browser/masking.test.mjs",
        "tests/browser/draft.test.mjs",
        "tests/browser/many.test.mjs",
        "tests/browser/record.test.mjs",
        "tests/browser/house.test.mjs",
        "tests/browser/tables.test.mjs",
        "tests/browser/looking.test.mjs",
        "tests/browser/accessibility.test.mjs",
        "tests/browser/everyone.test.mjs",
        "tests/browser/compat.test.mjs",
        "tests/browser/other-browsers.test.mjs",
        "tests/editor/contenteditable.test.mjs",
        "tests/editor/editors.test.mjs",
        "tests/editor/element.test.mjs",
        "tests/editor/iframe.test.mjs",
    ];
    let node_tests =
        program("node").args(["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=900000"]);
    node_tests.args(files).run()?;

    println!("\nAll tests passed.");
    Ok(())
}

fn step(title: &str) {
    println!("\n== {title}");
}

fn script(path: &str) -> Program {
    program("node").arg(paths::root().join(path))
}

fn wasm_tests(runner_of_tests: Program, wasm_test_runner: &std::path::Path) -> Program {
    runner_of_tests
        .args(["test", "--package", "nianbao", "--test", "wasm", "--no-default-features", "--locked"])
        .args(["--target", wasm::TARGET])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", wasm_test_runner)
}

/// The runner that belongs to the wasm-bindgen of Cargo.lock. Only the tests need it; compiling it takes minutes, once.
fn install_wasm_test_runner() -> Outcome<std::path::PathBuf> {
    let id = cargo().args(["pkgid", "wasm-bindgen"]).output()?;
    let version = id.rsplit(['#', '@']).next().unwrap_or_default().to_owned();
    let folder = paths::tools().join(format!("wasm-bindgen-{version}"));
    let runner = folder.join("bin").join(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX));
    if !runner.is_file() {
        println!("Installing wasm-bindgen's test runner {version} …");
        cargo()
            .args(["install", "wasm-bindgen-cli", "--locked", "--version", &version])
            .arg("--root")
            .arg(folder)
            .run()?;
    }
    Ok(runner)
}
