//! What `enkash-gen sample` prints for every operation of the bundled products and of the goldens: each program is
//! compiled and run, and sends the bytes that its curl command does.
//!
//! `BLESS=1 cargo test -p enkash-tests --test samples` writes the programs anew.

#[cfg(not(blessing))]
#[path = "samples/command.rs"]
mod command;

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use enkash_gen::{
    names::snake,
    pipeline::{self, Options},
    project::{Product, Project},
    report::{Report, Sources, render},
};

const COMMAND: &str = "BLESS=1 cargo test -p enkash-tests --test samples";

/// The documents of the goldens whose samples are run. Left out is `limits`, which refuses to send what breaks its
/// limits, and made-up values do.
const GOLDENS: [&str; 10] =
    ["answers", "bank", "doors", "library", "obstacle", "peers", "shapes", "theatre", "unions", "uploads"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every product, its document and what is decided about it.
fn products() -> Vec<Product> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let bundled = Project::open(&root().join("../spec"), &mut sources, &mut report).expect("it opens");
    let goldens =
        GOLDENS.iter().map(|name| Product::from_document(root().join(format!("golden/{name}.yaml"))));
    bundled.products().iter().cloned().chain(goldens).collect()
}

/// A module per operation, which is the program as it is printed, and a list of the commands and the programs.
fn file(product: &Product) -> String {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = product.load(&mut sources, &mut report).expect("it is read");
    let (api, names) = pipeline::analyse_as(&document, &product.settings, &mut report);
    assert!(!report.has_errors(), "{}", render(&report, &sources, false));
    let options = Options { module: Some(format!("crate::shim::{}", product.name)), ..Options::default() };
    let mut out = format!("// The samples of `{}`. Made by `{COMMAND}`.\n", product.name);
    let mut list = String::new();
    for (index, operation) in api.operations.iter().enumerate() {
        let Some(sample) = pipeline::sample(&api, &names, index, &options, &mut report) else {
            assert!(GOLDENS.contains(&&*product.name), "`{}` has no sample", operation.label());
            _ = writeln!(out, "// `{}` takes a value that cannot be made up.", operation.label());
            continue;
        };
        let module = format!("of_{}", snake(&names.operations[index].marker));
        _ = writeln!(
            out,
            "\npub(crate) mod {module} {{\n{}\npub(crate) const MAIN: crate::Main = main;\n}}",
            sample.program
        );
        let curl = sample.curl.map_or("None".to_owned(), |curl| format!("Some(r##\"{curl}\"##)"));
        _ = writeln!(list, "    ({:?}, {curl}, {module}::MAIN),", operation.label());
    }
    _ = write!(out, "\npub(crate) const ALL: &[crate::Case] = &[\n{list}];\n");
    out
}

#[test]
fn samples_are_those_that_are_committed() {
    for product in products() {
        let path = root().join(format!("samples/golden/{}.rs", product.name));
        let text = file(&product);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "`{}` is out of date: {COMMAND}", path.display());
    }
}

/// The `main` of a program.
#[cfg(not(blessing))]
type Main = fn() -> Result<(), Box<dyn std::error::Error>>;

/// An operation, its command, and its program.
#[cfg(not(blessing))]
type Case = (&'static str, Option<&'static str>, Main);

/// The generated modules, whose clients send to where everything is recorded.
#[cfg(not(blessing))]
pub mod shim {
    #![allow(missing_docs)]

    use std::sync::{LazyLock, Mutex, PoisonError};

    use enkash_api::{
        BaseUrl,
        runtime::{Body, Transport, TransportError, transport::BoxFuture},
        testing::{Exchange, RecordingTransport},
    };

    static RECORDER: LazyLock<RecordingTransport> = LazyLock::new(|| RecordingTransport::new(Refusing));

    /// Answers everything with 400, which nobody tries again.
    struct Refusing;

    impl Transport for Refusing {
        fn send(
            &self,
            _: http::Request<Body>,
        ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
            let mut response = http::Response::new(Body::from(enkash_api::runtime::Bytes::new()));
            *response.status_mut() = http::StatusCode::BAD_REQUEST;
            Box::pin(async { Ok(response) })
        }
    }

