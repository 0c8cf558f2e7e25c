//! Where things are.

use std::path::PathBuf;

/// The project's folder, as `cargo run` tells it now: a folder of builds may outlive a move of the project.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo xtask … sets CARGO_MANIFEST_DIR");
    PathBuf::from(xtask).parent().expect("xtask lies inside the project").to_owned()
}

pub fn www() -> PathBuf {
    root().join("www")
}

pub fn dist() -> PathBuf {
    root().join("dist")
}

pub fn page() -> PathBuf {
    dist().join("nianbao.html")
}

/// Cargo's folder for all that can be made again.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The core as JavaScript takes it: `core.js` and the lowered `core.wasm`.
pub fn core() -> PathBuf {
    target().join("core")
}

/// Cargo programs that the tests need, in the folder's `bin`.
pub fn tools() -> PathBuf {
    target().join("tools")
}
