use enkash_api::Secret;

fn same(left: &Secret, right: &Secret) -> bool {
    left == right //~ wrong
}

fn main() {
    let _ = same;
}
