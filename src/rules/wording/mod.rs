//! Names of laws, fixed phrases, typing errors.

use super::Rule;

/// The rules of this group.
pub static RULES: &[&Rule] = &[];
