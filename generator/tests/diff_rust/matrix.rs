//! One test for each row of the matrix (issue 5): one edit, and the level that it asks for.

use generator::diff::Bump::{self, Major, Minor, None, Patch};

use crate::pair::{changes, edited, level, lines, notes};

/// The edit, its level, the lines that must be among those told (by their beginning), and what the notes must say.
#[track_caller]
fn row(edits: &[(&str, &str)], expected: Bump, told: &[&str], note: &str) {
    let (old, new) = (edited(&[]), edited(edits));
    let found = changes(&old, &new);
    let all = lines(&found);
    assert_eq!(level(&found), expected, "{all:#?}");
    for line in told {
        assert!(all.iter().any(|found| found.starts_with(line)), "{line} is not among {all:#?}");
    }
    assert!(notes(&found).contains(note), "{note:?} is not in {:?}", notes(&found));
    if note.is_empty() {
        assert_eq!(notes(&found), "", "{all:#?}");
    }
    // Nobody is told of more than there is: the way back is told too, and nothing is told of nothing.
    assert_eq!(lines(&changes(&new, &new)), [""; 0]);
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident: [$(($from:literal, $to:literal)),* $(,)?] => $level:ident [$($line:literal),* $(,)?] $note:literal;)*) => { $(
        $(#[$doc])*
        #[test]
        fn $name() {
            row(&[$(($from, $to)),*], $level, &[$($line),*], $note);
        }
    )* };
}

