//! The core as WebAssembly 1.0 and its JavaScript bindings.
//!
//! Browsers on Chromium 69 to 95, still in use on intranets, refuse what rustc and wasm-bindgen emit by default. Two
//! things keep the output old: the profile `wasm` strips the list of target features, so that wasm-bindgen asks for no
//! reference types; and binaryen rewrites the instructions that came after WebAssembly 1.0. The gate at the end refuses
//! anything newer, so an upgrade that breaks this cannot pass unseen.

use std::path::PathBuf;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};

use crate::command::{Outcome, cargo, program};
use crate::paths;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// For the first WebAssembly rustc itself copies memory by words; binaryen puts loops over bytes in place of the later
/// instruction for it. Here and not in `.cargo/config.toml`, since the runner of the wasm tests does not read such code.
const FIRST_WEBASSEMBLY: &str = "-Ctarget-cpu=mvp";

/// What rustc's output may use before it is lowered. Never all features: binaryen would then write encodings of its own.
const BEFORE: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
];

/// What makes the module small. A function that one place alone calls is not put there unless it is tiny: that would save four
/// thousandths of the module, and make it compress a twenty-fifth worse.
const SMALL: [&str; 2] = ["-Oz", "--one-caller-inline-max-function-size=12"];

const LOWERING: [&str; 5] = [
    "--strip-producers",
    "--strip-target-features",
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Leaves `core.js` and `core.wasm` in [`paths::core`].
pub fn build() -> Outcome {
    add_target()?;
    println!("Building the core …");
    let flags = ["build", "--package", "nianbao", "--lib", "--no-default-features", "--profile", "wasm", "--locked"];
    let mut rustflags = vec![FIRST_WEBASSEMBLY.to_owned()];
    rustflags.extend(folders_of_crates().iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    let rustflags = format!("target.{TARGET}.rustflags={rustflags:?}");
    let cargo = cargo().args(flags).args(["--target", TARGET, "--config", &rustflags]);
    cargo.arg("--target-dir").arg(paths::target()).run()?;

    let core = paths::core();
    fs::create_dir_all(&core).map_err(|error| format!("{}: {error}", core.display()))?;
    let module = paths::target().join(TARGET).join("wasm/nianbao.wasm");
    let bound = Bindgen::new()
        .input_path(module)
        .out_name("core")
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).omit_default_module_path(true).generate(&core));
    bound.map_err(|error| format!("wasm-bindgen: {error:#}"))?;

    let (bound, lowered, small) = (core.join("core_bg.wasm"), core.join("lowered.wasm"), core.join("core.wasm"));
    wasm_opt().args(BEFORE).args(LOWERING).args(SMALL).arg(bound).arg("-o").arg(&lowered).run()?;
    wasm_opt().arg("--mvp-features").args(SMALL).arg(lowered).arg("-o").arg(&small).run()?;
    let bytes = fs::read(&small).map_err(|error| format!("{}: {error}", small.display()))?;
    refuse_newer_than_wasm1(&bytes)
}

/// Where cargo keeps the sources of other crates. A panic in them names its file; with the folder before it the module would
/// tell where it was built, and be another one on each machine.
fn folders_of_crates() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    folders.into_iter().flatten().flatten().map(|folder| folder.path()).collect()
}

/// Version of the crate, as its manifest gives it.
pub fn version() -> Outcome<String> {
    let id = cargo().args(["pkgid", "--package", "nianbao"]).output()?;
    let version = id.rsplit(['#', '@']).next().unwrap_or_default();
    Ok(version.to_owned())
}

/// Adds the target where rustup says it lacks. Without rustup, a toolchain that has the target builds all the same.
pub fn add_target() -> Outcome {
    let has_target = |sysroot: &str| std::path::Path::new(sysroot).join("lib/rustlib").join(TARGET).is_dir();
    if has_target(&program("rustc").args(["--print", "sysroot"]).output()?) {
        return Ok(());
    }
    println!("Adding the target {TARGET} …");
    program("rustup").args(["target", "add", TARGET]).run()
}

fn wasm_opt() -> crate::command::Program {
    program("node").arg(paths::www().join("node_modules/binaryen/bin/wasm-opt"))
}

fn refuse_newer_than_wasm1(bytes: &[u8]) -> Outcome {
    let checked = Validator::new_with_features(WasmFeatures::WASM1).validate_all(bytes);
    checked
        .map(|_| ())
        .map_err(|error| format!("The core uses more than WebAssembly 1.0, which older browsers refuse: {error}"))
}

#[cfg(test)]
mod tests {
    use super::refuse_newer_than_wasm1;

    /// A module with one function of the given body that takes and gives an i32.
    fn module(body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f]); // one type: i32 -> i32
        bytes.extend([3, 2, 1, 0]); // one function of it
        let length = u8::try_from(body.len()).expect("a short body");
        bytes.extend([10, length + 4, 1, length + 2, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    #[test]
    fn lets_the_first_version_through() {
        refuse_newer_than_wasm1(&module(&[0x20, 0])).expect("local.get is as old as wasm");
    }

    #[test]
    fn refuses_sign_extension() {
        let error = refuse_newer_than_wasm1(&module(&[0x20, 0, 0xc0])).expect_err("i32.extend8_s came later");
        assert!(error.contains("sign extension"), "{error}");
    }
}
