//! A whole API.

use super::{
    Alias, Group, Operation, OwnServer, Scheme, Server, Shape, Skipped, Slot, TypeDef, TypeId, TypeKind,
    Webhook,
};

/// Everything that is generated from one document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`, in CommonMark.
    pub description: Option<String>,
    /// A digest of the description; two clients with the same digest speak the same API.
    pub digest: String,
    /// The servers that the document names, in its order.
    pub servers: Vec<Server>,
    /// The servers that some operations have to themselves.
    pub own_servers: Vec<OwnServer>,
    /// The security schemes that an operation may ask for.
    pub schemes: Vec<Scheme>,
    /// The operations in the order of the document.
    pub operations: Vec<Operation>,
    /// The operations that were left out, each under a diagnostic.
    pub skipped: Vec<Skipped>,
    /// What the server sends on its own.
    pub webhooks: Vec<Webhook>,
    /// Operations that belong together, for a layout by tags; without one there are none.
    pub groups: Vec<Group>,
    /// The named types; a [`TypeId`] is an index into them.
    pub types: Vec<TypeDef>,
}

impl Api {
    /// The type behind an id.
    pub fn ty(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0]
    }

    /// The struct behind the id of one of its names; any other id is its own.
    pub fn behind(&self, id: TypeId) -> TypeId {
        match &self.ty(id).kind {
            TypeKind::Alias(Alias { of: Slot { shape: Shape::Named { id, .. }, .. }, .. }) => *id,
            _ => id,
        }
    }

    /// Adds a type and returns its id.
    pub fn add(&mut self, def: TypeDef) -> TypeId {
        self.types.push(def);
        TypeId(self.types.len() - 1)
    }

    /// Whether a shape is a named type of this kind.
    pub fn is_enum(&self, shape: &Shape) -> bool {
        matches!(shape, Shape::Named { id, .. } if matches!(self.ty(*id).kind, TypeKind::Enum(_)))
    }

    /// Visits every slot of every type and operation, for a pass that rewrites shapes.
    pub fn each_slot_mut(&mut self, visit: &mut dyn FnMut(&mut Slot)) {
        for def in &mut self.types {
            def.each_slot_mut(visit);
        }
        for operation in &mut self.operations {
            operation.each_slot_mut(visit);
        }
        for slot in self.webhooks.iter_mut().filter_map(|webhook| webhook.body.as_mut()) {
            slot.each_mut(visit);
        }
    }
}
