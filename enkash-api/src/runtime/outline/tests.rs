//! That outlines are kept by operation and type, and where there is no room for one.

use super::{Outline, Outlines, Place, SLOTS};
use crate::runtime::Meta;
use crate::runtime::payload::MediaType;
use http::{HeaderMap, HeaderValue, Method};
use std::sync::Arc;

/// Facts of operations that lie side by side, more than there is room for.
static METAS: [Meta; SLOTS + 1] = [Meta::EMPTY; SLOTS + 1];

fn outline(meta: &'static Meta, media_type: Option<&'static str>) -> Outline {
    Outline {
        meta,
        media_type,
        schemes: &[],
        takes_token: false,
        method: Method::GET,
        headers: HeaderMap::new(),
        address: None,
    }
}

#[test]
fn an_outline_is_kept_for_its_operation_and_its_type() {
    let outlines = Outlines::new();
    let [one, other, ..] = &METAS;
    let kept = outlines.place(one, None).keep(outline(one, None));
    assert!(matches!(outlines.place(one, None), Place::Kept(found) if Arc::ptr_eq(found, &kept)));
    assert!(matches!(outlines.place(other, None), Place::Free(_)));
    let json = MediaType::Fixed("application/json");
    assert!(matches!(outlines.place(one, Some(&json)), Place::Free(_)));
    outlines.place(one, Some(&json)).keep(outline(one, Some("application/json")));
    assert!(matches!(outlines.place(one, Some(&json)), Place::Kept(found) if found.media_type.is_some()));
}

#[test]
fn a_type_of_a_call_has_none() {
    let own = MediaType::Own(HeaderValue::from_static("application/json"));
    assert!(matches!(Outlines::new().place(&METAS[0], Some(&own)), Place::Nowhere));
}

#[test]
fn one_without_room_is_worked_out_each_time() {
    let outlines = Outlines::new();
    let (last, metas) = METAS.split_last().expect("there are some");
    for meta in metas {
        outlines.place(meta, None).keep(outline(meta, None));
    }
    for meta in metas {
        assert!(matches!(outlines.place(meta, None), Place::Kept(found) if std::ptr::eq(found.meta, meta)));
    }
    let place = outlines.place(last, None);
    assert!(matches!(place, Place::Nowhere));
    assert!(std::ptr::eq(place.keep(outline(last, None)).meta, last));
}
