//! The command line: a shell over the library's `cli`.

fn main() -> std::process::ExitCode {
    enkash_gen::cli::main()
}
