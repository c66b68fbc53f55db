//! Where things lie, and how a run speaks.

pub(crate) use wallet_tests::{repository, samples, shared, tell};

pub(crate) use crate::peers::left_out;
