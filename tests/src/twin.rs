//! The types of an API as a serde user would write them: what our tables are measured against.
//!
//! Made from the same [`ir`](enkash_gen::ir) and [`names`](enkash_gen::names) as the generated types, so that the
//! two cannot drift apart. It is serde at its fastest: enums are closed, secrets plain text, and nothing but lists of
//! unlisted members uses `flatten`. Deliberately absent: parameters and the cases of several answers, which no
//! derive could write or read.

use std::fmt::Write as _;

use enkash_gen::{
    ir::{Api, EnumDef, Field, IntWidth, Location, Shape, Slot, StructDef, TypeDef, TypeKind},
    names::{Names, TypeNames},
};

/// What stands above each definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twin {
    /// `Clone`, `Debug`, `Serialize` and `Deserialize`: what a generated type has as well.
    Derived,
    /// Nothing: what the definitions alone cost the compiler.
    Bare,
}

impl Twin {
    /// Prints the types of an API as one file.
    pub fn print(self, api: &Api, names: &Names) -> String {
        let mut printer = Printer { twin: self, names, text: String::new() };
        for (def, names) in api.types.iter().zip(&names.types) {
            printer.definition(def, names);
        }
        let mut out = HEADER.to_owned();
        if printer.text.contains("BTreeMap<") {
            out.push_str("use std::collections::BTreeMap;\n");
        }
        if self == Self::Derived {
            out.push_str("\nuse serde::{Deserialize, Deserializer, Serialize};\n");
        }
        out.push_str(&printer.text);
        if self == Self::Derived {
            out.push_str(PRESENT);
        }
        out
    }
}

const HEADER: &str = "\
//! Printed by `src/twin.rs` from the same document as the generated types beside it.

";

/// Tells `null` from a missing member, as `Nullable` does.
const PRESENT: &str = "
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
";

struct Printer<'a> {
    twin: Twin,
    names: &'a Names,
    text: String,
}

impl Printer<'_> {
    fn definition(&mut self, def: &TypeDef, names: &TypeNames) {
        match &def.kind {
            TypeKind::Struct(inner) if inner.fields.iter().all(|field| field.location == Location::Body) => {
                self.structure(inner, names);
            }
            TypeKind::Enum(inner) => self.enumeration(inner, names),
            TypeKind::Struct(_)
            | TypeKind::Union(_)
            | TypeKind::Cases(_)
            | TypeKind::Alias(_)
            | TypeKind::Unsupported(_) => {}
        }
    }

    fn head(&mut self, keyword: &str, ident: &str) {
        self.text.push('\n');
        if self.twin == Twin::Derived {
            self.text.push_str("#[derive(Clone, Debug, Serialize, Deserialize)]\n");
        }
        _ = writeln!(self.text, "pub {keyword} {ident} {{");
    }

    fn structure(&mut self, inner: &StructDef, names: &TypeNames) {
        self.head("struct", &names.ident);
        for (field, name) in inner.fields.iter().zip(&names.members) {
            self.docs(field);
            let attributes = self.attributes(field, name);
            if !attributes.is_empty() {
                _ = writeln!(self.text, "    #[serde({})]", attributes.join(", "));
            }
            _ = writeln!(self.text, "    pub {name}: {},", self.field(field));
        }
        if let Some(rest) = &inner.rest {
            if self.twin == Twin::Derived {
                self.text.push_str("    #[serde(flatten)]\n");
            }
            _ = writeln!(self.text, "    pub {}: BTreeMap<String, {}>,", names.rest, self.slot(rest));
        }
        self.text.push_str("}\n");
    }

    fn enumeration(&mut self, inner: &EnumDef, names: &TypeNames) {
        self.head("enum", &names.ident);
        for (choice, name) in inner.choices.iter().zip(&names.members) {
            if self.twin == Twin::Derived {
                _ = writeln!(self.text, "    #[serde(rename = {:?})]", choice.wire_value.to_string());
            }
            _ = writeln!(self.text, "    {name},");
        }
        self.text.push_str("}\n");
    }

    fn docs(&mut self, field: &Field) {
        let line =
            field.description.as_deref().and_then(|text| text.lines().next()).unwrap_or(&field.wire_name);
        _ = writeln!(self.text, "    /// {}", line.trim());
    }

    fn attributes(&self, field: &Field, name: &str) -> Vec<String> {
        let mut attributes = Vec::new();
        if self.twin == Twin::Bare {
            return attributes;
        }
        if field.wire_name != name {
            attributes.push(format!("rename = {:?}", field.wire_name));
        }
        if !field.required {
            if nullable(&field.slot) {
                attributes.push("default".to_owned());
                attributes.push("deserialize_with = \"present\"".to_owned());
            }
            attributes.push("skip_serializing_if = \"Option::is_none\"".to_owned());
        }
        attributes
    }

    fn field(&self, field: &Field) -> String {
        let ty = self.slot(&field.slot);
        if field.required { ty } else { format!("Option<{ty}>") }
    }

    fn slot(&self, slot: &Slot) -> String {
        let ty = self.shape(&slot.shape);
        if nullable(slot) { format!("Option<{ty}>") } else { ty }
    }

    fn shape(&self, shape: &Shape) -> String {
        let plain = match shape {
            Shape::Bool => "bool",
            Shape::Int(IntWidth::I32) => "i32",
            Shape::Int(IntWidth::I64) => "i64",
            Shape::Int(IntWidth::U32) => "u32",
            Shape::Int(IntWidth::U64) => "u64",
            Shape::Float => "f64",
            Shape::Text | Shape::Secret | Shape::Format(_) | Shape::Binary | Shape::File => "String",
            Shape::Any
            | Shape::Bytes
            | Shape::Events(_)
            | Shape::Lines(_)
            | Shape::Inline(_)
            | Shape::Unsupported(_) => "serde_json::Value",
            Shape::List(item) => return format!("Vec<{}>", self.slot(item)),
            Shape::Map(item) => return format!("BTreeMap<String, {}>", self.slot(item)),
            Shape::Named { id, boxed } => {
                let ident = &self.names.ty(*id).ident;
                return if *boxed { format!("Box<{ident}>") } else { ident.clone() };
            }
        };
        plain.to_owned()
    }
}

/// `null` is a JSON value like any other, and needs no `Option`.
fn nullable(slot: &Slot) -> bool {
    slot.nullable && slot.shape != Shape::Any
}
