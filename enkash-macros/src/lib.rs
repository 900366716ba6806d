//! The room of `#[enkash_endpoint]`, which will check a struct of your own against the description of an operation
//! while it compiles. This version has no macro yet.
//!
//! What is here already is what the macro will look into: the bundled descriptions in `spec/`, the same files that
//! `enkash-api` is generated from. A test holds that every one of them can be read without a mistake.
#![forbid(unsafe_code)]

#[cfg(test)]
mod tests {
    use std::path::Path;

    use enkash_gen::{
        pipeline,
        project::Project,
        report::{Report, Sources, render},
    };

    #[test]
    fn bundled_descriptions_are_read_without_a_mistake() {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
        let project = Project::open(&folder, &mut sources, &mut report).expect("the bundled project opens");
        for product in project.products() {
            let document = product.load(&mut sources, &mut report).expect("the document is read");
            let (api, _) = pipeline::analyse(&document, &mut report);
            assert!(!api.operations.is_empty(), "`{}` has no operation", product.name);
        }
        assert!(report.is_empty(), "{}", render(&report, &sources, false));
    }
}
