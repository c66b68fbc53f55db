//! Whole claims with recorded answers.
