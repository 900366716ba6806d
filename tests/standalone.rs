//! The stand-alone crate: its dependencies are those of the run time, and its items those of the module of the same
//! document.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use enkash_gen::{
    emit::FileSet,
    pipeline::{self, Generated, Options},
    project::{Product, Project},
    report::{Report, Sources, render},
    standalone,
};
use toml::{Table, Value};

/// What the library has beside the run time: the macros, a feature per product, and one for what a crate of its own has
/// or has not.
const BESIDE: [&str; 6] = ["bills", "default", "enkash-macros", "expense", "login", "rewards"];

#[test]
fn a_crate_has_the_dependencies_and_features_of_the_run_time() {
    let workspace = table(&read("../Cargo.toml"));
    let library = table(&read("../enkash-api/Cargo.toml"));
    let written = crate_of("bills").files;
    let own = table(written.get("Cargo.toml").expect("a crate has a manifest"));
    let shared = workspace["workspace"]["dependencies"].as_table().expect("it is a table");
    assert_eq!(dependencies(&own, &Table::new()), dependencies(&library, shared));
    assert_eq!(features(&own), features(&library));
    assert_eq!(own["package"]["edition"], workspace["workspace"]["package"]["edition"]);
    assert_eq!(own["package"]["rust-version"], workspace["workspace"]["package"]["rust-version"]);
}

#[test]
fn a_crate_without_a_login_has_less_to_build() {
    let [with, without] = ["bills", "rewards"].map(|name| {
        let files = crate_of(name).files;
        table(files.get("Cargo.toml").expect("a crate has a manifest"))
    });
    let names = |manifest: &Table| dependencies(manifest, &Table::new()).into_keys().collect::<BTreeSet<_>>();
    let less: Vec<_> = names(&with).difference(&names(&without)).cloned().collect();
    assert_eq!(less, ["http-body-util", "hyper", "hyper-util", "rustix", "sha2", "socket2"]);
    assert!(names(&without).is_subset(&names(&with)));
    let less: Vec<_> =
        features(&with).into_keys().filter(|name| !features(&without).contains_key(name)).collect();
    assert_eq!(less, ["file-store", "store"]);
}

#[test]
fn a_crate_and_the_module_of_its_document_have_the_same_items() {
    for name in ["bills", "expense", "rewards"] {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let product = product(name, &mut sources, &mut report);
        let document = product.load(&mut sources, &mut report).expect("the document can be read");
        let options = Options { endpoint: None, settings: product.settings, ..Options::default() };
        let module = pipeline::generate(&document, &options, &mut report).expect("it is generated");
        let mut own = FileSet::new();
        for (path, text) in crate_of(name).files.iter() {
            if let Some(path) = path.strip_prefix("src/").filter(|path| !path.starts_with("runtime/")) {
                own.insert(path, text);
            }
        }
        let (own, module) = (listing(&own), listing(&module.files));
        let beside: Vec<&String> = own.iter().filter(|line| !module.contains(line)).collect();
        assert_eq!(beside, ["mod runtime"]);
        assert_eq!(own.len(), module.len() + 1);
    }
}

/// The public items, those of the root first.
fn listing(files: &FileSet) -> Vec<String> {
    files.listing().expect("what is generated parses").lines().map(str::to_owned).collect()
}

/// A product in `spec`.
fn product(name: &str, sources: &mut Sources, report: &mut Report) -> Product {
    let project = Project::open(&root().join("../spec"), sources, report);
    project.and_then(|project| project.product(name).cloned()).expect("it is listed")
}

/// The crate of a product in `spec`.
fn crate_of(name: &str) -> Generated {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let product = product(name, &mut sources, &mut report);
    let options = Options { settings: product.settings.clone(), ..Options::default() };
    let generated = product
        .load(&mut sources, &mut report)
        .and_then(|document| standalone::generate(&document, name, &options, &mut report));
    assert!(report.is_empty(), "{}", render(&report, &sources, false));
    generated.expect("a document without a diagnostic is generated")
}

/// A dependency as cargo understands it: version, whether it is optional and has its default features, features.
type Dependency = (String, bool, bool, BTreeSet<String>);

/// The dependencies of a manifest; those of a member of a workspace inherit from `shared`.
fn dependencies(manifest: &Table, shared: &Table) -> BTreeMap<String, Dependency> {
    let flag = |value: &Value, key: &str| value.get(key).and_then(Value::as_bool);
    let listed = manifest["dependencies"].as_table().expect("it is a table");
    listed
        .iter()
        .filter(|(name, _)| !BESIDE.contains(&name.as_str()))
        .map(|(name, own)| {
            let base = if flag(own, "workspace") == Some(true) { &shared[name] } else { own };
            let version = base.as_str().or_else(|| base.get("version")?.as_str()).expect("it has a version");
            let features = texts(own.get("features")).chain(texts(base.get("features"))).collect();
            let optional = flag(own, "optional").unwrap_or(false);
            let default = flag(base, "default-features").unwrap_or(true);
            (name.clone(), (version.to_owned(), optional, default, features))
        })
        .collect()
}

fn features(manifest: &Table) -> BTreeMap<String, Vec<String>> {
    let listed = manifest["features"].as_table().expect("it is a table");
    listed
        .iter()
        .filter(|(name, _)| !BESIDE.contains(&name.as_str()))
        .map(|(name, list)| (name.clone(), texts(Some(list)).filter(|on| on != "login").collect()))
        .collect()
}

fn texts(list: Option<&Value>) -> impl Iterator<Item = String> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(str::to_owned)
}

fn table(text: &str) -> Table {
    text.parse().unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
