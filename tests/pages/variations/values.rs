//! Allowed values, which pages print glued.

use serde_json::{Value, json};

use super::{Row, body, request, row};

pub(super) fn rows() -> Vec<Row> {
    let values = |described: &str, values: &str| {
        body(&format!("a\nenum<string>\nrequired\n{described}Allowed values:\n{values}"))
    };
    let allowed = "req/properties/a/enum";
    let raw = "req/properties/a/x-unsplit-enum";
    vec![
        row(
            "values named in a list",
            values("IMPS, NEFT, RTGS & UPI\n", "IMPSNEFTRTGSUPI"),
            [(allowed, json!(["IMPS", "NEFT", "RTGS", "UPI"])), (raw, Value::Null)],
            &[],
        ),
        row(
            "values named with their meaning",
            values("L - Locked, UL - Unlocked,\nBL - Blocked, AP - Activation in Progress;\n", "LULBLAP"),
            [(allowed, json!(["L", "UL", "BL", "AP"]))],
            &[],
        ),
        row(
            "values that nothing names",
            values("", "MOBILEMFA"),
            [(allowed, Value::Null), (raw, json!("MOBILEMFA"))],
            &["glued-values"],
        ),
        row(
            "values of which one is named",
            values("CR only\n", "DRCR"),
            [(raw, json!("DRCR"))],
            &["glued-values"],
        ),
        row(
            "values named by an example and a sample",
            body("a\nenum<string>\nrequired\nAllowed values:\nDRCR\nExample:\nDR\nExample\n{\"a\": \"CR\"}"),
            [(allowed, json!(["DR", "CR"]))],
            &[],
        ),
        row(
            "values with digits",
            values("T0, T1 or T2\n", "T0T1T2"),
            [(allowed, json!(["T0", "T1", "T2"]))],
            &[],
        ),
        row(
            "values of a list, named by the sample",
            body(
                "a\narray[string]\nrequired\nAllowed values:\nX_OKX_BAD\nExample\n{\"a\": [\"X_OK\", \"X_BAD\"]}",
            ),
            [("req/properties/a/items/enum", json!(["X_OK", "X_BAD"]))],
            &[],
        ),
        row(
            "values told apart elsewhere",
            body(
                "a\nenum<string>\nrequired\nAllowed values:\nASCDESC\nb\nenum<string>\nrequired\nASC or DESC\nAllowed values:\nASCDESC",
            ),
            [(allowed, json!(["ASC", "DESC"]))],
            &[],
        ),
        row(
            "values that fall apart in two ways",
            values("A, AA or AAA\n", "AAAAAA"),
            [(raw, json!("AAAAAA"))],
            &["glued-values"],
        ),
        row(
            "values on lines of their own",
            values("", "ASC\nDESC"),
            [(allowed, json!(["ASC", "DESC"]))],
            &[],
        ),
        row(
            "values of a query parameter",
            request("Query Params\ndirection\nenum<string>\noptional\nAllowed values:\nASCDESC"),
            [("op/parameters/0/schema/x-unsplit-enum", json!("ASCDESC"))],
            &["glued-values"],
        ),
    ]
}
