//! Where the answers go.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};

use super::Stop;

/// The file that was named, else the standard output; and whether it shows colours.
pub fn output(path: Option<&Path>) -> Result<(Box<dyn Write>, bool), Stop> {
    if let Some(path) = path {
        let file = File::create(path).map_err(|error| Stop::Refused(format!("写不了 {}：{error}", path.display())))?;
        return Ok((Box::new(BufWriter::new(file)), false));
    }
    let stdout = io::stdout();
    if AutoStream::choice(&stdout) == ColorChoice::Never {
        return Ok((Box::new(BufWriter::new(stdout)), false));
    }
    // Old consoles of Windows need the colours translated.
    Ok((Box::new(BufWriter::new(AutoStream::always(stdout))), true))
}
