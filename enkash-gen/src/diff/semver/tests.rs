//! The verdicts on small listings.
