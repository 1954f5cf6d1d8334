//! The JSON Schema of an archive (draft 2020-12), made from the types that write and read it.

use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, ToSchema};

use super::form::Archive;

/// Where utoipa's references point, and where a schema that stands alone has what they name.
const IN_OPENAPI: &str = "#/components/schemas/";
const IN_SCHEMA: &str = "#/$defs/";

/// The schema as JSON.
pub fn archive_schema() -> Value {
    let mut named = Vec::new();
    Archive::schemas(&mut named);
    let named =
        named.into_iter().filter_map(|(name, schema)| Some((name, serde_json::to_value(schema).ok()?)));
    let mut named: Map<String, Value> = named.collect();
    let apart = named.clone();
    named.values_mut().for_each(|schema| adapt(schema, &apart));
    let mut whole = serde_json::to_value(Archive::schema()).unwrap_or_default();
    adapt(&mut whole, &apart);
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("title".into(), json!("An archive of a session of Plenum"));
        fields.insert("$defs".into(), Value::Object(named));
    }
    whole
}

/// Turns what is written for an OpenAPI description into what stands alone.
fn adapt(value: &mut Value, named: &Map<String, Value>) {
    match value {
        Value::Object(fields) => {
            // It helps those who read OpenAPI alone, and its references are no schemas.
            fields.remove("discriminator");
            if let Some(one) =
                fields.get("allOf").and_then(Value::as_array).and_then(|all| as_one(all, named))
            {
                fields.remove("allOf");
                fields.extend(one);
            }
            for (name, field) in fields.iter_mut() {
                match field {
                    Value::String(reference) if name == "$ref" => {
                        *reference = reference.replace(IN_OPENAPI, IN_SCHEMA);
                    }
                    field => adapt(field, named),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| adapt(item, named)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Objects that are parts of one, as that one: a part that allows no fields but its own would refuse those of the others.
/// None where a part is no object with fields.
fn as_one(parts: &[Value], named: &Map<String, Value>) -> Option<Map<String, Value>> {
    let mut one = Map::new();
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in parts {
        let reference =
            part.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix(IN_OPENAPI));
        let part = reference.map_or(Some(part), |name| named.get(name))?;
        properties.extend(part.get("properties")?.as_object()?.clone());
        required.extend(part.get("required").and_then(Value::as_array).cloned().unwrap_or_default());
        if let Some(others) = part.get("additionalProperties") {
            one.insert("additionalProperties".into(), others.clone());
        }
    }
    one.insert("type".into(), json!("object"));
    one.insert("properties".into(), Value::Object(properties));
    one.insert("required".into(), Value::Array(required));
    Some(one)
}
