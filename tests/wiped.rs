//! Memory that is given back holds no secret any more, of the types that promise it. (29)
//!
//! A target of its own: the allocator belongs to the whole process.

use enkash_api::runtime::store::StoredToken;
use enkash_api::runtime::{Credential, PasswordGrant};
use enkash_api::{Login, Secret, rewards};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::SystemTime;

/// What no memory may hold that is given back. It is never made at run time but by the types under test.
const CANARY: &str = "CANARY-THAT-IS-WIPED-0123456789";

thread_local! {
    static LOOKS: Cell<bool> = const { Cell::new(false) };
    static FOUND: Cell<u32> = const { Cell::new(0) };
}

struct Looking;

#[global_allocator]
static LOOKING: Looking = Looking;

/// Looks through memory before it is given back.
///
/// # Safety
/// The memory is that of a live allocation of this layout. What of it was never written may be anything.
unsafe fn look(pointer: *mut u8, layout: Layout) {
    let length = CANARY.len();
    if !LOOKS.try_with(Cell::get).unwrap_or(false) || layout.size() < length {
        return;
    }
    for start in 0..=layout.size() - length {
        // One byte after the other, without a reference to memory that may be uninitialised.
        let is_here = (0..length).all(
            |offset| unsafe { pointer.add(start + offset).read_volatile() } == CANARY.as_bytes()[offset],
        );
        if is_here {
            let _ = FOUND.try_with(|found| found.set(found.get() + 1));
            return;
        }
    }
}

// SAFETY: every call is handed on; memory that moves is allocated, copied and given back here.
unsafe impl GlobalAlloc for Looking {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe {
            look(pointer, layout);
            System.dealloc(pointer, layout);
        }
    }
    // `realloc` is that of the trait: it allocates, copies, and gives back by `dealloc`.
}

/// How often memory is given back that holds the canary while this runs.
fn given_back<T>(work: impl FnOnce() -> T) -> u32 {
    FOUND.set(0);
    LOOKS.set(true);
    drop(work());
    LOOKS.set(false);
    FOUND.get()
}

#[test]
fn p29_memory_of_secrets_is_wiped_before_it_is_given_back() {
    assert_eq!(given_back(|| CANARY.to_owned()), 1, "the allocator looks");
    assert_eq!(given_back(|| Secret::<String>::new(CANARY)), 0, "a secret");
    assert_eq!(given_back(|| Secret::<String>::from(CANARY.to_owned())), 0, "a secret of a text");
    assert_eq!(given_back(|| (Secret::<String>::new(CANARY), Secret::<String>::new(CANARY)).clone()), 0);
    assert_eq!(given_back(|| PasswordGrant::new("ada", CANARY)), 0, "a grant");
    assert_eq!(
        given_back(|| Login::new(PasswordGrant::new("ada", CANARY)).client("app", CANARY)),
        0,
        "a login"
    );
    assert_eq!(given_back(|| Credential::basic(CANARY, CANARY)), 0, "a credential");
    assert_eq!(given_back(|| Credential::bearer(CANARY)), 0, "a token");
    let stored = || {
        let mut token = StoredToken::new(CANARY, SystemTime::UNIX_EPOCH);
        token.refresh_token = Some(CANARY.into());
        token
    };
    assert_eq!(given_back(stored), 0, "a kept token");
    let request = || {
        rewards::TokenRequest::new(rewards::TokenRequired {
            username: "ada".to_owned(),
            password: CANARY.into(),
            client_id: "CEK0000000".to_owned(),
        })
    };
    assert_eq!(given_back(request), 0, "a generated request");
}

#[test]
fn p29_decoder_leaves_no_secret_behind_that_was_read_halfway() {
    let whole = format!(
        r#"{{"access_token":"{CANARY}","token_type":"bearer","refresh_token":"{CANARY}","expires_in":1,"scope":"s"}}"#
    );
    let broken = whole.replace(",\"scope\":\"s\"", ",\"scope\":7");
    let (whole, broken) = (whole.into_bytes(), broken.into_bytes());
    let read = |json: &[u8]| enkash_api::runtime::wire::decode_json::<rewards::Token>(json);
    assert_eq!(given_back(|| read(&whole).expect("a token")), 0);
    assert_eq!(given_back(|| read(&broken).expect_err("no token")), 0);
}
