//! Rows, columns, cells.
