//! What every part of the lowering shares: the document, the report, and the types found so far.

use std::{
    collections::{HashMap, VecDeque},
    rc::Rc,
    sync::Arc,
};

use super::{family::Kinds, mapping::Mapping};
use crate::{
    ir::{Api, NameHint, Shape, Slot, TypeDef, TypeId, TypeKind, Usage},
    load::{Document, Node, typed},
    report::{Code, Diagnostic, Pointer, Report},
};

pub(super) struct Context<'d, 'r> {
    pub(super) document: &'d Document,
    pub(super) report: &'r mut Report,
    pub(super) api: Api,
    /// The operation that is being lowered, for diagnostics.
    pub(super) operation: Option<Label>,
    /// Every security scheme by its key.
    pub(super) schemes: HashMap<String, super::security::Found>,
    /// Every `operationId`, also of operations that were left out, and whose it is.
    pub(super) ids: HashMap<String, String>,
    /// Every schema that a `$ref` has led to.
    pub(super) components: HashMap<Pointer, Component>,
    /// Where each reference that was followed ends. Most targets are referred to many times.
    targets: HashMap<&'d str, Node<'d>>,
    /// How many schemas are being lowered within each other.
    pub(super) depth: usize,
    /// Schemas that have a name, and are to be lowered once there is room on the stack.
    pub(super) deferred: VecDeque<Node<'d>>,
    /// Which schemas include which by `allOf`, once somebody has asked.
    pub(super) kinds: Option<Kinds<'d>>,
    /// The discriminators that have been read, by their schemas.
    pub(super) mappings: HashMap<Pointer, Option<Rc<Mapping<'d>>>>,
    /// Whether a schema that is part of others can be read.
    checked: HashMap<Pointer, Result<(), Code>>,
    /// The members that are being put together, from the outermost in.
    pub(super) meeting: Vec<[Pointer; 2]>,
}

/// What an operation is called, in diagnostics and in the names of its types.
pub(super) struct Label {
    text: Arc<str>,
    pub(super) hint: NameHint,
}

impl Label {
    pub(super) fn new(text: String) -> Self {
        Self { hint: NameHint::new(&text), text: text.into() }
    }
}

/// How far a component has come.
#[derive(Clone)]
pub(super) enum Component {
    /// It is being lowered; an object has reserved its id, so that it can be part of itself.
    Open(Option<TypeId>),
    /// It is done.
    Done(Slot),
}

impl<'d, 'r> Context<'d, 'r> {
    pub(super) fn new(document: &'d Document, report: &'r mut Report) -> Self {
        Self {
            document,
            report,
            api: Api::default(),
            operation: None,
            schemes: HashMap::new(),
            ids: HashMap::new(),
            components: HashMap::new(),
            targets: HashMap::new(),
            depth: 0,
            deferred: VecDeque::new(),
            kinds: None,
            mappings: HashMap::new(),
            checked: HashMap::new(),
            meeting: Vec::new(),
        }
    }

    /// Reports something, naming the operation at hand.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.report.push(match &self.operation {
            Some(operation) if diagnostic.operation.is_none() => diagnostic.operation(operation.text.clone()),
            _ => diagnostic,
        });
    }

    /// What the names of the types of the operation at hand start with.
    pub(super) fn operation_hint(&self) -> NameHint {
        self.operation.as_ref().map_or_else(|| NameHint::new(""), |label| label.hint.clone())
    }

    /// Takes the value, or reports and gives nothing.
    pub(super) fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.push(diagnostic)).ok()
    }

    /// Follows a reference as [`Document::resolve`] does; only its failures depend on where it stands.
    pub(super) fn target(&mut self, node: &Node<'d>) -> Result<Node<'d>, Diagnostic> {
        let Some(reference) = node.reference() else { return self.document.resolve(node) };
        if let Some(target) = self.targets.get(reference) {
            return Ok(target.clone());
        }
        let target = self.document.resolve(node)?;
        self.targets.insert(reference, target.clone());
        Ok(target)
    }

    /// Follows a reference; gives the code of what was reported if it leads nowhere.
    pub(super) fn resolve(&mut self, node: &Node<'d>) -> Result<Node<'d>, Code> {
        self.target(node).map_err(|diagnostic| {
            let code = diagnostic.code;
            self.push(diagnostic);
            code
        })
    }

    /// Checks a schema, once however many others it is part of.
    pub(super) fn check_schema(&mut self, node: &Node<'d>) -> Result<(), Code> {
        if let Some(known) = self.checked.get(node.pointer()) {
            return *known;
        }
        let checked = typed::schema(node).map(drop).map_err(|diagnostic| {
            let code = diagnostic.code;
            self.push(diagnostic);
            code
        });
        self.checked.insert(node.pointer().clone(), checked);
        checked
    }

    /// Reports why there is nothing.
    pub(super) fn lose<T>(&mut self, reason: Diagnostic) -> Option<T> {
        self.push(reason);
        None
    }

    /// Reports a diagnostic, and gives the shape that stands for what it is about.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) -> Slot {
        let code = diagnostic.code;
        self.push(diagnostic);
        Slot::of(Shape::Unsupported(code))
    }

    /// Reserves the id of a component that is an object, before its members are looked at. It has one id, even if it
    /// has been found to be part of itself before.
    pub(super) fn reserve(&mut self, component: &Pointer, node: &Node<'d>, hint: &NameHint) -> TypeId {
        if let Some(Component::Open(Some(id))) = self.components.get(component) {
            return *id;
        }
        let id = self.api.add(TypeDef {
            hint: hint.clone(),
            kind: TypeKind::Unsupported(Code::RefCycle),
            description: None,
            deprecated: false,
            usage: Usage::default(),
            received_as: None,
            origin: node.origin(),
        });
        self.components.insert(component.clone(), Component::Open(Some(id)));
        id
    }

    /// The shape of a definition: a named type if it is a component, else a type still without a name.
    pub(super) fn define(&mut self, component: Option<&Pointer>, def: TypeDef) -> Shape {
        match component.map(|pointer| self.components.get(pointer)) {
            Some(Some(Component::Open(Some(id)))) => {
                let id = *id;
                self.api.types[id.0] = def;
                Shape::named(id)
            }
            Some(_) => Shape::named(self.api.add(def)),
            None => Shape::Inline(Box::new(def)),
        }
    }
}
