//! Sections, title, numbering.
