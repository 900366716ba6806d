//! Pairs of small documents, and the rules that their difference falls under.
