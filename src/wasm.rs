//! The boundary to JavaScript: the only file that knows it.
