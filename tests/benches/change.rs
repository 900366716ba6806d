//! What it costs to say what changed.
//!
//! `cargo bench -p enkash-tests --bench change` measures a page: its import, and `enkash-gen update` with another version of
//! it each time, all that it reads and writes included. And the diff of two descriptions of 4 MB: the wire alone, and
//! everything that `enkash-gen diff` does, from the files on. `CHANGE_DOCUMENT=<file>` takes a real one, which is compared
//! with itself but for its first integer; without it one is made up. It fails if everything takes more than ten seconds.

use std::{
    env,
    fmt::Write as _,
    fs,
    hint::black_box,
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use criterion::{Criterion, SamplingMode, Throughput};
use enkash_gen::{
    cli::{self, Exit},
    diff::{self, Diff},
    load::{self, Document},
    page,
    report::{Report, Sources},
};

const BYTES: usize = 4_000_000;
const LIMIT: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    let (old, new) = match env::var_os("CHANGE_DOCUMENT") {
        Some(path) => {
            let text = fs::read_to_string(path).expect("the document can be read");
            let changed = text.replacen("integer", "number", 1);
            (text, changed)
        }
        None => (document(false), document(true)),
    };
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a document can be written");
        path.display().to_string()
    };
    let (old_path, new_path) = (write("old.yaml", &old), write("new.yaml", &new));
    let (was, is) = (load(&old), load(&new));

    let whole = || between(&old_path, &new_path);
    assert!(!whole().is_empty(), "the documents differ");
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    of_a_page(&mut criterion);
    let mut group = criterion.benchmark_group("diff of 4 MB");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Bytes((old.len() + new.len()) as u64));
    group.bench_function("wire", |bencher| bencher.iter(|| black_box(diff::wire(&was, &is))));
    group.bench_function("everything", |bencher| bencher.iter(|| black_box(whole())));
    group.finish();
    criterion.final_summary();

    // `cargo test --benches` asks for one round of each, of a program that is not optimised.
    if env::args().any(|argument| matches!(argument.as_str(), "--test" | "--list" | "--profile-time")) {
        return ExitCode::SUCCESS;
    }
    let start = Instant::now();
    black_box(whole());
    let took = start.elapsed();
    println!("everything: {took:.1?}, at most {LIMIT:?}");
    if took <= LIMIT { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The page of the guide in the README, as it was and as it became.
fn of_a_page(criterion: &mut Criterion) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/update");
    let read = |path: &str| fs::read_to_string(fixture.join(path)).expect("a fixture can be read");
    let pages = [read("spec/pages/load-card-balance.txt"), read("load-card-balance.txt")];
    let folder = tempfile::tempdir().expect("a folder can be made");
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    for path in ["enkash-gen.toml", "cards.yaml", "cards.overlay.yaml", "pages/load-card-balance.txt"] {
        put(&format!("spec/{path}"), &read(&format!("spec/{path}")));
    }
    for (index, page) in pages.iter().enumerate() {
        put(&format!("{index}/load-card-balance.txt"), page);
    }
    let argument = |path: &str| folder.path().join(path).display().to_string();
    let update = |index: usize| {
        let page = argument(&format!("{index}/load-card-balance.txt"));
        let args =
            ["enkash-gen", "update", &page, "--yes", "--project", &argument("spec")].map(str::to_owned);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        assert_eq!(cli::run(args, &mut out, &mut err), Exit::Fine, "{}", String::from_utf8_lossy(&err));
        out
    };
    let mut group = criterion.benchmark_group("a page");
    group.throughput(Throughput::Bytes(pages[1].len() as u64));
    group.bench_function("import", |bencher| bencher.iter(|| black_box(import(&pages[1]))));
    let mut turn = 0;
    group.bench_function("update", |bencher| {
        bencher.iter(|| {
            turn = 1 - turn;
            black_box(update(turn))
        });
    });
    group.finish();
}

/// The text of the description that a page comes to.
fn import(text: &str) -> String {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let opened = page::open_bytes("page.txt", text.as_bytes(), &mut sources, &mut report);
    let import = page::import(&opened.map(|opened| vec![opened]).unwrap_or_default(), &mut report);
    page::print(&import.expect("the page has an operation").document).expect("a description is printed")
}

fn between(old: &str, new: &str) -> Diff {
    Diff::between(old, new, &mut Sources::new(), &mut Report::new()).expect("both can be read")
}

fn load(text: &str) -> Document {
    load::load_text("document.yaml", text, &mut Sources::new(), &mut Report::new()).expect("it can be read")
}

/// Operations with a type each, which hold each other's; in the changed one every tenth has a member more, required.
fn document(changed: bool) -> String {
    let mut paths = String::from("openapi: 3.0.3\ninfo: {title: Large, version: '1'}\npaths:\n");
    let mut schemas = String::from("components:\n  schemas:\n");
    let mut index = 0;
    while paths.len() + schemas.len() < BYTES {
        _ = writeln!(
            paths,
            "  /items/{index}/{{id}}:\n    post:\n      operationId: changeItem{index}\n      description: Changes an item of \
             kind {index}.\n      parameters:\n        - {{name: id, in: path, required: true, schema: {{type: string}}}}\n      \
             requestBody:\n        required: true\n        content:\n          application/json:\n            schema: {{$ref: \
             '#/components/schemas/Item{index}'}}\n      responses:\n        '200':\n          description: the item\n          \
             content:\n            application/json:\n              schema: {{$ref: '#/components/schemas/Item{index}'}}"
        );
        let required = if changed && index % 10 == 0 { "required: [extra]" } else { "required: [id]" };
        _ = writeln!(schemas, "    Item{index}:\n      type: object\n      {required}\n      properties:");
        for field in 0..24 {
            _ = writeln!(
                schemas,
                "        field{field}: {{type: string, maxLength: {}, description: Member {field} of item {index}.}}",
                field + 1
            );
        }
        _ = writeln!(schemas, "        id: {{type: string}}\n        extra: {{type: integer}}");
        _ = writeln!(schemas, "        next: {{$ref: '#/components/schemas/Item{}'}}", index / 2);
        index += 1;
    }
    paths + &schemas
}
