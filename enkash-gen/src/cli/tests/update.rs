//! `update`: where a page belongs, what is shown, and that nothing is written without a yes.

use super::*;

mod kept;
mod places;

const TOKEN: &str = "Token API\nPOST\n/oauth/token\nRequest\nBody Params application/x-www-form-urlencoded\n\
    username\nstring\nrequired\nExample:\n9876501234\npassword\nstring\nrequired\nExample:\nhunter2!Q\nResponses\n\
    🟢200OK\napplication/json\nBody\naccess_token\nstring\nrequired\nModified at 2025-01-08 07:53:39\n";
const REFUND: &str = "Refund\nPOST\n/v0/refund/{id}\nRequest\nPath Params\nid\nstring\nrequired\n\
    Body Params application/json\namount\nnumber\nrequired\nResponses\n🟢200OK\n";
const REPORT: &str =
    "Report\nGET\n/v0/report\nRequest\nQuery Params\nday\nstring\nrequired\nResponses\n🟢200OK\n";

const PROJECT: &str = "\
[product.cards]
document = \"cards.yaml\"
pages = [\"pages/token.txt\", \"pages/refund.txt\"]

[product.wallet]
document = \"wallet.yaml\"
overlays = [\"wallet.overlay.yaml\"]
pages = [
    \"pages/login.txt\",
]

[product.library]
document = \"library.yaml\"
";

const OVERLAY: &str = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nextends: wallet.yaml\nactions:\n- target: \
    $.components.schemas.TokenRequest.properties.username\n  description: It is a mobile number.\n  update: {pattern: \
    '^[0-9]+$'}\n";

const LOG: &str = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A.\n\n### Changed\n\n- B.\n\n## 0.1.0\n";

/// A project whose descriptions are what its pages give: two products with the same login, and one written by hand.
fn spec() -> Folder {
    let folder = Folder::with(&[
        ("spec/enkash-gen.toml", PROJECT),
        ("spec/pages/token.txt", &kept(TOKEN)),
        ("spec/pages/refund.txt", REFUND),
        ("spec/pages/login.txt", &kept(&TOKEN.replace("Token API", "Log in"))),
        ("spec/wallet.overlay.yaml", OVERLAY),
        ("spec/library.yaml", GOOD),
        ("CHANGELOG.md", LOG),
    ]);
    let ran = folder.run("gen update --project @spec --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    folder
}

/// The page as it is recorded.
fn kept(page: &str) -> String {
    page.replace("9876501234", "1234567890").replace("hunter2!Q", "Made-Up@0000000")
}

impl Folder {
    fn put(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn get(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    /// Every file and its text.
    fn all(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(self.0.path().join(&folder)).unwrap() {
                let entry = entry.unwrap();
                let path = format!("{folder}{}", entry.file_name().into_string().unwrap());
                match entry.file_type().unwrap().is_dir() {
                    true => folders.push(format!("{path}/")),
                    false => all.push((path.clone(), self.get(&path))),
                }
            }
        }
        all.sort();
        all
    }

    /// Runs a command line that has to leave every file as it is.
    fn run_in_vain(&self, line: &str) -> Ran {
        let before = self.all();
        let ran = self.run(line);
        assert_eq!(self.all(), before, "{line}");
        ran
    }

    /// Runs a command line with a person at the terminal.
    fn run_asked(&self, line: &str, answer: &str) -> Ran {
        let args = line.split(' ').map(|word| match word.strip_prefix('@') {
            Some(path) => self.0.path().join(path).display().to_string(),
            None => word.to_owned(),
        });
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run_asking(args, Some(answer.as_bytes()), &mut out, &mut err);
        let prefix = format!("{}/", self.0.path().display());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&prefix, "");
        Ran { exit, out: text(out), err: text(err) }
    }
}

/// The refund with a member more, which has to be there.
fn changed() -> String {
    REFUND.replace("Responses", "reason\nstring\nrequired\nExample:\nlate\nResponses")
}

#[test]
fn a_page_that_says_the_same_changes_nothing() {
    let folder = spec();
    folder.put("refund.txt", REFUND);
    folder.put("token.txt", TOKEN);
    for line in ["@refund.txt", "@token.txt @refund.txt", "@refund.txt --yes", ""] {
        let line = format!("gen update {line} --project @spec").replace("  ", " ");
        let ran = folder.run_in_vain(&line);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""), "{line}");
        assert!(ran.out.ends_with("nothing has changed\n"), "{}", ran.out);
    }
}

#[test]
fn a_change_is_shown_and_written_with_a_yes() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    let ran = folder.run("gen update @refund.txt --project @spec --yes --changelog @CHANGELOG.md");
    let entry = "\
- `cards`, `POST /v0/refund/{id}`: breaking: `request.body.reason`: a further member, required: `string, required`.
- `cards`, verdict: on the wire 1 breaking; Rust API major (below 1.0 the middle number grows: 0.1.0 becomes 0.2.0,
  which cargo takes only when told).
";
    let expected = format!(
        "\
refund.txt: POST /v0/refund/{{id}} of `cards`, in the place of spec/pages/refund.txt

cards
  POST /v0/refund/{{id}}  createRefund
    breaking           request.body.reason: a further member, required: string, required [request-field-added-required]
  Rust API: major
    major  fn RefundRequest::new(amount: f64) -> Self → fn RefundRequest::new(required: RefundRequired) -> Self  (the \
         function takes or gives something else)
    major  + field RefundRequest.reason: String  (whoever writes the type without `..` has to name the field)
    minor  + struct RefundRequired  (a further item)

on the wire: 1 breaking; Rust API: major (below 1.0 the middle number grows: 0.1.0 becomes 0.2.0, which cargo takes only \
         when told)

to be written:
  changed  spec/cards.yaml
  changed  spec/pages/refund.txt
  changed  CHANGELOG.md
written

in CHANGELOG.md:

{entry}"
    );
    assert_eq!((ran.exit, ran.err.as_str(), ran.out.as_str()), (Exit::Fine, "", expected.as_str()));
    assert_eq!(folder.get("CHANGELOG.md"), LOG.replace("- B.\n", &format!("- B.\n{entry}")));
    assert_eq!(folder.get("spec/pages/refund.txt"), changed());
    assert!(folder.run("gen list @spec/cards.yaml").out.contains("createRefund"));
    let again = folder.run_in_vain("gen update @refund.txt --project @spec --yes --changelog @CHANGELOG.md");
    assert!(again.out.ends_with("nothing has changed\n"), "{}", again.out);
    assert_eq!(folder.run("gen update --check --project @spec").exit, Exit::Fine);
}