rows! {
    nothing: [] => None [] "";
    operation_added: [("    put:", "    delete: {operationId: deletePet, tags: [pets], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: x}}}\n    put:")]
        => Minor ["minor method resources::pets::Pets::delete | - -> pub fn delete(&self, id: &str) -> op::Delete"] "";
    operation_id_renamed: [("getPet", "fetchPet")]
        => Major ["major method resources::pets::Pets::get => resources::pets::Pets::fetch", "major struct resources::pets::op::Get => resources::pets::op::Fetch"] "";
    tag_changed: [("operationId: getPet\n      tags: [pets]", "operationId: getPet\n      tags: [animals]")]
        => Major ["major method resources::pets::Pets::get => resources::animals::Animals::get_pet"] "";
    path_changed_with_the_same_operation_id: [("/pets/{id}", "/animals/{id}")]
        => Patch ["patch method resources::pets::Pets::get | pub fn get(&self, id: &str, from: &str, to: &str) -> op::Get // path /pets/{} ->"] "";
    path_parameter_renamed: [("/pets/{id}", "/pets/{pet}"), ("name: id, in: path", "name: pet, in: path"), ("[{name: id, in: path", "[{name: pet, in: path")]
        => Patch ["patch method resources::pets::Pets::get"] "";
    required_parameter_added: [("        - {name: limit", "        - {name: zone, in: query, required: true, schema: {type: string}}\n        - {name: limit")]
        => Major ["major method resources::pets::Pets::get"] "";
    optional_parameter_added: [("        - {name: limit", "        - {name: zone, in: query, schema: {type: string}}\n        - {name: limit")]
        => Minor ["minor method resources::pets::op::Get::zone | - -> pub fn zone(self, zone: &str) -> Self"] "";
    parameter_removed: [("        - {name: limit, in: query, schema: {type: integer, format: int32, default: 20}}\n", "")]
        => Major ["major method resources::pets::op::Get::limit | pub fn limit(self, limit: i32) -> Self -> -"] "";
    parameter_order_changed: [
        ("        - {name: from, in: query, required: true, schema: {type: string}}\n        - {name: to, in: query, required: true, schema: {type: string}}\n",
         "        - {name: to, in: query, required: true, schema: {type: string}}\n        - {name: from, in: query, required: true, schema: {type: string}}\n")]
        => None [] "";
    parameter_becomes_required: [("{name: limit, in: query,", "{name: limit, in: query, required: true,")]
        => Major ["major method resources::pets::Pets::get", "major method resources::pets::op::Get::limit |"] "";
    parameter_becomes_optional: [("{name: to, in: query, required: true,", "{name: to, in: query,")]
        => Major ["major method resources::pets::Pets::get", "minor method resources::pets::op::Get::to |"] "";
    parameter_moved: [("{name: limit, in: query,", "{name: limit, in: header,")]
        => Patch ["patch method resources::pets::op::Get::limit | pub fn limit(self, limit: i32) -> Self // sent in query formexplode -> pub fn limit(self, limit: i32) -> Self // sent in header simple"] "";
    parameter_style_changed: [("{name: tags, in: query,", "{name: tags, in: query, style: pipeDelimited, explode: false,")]
        => Patch ["patch method resources::pets::op::Get::tags |"] "";
    parameter_default_changed: [("default: 20", "default: 50")]
        => Patch ["patch method resources::pets::op::Get::limit |"] "left out, it means `50` to the server, no longer `20`";
    /// The compiler is content when one required text replaces another.
    parameter_replaced_by_one_of_its_type: [("{name: from, in: query", "{name: since, in: query")]
        => Patch ["patch method resources::pets::Pets::get"] "argument 2 was `from` and is now `since`, both `&str`: calls still compile";
    /// Arguments stand in the order of wire names: a new name moves them.
    parameters_of_one_type_change_places: [("{name: from, in: query", "{name: zero, in: query")]
        => Patch ["patch method resources::pets::Pets::get"] "argument 2 was `from` and is now `to`, both `&str`: calls still compile; argument 3 was `to` and is now `zero`";
    required_property_added_to_a_request: [("required: [name]", "required: [name, nick]")]
        => Major ["major method types::NewPet::new", "major field types::NewPet::nick", "major method types::NewPet::nick"] "";
    required_property_with_a_default_added: [("        nick: {type: string}\n", "        nick: {type: string}\n        age: {type: integer, default: 1}\n"), ("required: [name]", "required: [name, age]")]
        => Minor ["minor field types::NewPet::age", "minor method types::NewPet::age"] "";
    optional_property_added_to_a_request: [("        nick: {type: string}\n", "        nick: {type: string}\n        age: {type: integer}\n")]
        => Minor ["minor field types::NewPet::age", "minor method types::NewPet::age"] "";
    property_removed_from_a_request: [("        nick: {type: string}\n", "")]
        => Major ["major field types::NewPet::nick", "major method types::NewPet::nick"] "";
    property_of_a_request_becomes_optional: [("      required: [name]\n", "")]
        => Major ["major field types::NewPet::name", "major method types::NewPet::new", "minor impl types::NewPet | - -> impl Default for NewPet"] "";
    optional_property_added_to_an_answer: [("        note: {type: string}\n", "        note: {type: string}\n        age: {type: integer}\n")]
        => Minor ["minor field types::Pet::age | - -> pub age: Option<i64>"] "";
    /// `new` of a received type takes what is required, for tests and servers: the matrix says minor, the crate says major.
    required_property_added_to_an_answer: [("        note: {type: string}\n", "        note: {type: string}\n        age: {type: integer}\n"), ("required: [id, kind]", "required: [id, kind, age]")]
        => Major ["minor field types::Pet::age | - -> pub age: i64", "major method types::Pet::new"] "";
    property_removed_from_an_answer: [("        note: {type: string}\n", "")]
        => Major ["major field types::Pet::note"] "";
    property_of_an_answer_becomes_required: [("required: [id, kind]", "required: [id, kind, note]")]
        => Major ["major field types::Pet::note | pub note: Option<String> -> pub note: String"] "";
    property_of_an_answer_becomes_optional: [("required: [id, kind]", "required: [kind]")]
        => Major ["major field types::Pet::id | pub id: String -> pub id: Option<String>"] "";
    required_property_becomes_nullable: [("        id: {type: string}", "        id: {type: string, nullable: true}")]
        => Major ["major field types::Pet::id | pub id: String -> pub id: Option<String>"] "";
    /// What is received is one `Option` whether it may be absent or null: nothing changes.
    optional_property_of_an_answer_becomes_nullable: [("        note: {type: string}", "        note: {type: string, nullable: true}")]
        => None [] "";
    optional_property_of_a_request_becomes_nullable: [("        nick: {type: string}", "        nick: {type: string, nullable: true}")]
        => Major ["major field types::NewPet::nick | pub nick: Option<String> -> pub nick: Nullable<String>", "minor import Nullable"] "";
    /// `Option<T>` both times: the type does not tell `absent` from `null`.
    optional_becomes_required_and_nullable: [("        weight: {type: integer}", "        weight: {type: integer, nullable: true}"), ("required: [name]", "required: [name, weight]")]
        => Major ["major method types::NewPet::new", "patch field types::NewPet::weight"] "the type is the same, but the property was optional and is nullable";
    enum_value_added: [("enum: [cat, dog, fox]", "enum: [cat, dog, fox, bird]")]
        => Minor ["minor variant types::Kind::Bird | - -> Bird"] "the value \"bird\" that came as `Unknown(..)` now comes as `Bird`";
    /// Emitted closed enums are `#[non_exhaustive]` too.
    value_of_a_closed_enum_added: [("enum: [red, blue]", "enum: [red, blue, green]")]
        => Minor ["minor variant types::Color::Green"] "could not be read is now read as `Green`";
    enum_value_removed: [("enum: [cat, dog, fox]", "enum: [cat, fox]")]
        => Major ["major variant types::Kind::Dog | Dog -> -"] "";
    enum_closed: [("enum: [cat, dog, fox]}", "enum: [cat, dog, fox], x-sdk-open: false}")]
        => Major ["major variant types::Kind::Unknown", "major method types::Kind::as_str", "major impl types::Kind | impl From<&str> for Kind -> -"] "";
    text_becomes_an_enum: [("        note: {type: string}", "        note: {type: string, enum: [a, b]}")]
        => Major ["major field types::Pet::note"] "";
    enum_becomes_text: [("Kind: {type: string, enum: [cat, dog, fox]}", "Kind: {type: string}")]
        => Major ["major alias types::Kind"] "";
    type_widened: [("        size: {type: integer, format: int32}", "        size: {type: integer, format: int64}")]
        => Major ["major field types::Pet::size | pub size: Option<i32> -> pub size: Option<i64>"] "";
    type_narrowed: [("        weight: {type: integer}", "        weight: {type: integer, format: int32}")]
        => Major ["major field types::NewPet::weight | pub weight: Option<i64> -> pub weight: Option<i32>"] "";
    format_changed_within_a_type: [("        nick: {type: string}", "        nick: {type: string, format: email}")]
        => None [] "";
    format_changed_to_another_type: [("        note: {type: string}", "        note: {type: string, format: date-time}")]
        => Major ["major field types::Pet::note | pub note: Option<String> -> pub note: Option<jiff::Timestamp>", "minor import jiff"] "";
    constraint_tightened: [("maxLength: 20", "maxLength: 10")] => Patch [] "";
    constraint_loosened: [("maxLength: 20", "maxLength: 90")] => Patch [] "";
    alternative_added: [("{$ref: '#/components/schemas/Fish'}]", "{$ref: '#/components/schemas/Fish'}, {type: string}]")]
        => Minor ["minor variant types::Food::", "minor impl types::Food | - -> impl From<String> for Food"] "now comes as";
    alternative_replaced: [("{$ref: '#/components/schemas/Meat'}, ", "{type: string}, ")]
        => Major ["major variant types::Food::Meat"] "what came as `Unknown(..)` now comes as `Text`";
    /// Those with a different number of required keys are tried the most demanding first; these two in the spec's order.
    alternatives_in_another_order: [("[{$ref: '#/components/schemas/Meat'}, {$ref: '#/components/schemas/Fish'}]", "[{$ref: '#/components/schemas/Fish'}, {$ref: '#/components/schemas/Meat'}]")]
        => Patch ["patch enum types::Food"] "variants are tried in another order";
    additional_properties_typed: [("    Problem: {type: object,", "    Problem: {type: object, additionalProperties: {type: string},")]
        => Minor ["minor field types::Problem::additional"] "";
    success_status_with_another_body_added: [("        '404':", "        '202': {description: later}\n        '404':")]
        => Major ["major impl resources::pets::op::Get"] "";
    error_status_with_a_known_body_added: [("        '404':", "        '409': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}\n        '404':")]
        => Patch ["patch method resources::pets::Pets::get"] "the body of an error is";
    /// The type stays, used by nobody, and is then read and written.
    error_status_removed: [("        '404': {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}\n", "")]
        => Minor ["patch method resources::pets::Pets::get", "minor impl types::Problem | - -> impl Serialize for Problem"] "the body of an error is nothing";
    request_media_type_changed: [("requestBody: {required: true, content: {application/json:", "requestBody: {required: true, content: {application/merge-patch+json:")]
        => Patch ["patch method resources::pets::Pets::put"] "";
    request_body_becomes_optional: [("requestBody: {required: true,", "requestBody: {")]
        => Major ["major method resources::pets::Pets::put"] "";
    response_media_type_becomes_text: [("'200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}", "'200': {description: it, content: {text/plain: {schema: {type: string}}}}")]
        => Major ["major impl resources::pets::op::Get | impl IntoFuture for op::Get -> Result<Pet, Error> -> impl IntoFuture for op::Get -> Result<String, Error>"] "";
    security_added: [("components:\n", "security: [{key: []}]\ncomponents:\n  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n")]
        => Major ["major method Client::new", "minor method ClientBuilder::key"] "calls need `header X-Key`, no longer `nothing`";
    server_changed: [("https://a.test", "https://b.test")]
        => Patch ["patch method ClientBuilder::build"] "without a setting calls go to `https://b.test`, no longer to `https://a.test`";
    operation_deprecated: [("operationId: getPet", "operationId: getPet\n      deprecated: true")]
        => Minor ["minor method resources::pets::Pets::get | pub fn get(&self, id: &str, from: &str, to: &str) -> op::Get -> #[deprecated] pub fn"] "";
    property_with_a_setter_deprecated: [("        nick: {type: string}", "        nick: {type: string, deprecated: true}")]
        => Minor ["minor method types::NewPet::nick"] "";
    /// The compiler knows nothing of it: the field has no `#[deprecated]`, only words.
    required_property_deprecated: [("        id: {type: string}", "        id: {type: string, deprecated: true}")] => Patch [] "";
    schema_order_changed: [
        ("    Meat: {type: object, required: [cut], properties: {cut: {type: string}}}\n", ""),
        ("    Problem:", "    Meat: {type: object, required: [cut], properties: {cut: {type: string}}}\n    Problem:")]
        => None [] "";
    /// A struct is never `Eq` nor `Hash`, so that a number takes nothing away.
    number_added: [("        size: {type: integer, format: int32}", "        size: {type: integer, format: int32}\n        score: {type: number}")]
        => Minor ["minor field types::Pet::score"] "";
    recursion_introduced: [("        note: {type: string}", "        note: {$ref: '#/components/schemas/Pet'}")]
        => Major ["major field types::Pet::note | pub note: Option<String> -> pub note: Option<Box<Pet>>"] "";
    description_changed: [("operationId: getPet", "operationId: getPet\n      description: Gives it.")] => Patch [] "";
    document_version_changed: [("version: '1'", "version: '2'")] => None [] "";
    /// The same name and type in Rust by `x-sdk-name`, another key.
    wire_name_changed: [("        nick: {type: string}", "        nick_name: {type: string, x-sdk-name: nick}")]
        => Patch ["patch field types::NewPet::nick"] "the same name in Rust is `nick_name` on the wire, no longer `nick`";
    /// Both are `jiff::Timestamp`, one a text and one a number.
    codec_changed: [("        note: {type: string}", "        note: {type: string}\n        at: {type: string, format: date-time}")]
        => Minor ["minor field types::Pet::at"] "";
    secret: [("        nick: {type: string}", "        nick: {type: string, format: password}")]
        => Patch ["patch field types::NewPet::nick"] "`Debug` hides it now";
}
