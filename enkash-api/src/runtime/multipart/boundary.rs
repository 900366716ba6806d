//! What stands between parts.

use std::hash::{BuildHasher as _, RandomState};

/// A boundary of 128 bits that nobody can guess, and that `is_taken` does not refuse.
///
/// The keys of `RandomState` come from the system's randomness, and `SipHash` under an unknown key is a pseudo-random
/// function; no other source is needed for a text that only must not be foreseen.
pub(super) fn choose(is_taken: impl Fn(&str) -> bool) -> String {
    loop {
        let half = || RandomState::new().hash_one(0_u8);
        let boundary = format!("part-{:016x}{:016x}", half(), half());
        if !is_taken(&boundary) {
            return boundary;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::choose;
    use std::cell::RefCell;

    #[test]
    fn boundary_that_is_taken_is_not_chosen() {
        let refused = RefCell::new(Vec::new());
        let chosen = choose(|boundary| {
            let mut refused = refused.borrow_mut();
            refused.push(boundary.to_owned());
            refused.len() <= 3
        });
        let seen = refused.borrow();
        assert_eq!(seen.len(), 4);
        assert_eq!(seen[3], chosen);
        for (index, one) in seen.iter().enumerate() {
            assert_eq!(one.len(), 37);
            assert!(!seen[index + 1..].contains(one));
        }
    }
}
