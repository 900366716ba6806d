//! What a piece of work asks of the allocator: unlike time, it does not depend on the machine or on who else uses it.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
    /// What the thread has asked for and not given back; less than nothing if it gives back what another asked for.
    static HELD: Cell<i64> = const { Cell::new(0) };
    static PEAK: Cell<i64> = const { Cell::new(0) };
}

/// The cost of a piece of work, in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// All that it has asked for, given back or not.
    pub(crate) asked: u64,
    /// The most that it has held at a time.
    pub(crate) peak: u64,
}

/// What the work costs.
pub(crate) fn cost(work: impl FnOnce()) -> Cost {
    let (asked, held) = (ASKED.get(), HELD.get());
    PEAK.set(held);
    work();
    Cost { asked: ASKED.get() - asked, peak: (PEAK.get() - held).unsigned_abs() }
}

/// The system's allocator, counting what each thread asks of it.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

/// Counts bytes that are asked for, and bytes that are given back. A thread that ends has no counters any more, and
/// nobody asks for them.
fn count(asked: usize, given: usize) {
    let _ = ASKED.try_with(|bytes| bytes.set(bytes.get() + asked as u64));
    let held = HELD.try_with(|bytes| {
        bytes.set(bytes.get().saturating_add_unsigned(asked as u64).saturating_sub_unsigned(given as u64));
        bytes.get()
    });
    let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.unwrap_or_default())));
}

// SAFETY: every call is handed on as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.saturating_sub(layout.size()), layout.size().saturating_sub(size));
        unsafe { System.realloc(pointer, layout, size) }
    }
}