    /// What a program sends first.
    pub(super) fn sent(program: super::Main) -> Result<Exchange, String> {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        RECORDER.take();
        let outcome = program();
        RECORDER.take().into_iter().next().ok_or_else(|| format!("nothing was sent: {outcome:?}"))
    }

    /// A module like the generated one, but for the builder of its client, which has a transport already.
    macro_rules! shim {
        ($name:ident, $module:path) => {
            pub mod $name {
                pub use $module::*;

                pub struct Client;

                impl Client {
                    pub fn builder(base: impl Into<super::BaseUrl>) -> ClientBuilder {
                        use $module as generated;
                        generated::Client::builder(base).transport(super::RECORDER.clone())
                    }
                }
            }
        };
    }

    shim!(bills, enkash_api::bills);
    shim!(expense, enkash_api::expense);
    shim!(rewards, enkash_api::rewards);
    shim!(answers, enkash_tests::golden::answers);
    shim!(bank, enkash_tests::golden::bank);
    shim!(doors, enkash_tests::golden::doors);
    shim!(library, enkash_tests::golden::library);
    shim!(obstacle, enkash_tests::golden::obstacle);
    shim!(peers, enkash_tests::golden::peers);
    shim!(shapes, enkash_tests::golden::shapes);
    shim!(theatre, enkash_tests::golden::theatre);
    shim!(unions, enkash_tests::golden::unions);
    shim!(uploads, enkash_tests::golden::uploads);
}

/// The programs, as they are printed.
#[cfg(not(blessing))]
#[allow(deprecated, dead_code, non_snake_case, clippy::all, clippy::pedantic)]
#[rustfmt::skip]
#[path = "."]
mod programs {
    #[path = "samples/golden/bills.rs"]
    pub(crate) mod bills;
    #[path = "samples/golden/expense.rs"]
    pub(crate) mod expense;
    #[path = "samples/golden/rewards.rs"]
    pub(crate) mod rewards;
    #[path = "samples/golden/answers.rs"]
    pub(crate) mod answers;
    #[path = "samples/golden/bank.rs"]
    pub(crate) mod bank;
    #[path = "samples/golden/doors.rs"]
    pub(crate) mod doors;
    #[path = "samples/golden/library.rs"]
    pub(crate) mod library;
    #[path = "samples/golden/obstacle.rs"]
    pub(crate) mod obstacle;
    #[path = "samples/golden/peers.rs"]
    pub(crate) mod peers;
    #[path = "samples/golden/shapes.rs"]
    pub(crate) mod shapes;
    #[path = "samples/golden/theatre.rs"]
    pub(crate) mod theatre;
    #[path = "samples/golden/unions.rs"]
    pub(crate) mod unions;
    #[path = "samples/golden/uploads.rs"]
    pub(crate) mod uploads;
}

/// Every command and every program, by product.
#[cfg(not(blessing))]
fn cases() -> Vec<(&'static str, &'static [Case])> {
    use programs::*;
    vec![
        ("bills", bills::ALL),
        ("expense", expense::ALL),
        ("rewards", rewards::ALL),
        ("answers", answers::ALL),
        ("bank", bank::ALL),
        ("doors", doors::ALL),
        ("library", library::ALL),
        ("obstacle", obstacle::ALL),
        ("peers", peers::ALL),
        ("shapes", shapes::ALL),
        ("theatre", theatre::ALL),
        ("unions", unions::ALL),
        ("uploads", uploads::ALL),
    ]
}

#[cfg(not(blessing))]
#[test]
fn every_program_sends_the_bytes_of_its_command() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (product, cases) in cases() {
        for (operation, curl, program) in cases {
            let Some(curl) = curl else { continue };
            compared += 1;
            let command = command::Request::parse(curl).and_then(|expected| {
                let sent = command::Request::of(&shim::sent(*program)?);
                if sent == expected { Ok(()) } else { Err(format!("\n  sent {sent:?}\n  curl {expected:?}")) }
            });
            wrong.extend(command.err().map(|error| format!("{product} {operation}: {error}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared >= 100, "only {compared} commands were compared");
}
