//! What is recorded of a page, and whether descriptions are what is recorded.

use super::*;

#[test]
fn no_secret_of_a_page_is_recorded_or_shown() {
    let folder = spec();
    let page = TOKEN.replace("Responses", "pin\ninteger\noptional\nExample:\n4821\nResponses");
    folder.put("token.txt", &page);
    let ran = folder.run("gen update @token.txt --project @spec --yes --changelog @CHANGELOG.md");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    let recorded = folder.get("spec/pages/token.txt");
    assert_eq!(recorded, kept(&page).replace("4821", "0000"));
    fs::remove_file(folder.0.path().join("token.txt")).unwrap();
    let mut texts = folder.all();
    texts.push((String::new(), ran.out + &ran.err));
    for secret in ["9876501234", "hunter2!Q", "4821"] {
        assert!(texts.iter().all(|(_, text)| !text.contains(secret)), "{secret}");
    }
}

#[test]
fn a_page_of_html_is_recorded_as_its_text() {
    let folder = spec();
    let html = "<!DOCTYPE html><html><head><link rel=\"canonical\" href=\"https://docs.example/api-9\"></head><body>\
        <h1>Refund</h1><div>POST</div><div>/v0/refund/{id}</div><div>Request</div><div>Path Params</div>\
        <p>id</p><p>string</p><p>required</p><div>Body Params application/json</div><p>amount</p><p>number</p>\
        <p>optional</p><div>Responses</div><div>🟢200OK</div></body></html>";
    folder.put("refund.html", html);
    let ran = folder.run("gen update @refund.html --project @spec --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert_eq!(
        folder.get("spec/pages/refund.txt"),
        format!("https://docs.example/api-9\n{}", REFUND.replace("number\nrequired", "number\noptional"))
    );
    assert!(folder.get("spec/cards.yaml").contains("address: https://docs.example/api-9"));
    assert_eq!(folder.run("gen update --check --project @spec").exit, Exit::Fine);
    assert_eq!(folder.run("gen update @refund.html --check --project @spec").exit, Exit::Fine);
}

#[test]
fn a_description_that_is_not_what_its_pages_give_fails_a_check() {
    let folder = spec();
    let ran = folder.run_in_vain("gen update --check --project @spec");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert_eq!(ran.out, "up to date with its pages: `cards`, `wallet`\n");
    let sound = folder.get("spec/cards.yaml");
    folder.put("spec/cards.yaml", &sound.replace("type: number", "type: integer"));
    let ran = folder.run_in_vain("gen update --check --project @spec");
    assert_eq!(ran.exit, Exit::Differs);
    assert_eq!(
        ran.err,
        "`spec/cards.yaml` is not what its recorded pages give; run `enkash-gen update --project spec --product cards`\n"
            .replace("--project spec", &format!("--project {}", folder.0.path().join("spec").display()))
            .replace(&format!("{}/", folder.0.path().display()), "")
    );
    assert!(ran.out.contains("request.body.amount"), "{}", ran.out);
    // A description by hand is kept from being lost without a word, and can be made anew.
    let ran = folder.run("gen update --project @spec --product cards --yes");
    assert_eq!(ran.exit, Exit::Fine);
    assert!(ran.out.contains("what was changed in it by hand is lost"), "{}", ran.out);
    assert_eq!(folder.get("spec/cards.yaml"), sound);
    // Even a byte counts.
    folder.put("spec/cards.yaml", &format!("{sound}\n"));
    assert_eq!(folder.run("gen update --check --project @spec").exit, Exit::Differs);
    fs::remove_file(folder.0.path().join("spec/cards.yaml")).unwrap();
    assert_eq!(folder.run_in_vain("gen update --check --project @spec").exit, Exit::Differs);
    fs::remove_file(folder.0.path().join("spec/pages/refund.txt")).unwrap();
    assert_eq!(folder.run_in_vain("gen update --check --project @spec").exit, Exit::Io);
}

#[test]
fn a_page_that_says_something_else_fails_a_check() {
    let folder = spec();
    folder.put("refund.txt", REFUND);
    let ran = folder.run_in_vain("gen update @refund.txt --check --project @spec");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert!(ran.out.ends_with("up to date with its pages: `cards`\n"), "{}", ran.out);
    folder.put("refund.txt", &changed());
    let ran = folder.run_in_vain("gen update @refund.txt --check --project @spec");
    assert_eq!(ran.exit, Exit::Differs);
    assert!(
        ran.err
            .starts_with("`spec/cards.yaml` is not what the page says; run `enkash-gen update refund.txt "),
        "{}",
        ran.err
    );
    assert!(ran.out.contains("request-field-added-required"), "{}", ran.out);
}

#[test]
fn where_a_file_cannot_be_written_none_is() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    // A folder stands where the change log should be.
    fs::create_dir(folder.0.path().join("log")).unwrap();
    let ran = folder.run_in_vain("gen update @refund.txt --project @spec --yes --changelog @log");
    assert_eq!(ran.exit, Exit::Io, "{}", ran.err);
}

#[test]
fn two_pages_of_two_products_are_one_update() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    folder.put(
        "login.txt",
        &TOKEN
            .replace("Token API", "Log in")
            .replace("access_token\nstring\nrequired", "access_token\nstring\noptional"),
    );
    let ran = folder.run("gen update @refund.txt @login.txt --project @spec --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    for line in [
        "  changed  spec/cards.yaml\n",
        "  changed  spec/wallet.yaml\n",
        "- `cards`, verdict: ",
        "- `wallet`, verdict: ",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
}

#[test]
fn a_copy_that_shows_less_does_not_take_the_place_of_one_that_shows_more() {
    let folder = spec();
    let folded = REFUND.replace("amount\nnumber\nrequired\n", "");
    folder.put("refund.txt", &folded);
    let ran = folder.run_in_vain("gen update @refund.txt --project @spec --yes");
    assert_eq!(ran.exit, Exit::Usage);
    assert_eq!(
        ran.err.lines().last().unwrap(),
        "error: this copy of `refund.txt` does not show all that `spec/pages/refund.txt` does: requestBody is missing; save the \
         page with everything unfolded, or take the recorded one out of `pages` first"
    );
    // The other way round more becomes known.
    folder.put("spec/pages/refund.txt", &folded);
    assert_eq!(folder.run("gen update --project @spec --yes").exit, Exit::Fine);
    folder.put("refund.txt", REFUND);
    let ran = folder.run("gen update @refund.txt --project @spec --yes");
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert_eq!(folder.get("spec/pages/refund.txt"), REFUND);
}
