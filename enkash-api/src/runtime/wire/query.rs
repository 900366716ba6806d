//! Named values as `name=value` pairs: the query (OpenAPI style `form`) and the
//! `application/x-www-form-urlencoded` body.

use super::text::{each_text, percent_encode};
use super::{EncodeError, Field, Presence, View, Wire};

/// Appends one parameter to a query that is empty or ends with a pair. A list is one pair per item, or one
/// pair with commas where the field says so; what is absent, `null` or an empty list is not sent.
///
/// # Errors
/// If the value is no scalar or list of scalars.
pub fn encode_query(field: &Field, value: &dyn Wire, out: &mut String) -> Result<(), EncodeError> {
    append(field, value.view(), out)
}

/// Writes an object as a form, members in the order of the description.
///
/// # Errors
/// If the value is no object, or a member of it no scalar or list of scalars.
pub fn encode_form(value: &dyn Wire) -> Result<String, EncodeError> {
    let mut out = String::new();
    match value.view() {
        View::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                let view = field
                    .fixed
                    .map_or_else(|| object.get(index).map_or(View::Absent, Wire::view), View::Text);
                append(field, view, &mut out)?;
            }
            object.rest().map_or(Ok(()), |rest| append_entries(rest, &mut out))?;
        }
        View::Map(map) => append_entries(map, &mut out)?,
        _ => return Err(EncodeError("a form is made of an object".to_owned())),
    }
    Ok(out)
}

fn append_entries(map: &dyn super::Map, out: &mut String) -> Result<(), EncodeError> {
    let mut outcome = Ok(());
    map.each(&mut |name, value| {
        if outcome.is_ok() {
            // The name of an entry is data, which no error shows.
            outcome = append_pairs(name, "*", true, value.view(), out);
        }
    });
    outcome
}

fn append(field: &Field, view: View<'_>, out: &mut String) -> Result<(), EncodeError> {
    match view {
        View::Absent if field.presence == Presence::Optional => Ok(()),
        // A form has no `null`; a member that must be there is there, and empty.
        View::Absent | View::Null if field.presence == Presence::Nullable => {
            pair(field.name, out);
            Ok(())
        }
        View::Absent | View::Null => Ok(()),
        view => append_pairs(field.name, field.name, field.explode, view, out),
    }
}

fn append_pairs(
    name: &str,
    shown: &str,
    explode: bool,
    view: View<'_>,
    out: &mut String,
) -> Result<(), EncodeError> {
    let mut started = false;
    each_text(view, &mut |text| {
        if explode || !started {
            pair(name, out);
            started = true;
        } else {
            out.push(',');
        }
        percent_encode(text, out);
    })
    .map_err(|EncodeError(reason)| EncodeError(format!("`{shown}`: {reason}")))
}

fn pair(name: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    percent_encode(name, out);
    out.push('=');
}

#[cfg(test)]
mod tests;
