//! Which product a page is of, and which page it takes the place of.

use super::*;

#[test]
fn of_several_products_with_an_operation_the_record_decides() {
    let folder = spec();
    let other = |title: &str| TOKEN.replace("Token API", title).replace("access_token", "token");
    for (file, title, product, recorded) in [
        // The name of the file.
        ("token.txt", "Another title", "cards", "token"),
        ("login.html.txt", "Log in", "wallet", "login"),
        // The title.
        ("saved.txt", "Token API", "cards", "token"),
        ("saved.txt", "Log in", "wallet", "login"),
    ] {
        folder.put(file, &other(title));
        let ran = folder.run_in_vain(&format!("gen update @{file} --project @spec"));
        let expected =
            format!("{file}: POST /oauth/token of `{product}`, in the place of spec/pages/{recorded}.txt\n");
        assert!(ran.out.starts_with(&expected), "{file}, {title}: {}{}", ran.out, ran.err);
    }
    folder.put("saved.txt", &other("Another title"));
    let ran = folder.run_in_vain("gen update @saved.txt --project @spec --yes");
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Usage, ""));
    assert_eq!(
        ran.err,
        "error: `saved.txt` is `POST /oauth/token`, which is an operation of several products: `cards`, `wallet`; say with \
         `--product` which one is meant\n"
    );
    let ran = folder.run("gen update @saved.txt --project @spec --product wallet --yes");
    assert_eq!(ran.exit, Exit::Fine);
    assert!(
        folder.get("spec/wallet.yaml").contains("\n        token:"),
        "{}",
        folder.get("spec/wallet.yaml")
    );
}

#[test]
fn an_address_is_a_hint_where_an_operation_is_not_enough() {
    let folder = spec();
    let at = |id: &str, title: &str| {
        format!("https://docs.example/api-{id}\n{}", TOKEN.replace("Token API", title))
    };
    folder.put("login.txt", &at("17", "Log in"));
    assert_eq!(folder.run("gen update @login.txt --project @spec --yes").exit, Exit::Fine);
    assert!(folder.get("spec/pages/login.txt").starts_with("https://docs.example/api-17\nLog in\n"));
    for (file, page) in [
        ("saved.txt", at("17", "Another title")),
        ("api-17.txt", TOKEN.replace("Token API", "Another title")),
    ] {
        folder.put(file, &page);
        let ran = folder.run_in_vain(&format!("gen update @{file} --project @spec"));
        let expected =
            format!("{file}: POST /oauth/token of `wallet`, in the place of spec/pages/login.txt\n");
        assert!(ran.out.starts_with(&expected), "{}{}", ran.out, ran.err);
    }
    // Another operation at that address is another operation.
    folder.put("saved.txt", &REPORT.replace("Report\n", "https://docs.example/api-17\nReport\n"));
    let ran = folder.run_in_vain("gen update @saved.txt --project @spec --yes");
    assert_eq!(
        ran.err,
        "error: `saved.txt` is `GET /v0/report`, which is an operation of no product yet; say with `--product` which one it \
         is added to, or, if it replaces `spec/pages/login.txt`, give the file that name\n"
    );
}