#[test]
fn without_a_yes_nothing_is_written() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    let ran = folder.run_in_vain("gen update @refund.txt --project @spec --changelog @CHANGELOG.md");
    assert_eq!(ran.exit, Exit::Differs);
    assert_eq!(ran.err, "nothing was written: there is no terminal to ask on; `--yes` says yes\n");
    assert!(ran.out.contains("request-field-added-required"), "{}", ran.out);
    for answer in ["", "\n", "n\n", "no\n", "what?\n"] {
        let before = folder.all();
        let ran = folder.run_asked("gen update @refund.txt --project @spec", answer);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Differs, "nothing was written\n"), "{answer:?}");
        assert!(ran.out.ends_with("write? [y/N] "), "{}", ran.out);
        assert_eq!(folder.all(), before);
    }
    let ran = folder.run_asked("gen update @refund.txt --project @spec", "Y\n");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert_eq!(folder.get("spec/pages/refund.txt"), changed());
}

#[test]
fn what_only_a_menu_changes_is_written_and_no_entry() {
    let folder = spec();
    let page = format!("• Orders\n• Refunds\n{REFUND}");
    folder.put("refund.txt", &page);
    let checked = folder.run_in_vain("gen update @refund.txt --project @spec --check");
    assert_eq!((checked.exit, checked.err.as_str()), (Exit::Fine, ""), "{}", checked.out);
    let ran = folder.run("gen update @refund.txt --project @spec --yes --changelog @CHANGELOG.md");
    assert_eq!(ran.exit, Exit::Fine);
    assert!(ran.out.contains("on the wire: nothing; Rust API: patch"), "{}", ran.out);
    assert!(
        ran.out.ends_with("  changed  spec/cards.yaml\n  changed  spec/pages/refund.txt\nwritten\n"),
        "{}",
        ran.out
    );
    assert_eq!((folder.get("spec/pages/refund.txt"), folder.get("CHANGELOG.md")), (page, LOG.to_owned()));
}

#[test]
fn an_overlay_action_that_no_longer_matches_is_named_and_the_rest_is_written() {
    let folder = spec();
    let page = TOKEN.replace("Token API", "Log in").replace("username", "mobile");
    folder.put("login.txt", &page);
    let ran = folder.run("gen update @login.txt --project @spec --yes");
    assert_eq!(ran.exit, Exit::Document);
    let named = "`$.components.schemas.TokenRequest.properties.username` matches nothing: the document has changed under this \
        action";
    assert!(
        ran.out.contains(&format!(
            "actions of overlays of `wallet` that no longer match:\n  {named}\nthe project is not generated until they are mended"
        )),
        "{}",
        ran.out
    );
    let error = format!("error[overlay-unmatched]: {named}\n --> spec/wallet.overlay.yaml:5:11\n");
    assert!(ran.err.starts_with(&error), "{}", ran.err);
    assert_eq!(folder.get("spec/pages/login.txt"), kept(&page));
    assert!(folder.get("spec/wallet.yaml").contains("mobile:"));
    assert_eq!(folder.run("gen check @spec").exit, Exit::Document);
    // The correction is mended against what is there now, and another run has nothing to do.
    folder.put("spec/wallet.overlay.yaml", &OVERLAY.replace("username", "mobile"));
    let ran = folder.run_in_vain("gen update @login.txt --project @spec --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert_eq!(folder.run("gen check @spec").exit, Exit::Fine);
}

#[test]
fn a_program_gets_one_object() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    let ran = folder.run_in_vain("gen update @refund.txt --project @spec --format json");
    assert_eq!(ran.exit, Exit::Differs);
    let ran = folder.run("gen update @refund.txt --project @spec --yes --format json");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let result: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        result["pages"],
        serde_json::json!([{
            "page": "refund.txt", "operation": "POST /v0/refund/{id}", "product": "cards",
            "recorded": "spec/pages/refund.txt", "placed": "replaced", "was": null,
        }])
    );
    assert_eq!(result["diff"]["bump"], "major");
    assert_eq!(result["changes"][0], serde_json::json!({"path": "spec/cards.yaml", "kind": "changed"}));
    assert!(
        result["changelog"].as_str().unwrap().starts_with("- `cards`, `POST /v0/refund/{id}`: breaking: ")
    );
    folder.put("refund.txt", REFUND);
    let ran = folder.run("gen update @refund.txt --project @spec --yes --format markdown");
    assert!(ran.out.contains("## cards\n") && ran.out.contains("**Verdict** – "), "{}", ran.out);
}
