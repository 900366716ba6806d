//! `--overlay`, wherever there is a document.

use super::*;

const OVERLAY: &str = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n- target: $.paths\n  description: It is \
                       there.\n  update: {/x: {get: {operationId: getX, responses: {'204': {description: Yes.}}}}}\n";

#[test]
fn overlays_are_applied_to_a_document_and_not_to_a_project() {
    let folder = Folder::with(&[
        ("a.yaml", GOOD),
        ("o.yaml", OVERLAY),
        ("p.yaml", &OVERLAY.replace("/x: ", "/y: ").replace("getX", "getY")),
    ]);
    let ran = folder.run("gen list @a.yaml --overlay @o.yaml --overlay @p.yaml");
    let listed: Vec<_> =
        ran.out.lines().skip(1).map(|line| line.split_whitespace().nth(2).unwrap()).collect();
    assert_eq!((ran.exit, listed, ran.err.as_str()), (Exit::Fine, vec!["/x", "/y"], ""));
    let ran = folder.run("gen generate @a.yaml --out @out --overlay @o.yaml");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let ran = folder.run("gen generate @a.yaml --out @out --check");
    assert_eq!(ran.exit, Exit::Differs);
    let ran = folder.run("gen generate @a.yaml --out @out --overlay @o.yaml --overlay @p.yaml --check");
    assert_eq!(ran.exit, Exit::Differs);
    assert!(ran.err.contains(" --overlay o.yaml --overlay p.yaml"), "{}", ran.err);
    let ran = project().run("gen list @spec --overlay @o.yaml");
    assert_eq!(ran.exit, Exit::Usage);
    assert_eq!(
        ran.err,
        "error: `--overlay` is for a document; the overlays of a project stand in its `enkash-gen.toml`: `overlays = […]`\n"
    );
}
