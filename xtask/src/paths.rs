//! Where things are.

use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the project").to_owned()
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
