//! Invented reports for the tests: random figures for which the equations hold, flawless prose, and a renderer
//! for each text form in which people paste tables.
// Every test program takes the part of this that it needs.
#![allow(dead_code)]
// Counts of at most seven digits: exact as f64.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]
// Renderers read best as a text that grows by formatted pieces.
#![allow(clippy::format_push_string)]

pub mod corpus;
pub mod damage;
pub mod expect;
pub mod figures;
pub mod fixing;
pub mod invariants;
pub mod layout;
pub mod lossy;
pub mod markup;
pub mod places;
pub mod plain;
pub mod prose;
pub mod random;
pub mod small_report;
pub mod survival;
pub mod text_forms;
pub mod word;
pub mod zip;
