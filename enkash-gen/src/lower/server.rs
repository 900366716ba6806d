//! The servers of the document.

use super::{context::Context, extension};
use crate::{
    ir::Server,
    load::{Node, typed},
    report::Code,
};

/// Lowers the servers whose address is complete; a caller names any other by hand.
pub(super) fn lower_servers<'d>(cx: &mut Context<'d, '_>, root: &Node<'d>) {
    for node in root.get("servers").iter().flat_map(Node::items) {
        extension::check_extensions(cx, &node, extension::Noun::Server);
        let Some(typed) = cx.keep(typed::server(&node)) else { continue };
        if typed.url.contains('{') || !typed.url.contains("://") {
            let message = format!("the server `{}` is no complete address", typed.url);
            cx.unsupported(&node, Code::UnsupportedServer, message);
            continue;
        }
        cx.api.servers.push(Server {
            wire_name: extension::text(&typed.extensions, "x-name").map(str::to_owned),
            url: typed.url,
            description: typed.description,
        });
    }
}