#[test]
fn a_new_operation_is_added_to_the_product_that_is_named() {
    let folder = spec();
    folder.put("My Report.txt", REPORT);
    let path = folder.0.path().join("My Report.txt").display().to_string();
    let run = |product: &str| {
        let mut args = vec!["gen", "update", &path, "--yes", "--project"];
        let spec = folder.0.path().join("spec").display().to_string();
        args.push(&spec);
        args.extend(product.split(' ').filter(|word| !word.is_empty()));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = super::run(args, &mut out, &mut err);
        (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    };
    let (exit, _, err) = run("");
    assert_eq!(exit, Exit::Usage);
    assert!(err.contains("of no product yet; say with `--product` which one it is added to\n"), "{err}");
    let (exit, out, err) = run("--product wallet");
    assert_eq!((exit, err.as_str()), (Exit::Fine, ""), "{out}");
    assert!(out.contains("compatible         a new operation: GET /v0/report"), "{out}");
    assert_eq!(folder.get("spec/pages/my-report.txt"), REPORT);
    let listed = "    \"pages/login.txt\",\n    \"pages/my-report.txt\",\n]";
    assert_eq!(folder.get("spec/enkash-gen.toml"), PROJECT.replace("    \"pages/login.txt\",\n]", listed));
    let names = folder.run("gen list @spec").out;
    assert!(names.contains("getReport") && names.contains("createToken"), "{names}");
    assert_eq!(folder.run("gen update --check --project @spec").exit, Exit::Fine);
    assert_eq!(run("").1.lines().last(), Some("nothing has changed"));
}

#[test]
fn a_page_of_a_description_that_was_written_by_hand_is_refused() {
    let folder = spec();
    folder.put("report.txt", REPORT);
    let ran = folder.run_in_vain("gen update @report.txt --project @spec --product library --yes");
    assert_eq!(ran.exit, Exit::Io);
    assert!(ran.err.starts_with("error[foreign-file]: `spec/library.yaml` was not generated"), "{}", ran.err);
    fs::remove_file(folder.0.path().join("spec/library.yaml")).unwrap();
    let ran = folder.run_in_vain("gen update @report.txt --project @spec --product library --yes");
    assert_eq!(ran.exit, Exit::Usage);
    assert!(ran.err.contains("add `pages = []` to it in `spec/enkash-gen.toml`"), "{}", ran.err);
    folder.put("spec/enkash-gen.toml", &format!("{PROJECT}pages = []\n"));
    let ran = folder.run("gen update @report.txt --project @spec --product library --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""), "{}", ran.out);
    assert_eq!(folder.get("spec/enkash-gen.toml"), format!("{PROJECT}pages = [\"pages/report.txt\"]\n"));
    assert!(ran.out.contains("- `library`: a new product.\n"), "{}", ran.out);
}

#[test]
fn an_operation_that_moved_takes_the_place_of_the_page_of_that_name() {
    let folder = spec();
    let page = REFUND.replace("/v0/refund/{id}", "/v2/refund/{id}");
    folder.put("refund.html", &page);
    let ran = folder.run("gen update @refund.html --project @spec --yes");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    assert!(
        ran.out.starts_with(
            "refund.html: POST /v2/refund/{id} of `cards`, in the place of spec/pages/refund.txt, which was POST \
             /v0/refund/{id}\n"
        ),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("[operation-path-changed]"), "{}", ran.out);
    assert_eq!(folder.get("spec/pages/refund.txt"), page);
    let listed = folder.run("gen list @spec/cards.yaml").out;
    assert!(listed.contains("/v2/refund") && !listed.contains("/v0/refund"), "{listed}");
}

#[test]
fn names_of_parameters_do_not_tell_operations_apart() {
    let folder = spec();
    folder.put("saved.txt", &REFUND.replace("{id}", "{refundId}").replace("\nid\n", "\nrefundId\n"));
    let ran = folder.run_in_vain("gen update @saved.txt --project @spec");
    assert!(ran.out.contains("of `cards`, in the place of spec/pages/refund.txt"), "{}{}", ran.out, ran.err);
}

#[test]
fn calls_that_leave_something_open_are_refused() {
    let folder = spec();
    folder.put("refund.txt", &changed());
    folder.put("again/refund.txt", REFUND);
    folder.put("guide.txt", "About refunds\nThey are made by people.\n");
    for (line, exit, error) in [
        (
            "@refund.txt @again/refund.txt",
            Exit::Usage,
            "error: `refund.txt` and `again/refund.txt` are both the page `spec/pages/refund.txt`\n",
        ),
        (
            "@refund.txt --product card",
            Exit::Usage,
            "error: the project has no product `card`; did you mean `cards`?\n",
        ),
        ("@guide.txt", Exit::Document, "error[not-a-page]: "),
        ("@refund.txt @guide.txt", Exit::Document, "error[not-a-page]: "),
        ("@none.txt", Exit::Io, "error[io]: "),
        ("@refund.txt --changelog @none.md", Exit::Io, "error[io]: cannot read `none.md`"),
        ("--product library", Exit::Usage, "error: no product of the project has `pages`"),
        ("@refund.txt --check", Exit::Usage, "error: the argument '--check' cannot be used with '--yes'"),
    ] {
        let ran = folder.run_in_vain(&format!("gen update {line} --project @spec --yes"));
        assert_eq!(ran.exit, exit, "{line}: {}", ran.err);
        assert!(ran.err.starts_with(error), "{line}: {}", ran.err);
    }
    let ran = folder.run_in_vain("gen update @refund.txt --project @none --yes");
    assert_eq!((ran.exit, ran.err.starts_with("error[io]: ")), (Exit::Io, true));
    let ran = folder.run_in_vain("gen update @refund.txt --project @spec/library.yaml --yes");
    assert_eq!(ran.err, "error: update is for a project, and not for a bare document\n");
}
