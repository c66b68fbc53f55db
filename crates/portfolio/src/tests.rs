//! The whole way: composed, signed, rendered, opened, folded.
