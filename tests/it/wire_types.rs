//! The pages' TypeScript types are those of the Rust types.

use std::collections::BTreeMap;
use std::path::Path;

use plenum::http::wire::{ClientMessage, ServerMessage};
use plenum::import::{Look, Wanted};
use plenum::plan_file::Problem;
use plenum::session::{Plan, Regrouping};
use ts_rs::{Config, TS, TypeVisitor};

const FILE: &str = "web/src/shared/wire.ts";

struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found.insert(name, format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn declarations() -> String {
    let config = Config::default();
    let mut all = Declarations { config: &config, found: BTreeMap::new() };
    all.visit::<ClientMessage>();
    all.visit::<ServerMessage>();
    all.visit::<Plan>();
    all.visit::<Problem>();
    all.visit::<Regrouping>();
    all.visit::<Look>();
    all.visit::<Wanted>();
    let head =
        "// Made from the Rust types; `UPDATE_TYPES=1 cargo test --test it wire_types` writes it anew.\n";
    let body: Vec<String> = all.found.into_values().collect();
    format!("{head}\n{}\n", body.join("\n\n"))
}

#[test]
fn the_types_of_the_pages_are_those_of_the_server() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let made = declarations();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, &made).expect("the file of types can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{FILE} differs from the Rust types; write it anew with UPDATE_TYPES=1");
}
