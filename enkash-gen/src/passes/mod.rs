//! [`ir`](crate::ir) → [`ir`](crate::ir): what the document leaves to be worked out.
//!
//! The order matters and stands in [`run`]. After it no slot is inline or unsupported, every type is used and
//! knows in which directions it travels, and no struct holds itself without a pointer in between.

mod access;
mod files;
mod groups;
mod hoist;
mod outcomes;
mod params;
mod payloads;
mod prune;
mod recursion;
mod select;
mod split;
mod unions;
mod unused;
mod usage;

use crate::ir::Api;

pub use self::select::Selection;

/// Runs every pass.
pub fn run(api: &mut Api) {
    prune::prune_operations(api);
    hoist::hoist_inline_types(api);
    unions::settle_unions(api);
    files::mark_files(api);
    params::gather_params(api);
    outcomes::work_out_outcomes(api);
    usage::mark_usage(api);
    split::split_types(api);
    access::apply_access(api);
    unused::drop_unused_types(api);
    recursion::box_recursion(api);
}

/// Sorts operations and types by tags, for a layout by tags; after the others, since it names types by their ids.
pub fn group_by_tag(api: &mut Api) {
    groups::group_by_tag(api);
}

/// Runs the pass for whom only types are wanted, after the others: what is left is what bodies are made of.
pub fn keep_payloads(api: &mut Api) {
    payloads::keep_payloads(api);
}

#[cfg(test)]
mod tests;
