//! Reads what a project file decides about one product.

use std::collections::BTreeMap;

use ::toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::toml::{Faults, Reader};
use crate::{
    passes::Selection,
    pipeline::{Layout, Settings},
};

const RENAME_KEYS: &[&str] = &["types", "operations", "properties"];

impl Reader<'_> {
    /// The decisions of a product's table; every fault is added to `faults`.
    pub(super) fn settings(&self, table: &DeTable<'_>, faults: &mut Faults) -> Settings {
        let mut settings = Settings::default();
        let choices = &mut settings.choices;
        if let Some(rename) = self.table(table, "rename", faults) {
            self.keys(rename, RENAME_KEYS, "`rename`", faults);
            for (key, names) in [
                ("types", &mut choices.types),
                ("operations", &mut choices.operations),
                ("properties", &mut choices.properties),
            ] {
                if let Some(renamed) = self.table(rename, key, faults) {
                    *names = self.texts(renamed, faults);
                }
            }
        }
        if let Some(replaced) = self.table(table, "replace", faults) {
            choices.replace = self.texts(replaced, faults);
            for (name, value) in replaced {
                self.path(value, &format!("the type in place of `{}`", name.get_ref()), faults);
            }
        }
        if let Some(derives) = table.get("derives") {
            match derives.get_ref() {
                DeValue::Table(table) => {
                    for (name, list) in table {
                        choices.derives.insert(name.get_ref().to_string(), self.list(list, true, faults));
                    }
                }
                _ => _ = choices.derives.insert("*".to_owned(), self.list(derives, true, faults)),
            }
        }
        if let Some(checks) = table.get("checks") {
            match checks.get_ref().as_bool() {
                Some(checks) => settings.checks = checks,
                None => faults.push(self.wrong(checks, "`checks` must be `true` or `false`")),
            }
        }
        if let Some(layout) = table.get("layout") {
            settings.layout = layout.get_ref().as_str().and_then(Layout::parse);
            if settings.layout.is_none() {
                faults.push(self.wrong(layout, "`layout` must be `\"flat\"` or `\"tags\"`"));
            }
        }
        if let Some(only) = table.get("only") {
            let texts = self.list(only, false, faults);
            match Selection::parse(texts.iter().map(String::as_str)) {
                Ok(selection) => settings.only = selection,
                Err(text) => faults.push(
                    self.fault(&only.span(), format!("`{text}` selects no operations"))
                        .help("write `tag:pets`, `path:/pets/*` or `op:listPets`"),
                ),
            }
        }
        settings
    }

    fn table<'d>(&self, table: &'d DeTable<'d>, key: &str, faults: &mut Faults) -> Option<&'d DeTable<'d>> {
        let value = table.get(key)?;
        let found = value.get_ref().as_table();
        if found.is_none() {
            faults.push(self.wrong(value, &format!("`{key}` must be a table")));
        }
        found
    }

    fn texts(&self, table: &DeTable<'_>, faults: &mut Faults) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for (key, value) in table {
            match value.get_ref().as_str().filter(|text| !text.trim().is_empty()) {
                Some(text) => _ = texts.insert(key.get_ref().to_string(), text.to_owned()),
                None => faults.push(self.wrong(value, &format!("`{}` must be a text", key.get_ref()))),
            }
        }
        texts
    }

    /// A list of texts, which are paths of derive macros or free.
    pub(super) fn list(&self, value: &Spanned<DeValue<'_>>, paths: bool, faults: &mut Faults) -> Vec<String> {
        let Some(items) = value.get_ref().as_array() else {
            faults.push(self.wrong(value, "this must be a list of texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) if !paths || self.path(item, "a derive", faults) => texts.push(text.to_owned()),
                Some(_) => {}
                None => faults.push(self.wrong(item, "this must be a text")),
            }
        }
        texts
    }

    /// Whether a value is a path of Rust; a fault if not.
    fn path(&self, value: &Spanned<DeValue<'_>>, what: &str, faults: &mut Faults) -> bool {
        let is_path = value.get_ref().as_str().is_some_and(|text| syn::parse_str::<syn::Path>(text).is_ok());
        if !is_path {
            faults.push(
                self.fault(&value.span(), format!("{what} is no path of Rust"))
                    .help("write it as in `use`, for instance `crate::money::Money`"),
            );
        }
        is_path
    }
}

#[cfg(test)]
mod tests;
