//! Which declared answer a status belongs to.

use super::Meta;
use http::StatusCode;

/// A status, or a group of them, as a description declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred of them: `Range(4)` is `4XX`.
    Range(u8),
    /// Whatever else is not declared.
    Default,
}

impl Status {
    /// The status a mock answers with when only the group is known.
    #[cfg(feature = "testing")]
    pub(super) fn example(self) -> u16 {
        match self {
            Self::Code(code) => code,
            Self::Range(hundred) => u16::from(hundred) * 100,
            Self::Default => 200,
        }
    }
}

/// The declared answer that a status belongs to, by its index in [`Meta::success`] or [`Meta::failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Success(usize),
    Failure(usize),
    Undeclared,
}

/// Finds the most specific declaration: a code before a range before the default, and among equals the
/// success. A default counts as success only for 2xx, so that no refusal becomes one; a redirect is never
/// the default, since a client that follows none has not been answered.
pub(super) fn classify(meta: &Meta, status: StatusCode) -> Verdict {
    let find = |list: &[Status], wanted: Status| list.iter().position(|declared| *declared == wanted);
    let code = Status::Code(status.as_u16());
    // A status has three digits, so the hundred fits a byte.
    let range = Status::Range((status.as_u16() / 100).try_into().unwrap_or(u8::MAX));
    for wanted in [code, range] {
        if let Some(index) = find(meta.success, wanted) {
            return Verdict::Success(index);
        }
        if let Some(index) = find(meta.failure, wanted) {
            return Verdict::Failure(index);
        }
    }
    if status.is_redirection() {
        return Verdict::Undeclared;
    }
    if let Some(index) = find(meta.success, Status::Default).filter(|_| status.is_success()) {
        return Verdict::Success(index);
    }
    find(meta.failure, Status::Default).map_or(Verdict::Undeclared, Verdict::Failure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::{Code, Default, Range};
    use Verdict::{Failure, Success, Undeclared};

    #[test]
    fn most_specific_declaration_wins() {
        type Row = (&'static [Status], &'static [Status], u16, Verdict);
        const TABLE: &[Row] = &[
            (&[Code(200)], &[Default], 200, Success(0)),
            (&[Code(200)], &[Default], 201, Failure(0)),
            (&[Code(200)], &[Default], 400, Failure(0)),
            (&[Code(200)], &[], 201, Undeclared),
            (&[Code(200)], &[], 500, Undeclared),
            (&[Code(200), Code(202)], &[], 202, Success(1)),
            (&[Range(2)], &[Code(206)], 206, Failure(0)),
            (&[Range(2)], &[Range(2)], 204, Success(0)),
            (&[Range(2)], &[Default, Range(4), Code(404)], 404, Failure(2)),
            (&[Range(2)], &[Default, Range(4), Code(404)], 409, Failure(1)),
            (&[Range(2)], &[Default, Range(4), Code(404)], 503, Failure(0)),
            (&[Default], &[], 299, Success(0)),
            (&[Default], &[], 400, Undeclared),
            (&[Default], &[Default], 400, Failure(0)),
            (&[Default], &[Default], 302, Undeclared),
            (&[Code(302)], &[Default], 302, Success(0)),
            (&[Code(200)], &[Range(3)], 304, Failure(0)),
        ];
        for &(success, failure, status, expected) in TABLE {
            let meta = Meta { success, failure, ..Meta::EMPTY };
            let status = StatusCode::from_u16(status).expect("the table holds statuses");
            assert_eq!(classify(&meta, status), expected, "{success:?} {failure:?} {status}");
        }
    }
}
