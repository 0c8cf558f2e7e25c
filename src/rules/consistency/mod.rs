//! What the prose says, against the tables and against itself.

use super::Rule;

/// The rules of this group.
pub static RULES: &[&Rule] = &[];
