//! The format table.

use generator::{
    config::Config,
    model::{Time, TypeKind, signature},
};

use crate::check::{self, check};

check!(
    formats,
    r"
All:
  type: object
  properties:
    text: {type: string}
    email: {type: string, format: email}
    uri: {type: string, format: uri}
    decimal: {type: string, format: decimal}
    date_time: {type: string, format: date-time}
    date: {type: string, format: date}
    uuid: {type: string, format: uuid}
    byte: {type: string, format: byte}
    binary: {type: string, format: binary}
    int: {type: integer}
    int32: {type: integer, format: int32}
    int64: {type: integer, format: int64}
    uint8: {type: integer, format: uint8}
    odd: {type: integer, format: odd}
    uint32: {type: integer, format: u-int32}
    unix_time: {type: integer, format: unix-time}
    unix_fraction: {type: number, format: unixtime}
    duration: {type: string, format: duration}
    time: {type: string, format: time}
    ip: {type: string, format: ip}
    ipv4: {type: string, format: ipv4}
    ipv6: {type: string, format: ipv6}
    uuid4: {type: string, format: uuid4}
    dateTime: {type: string, format: dateTime}
    base64url: {type: string, format: base64url}
    int64_text: {type: string, format: int64}
    uint64_text: {type: string, format: uint64}
    int64_number: {type: number, format: int64}
    password: {type: string, format: password}
    only_uuid: {format: uuid}
    only_float: {format: float}
    only_email: {format: email}
    number: {type: number}
    float: {type: number, format: float}
    double: {type: number, format: double}
    flag: {type: boolean}
    formatted_flag: {type: boolean, format: yes-no}
"
);

check!(
    component_scalars_are_aliases,
    r"
Id: {type: string, format: uuid, description: An id.}
Ids: {type: array, items: {$ref: '#/components/schemas/Id'}}
MaybeId: {type: string, nullable: true}
Holder:
  type: object
  required: [id, maybe]
  properties:
    id: {$ref: '#/components/schemas/Id'}
    maybe: {$ref: '#/components/schemas/MaybeId'}
    ids: {$ref: '#/components/schemas/Ids'}
    maybes: {type: array, items: {$ref: '#/components/schemas/MaybeId'}}
"
);

check!(
    bounds_that_the_format_does_not_hold,
    r"
All:
  type: object
  properties:
    unsigned: {type: integer, minimum: 0, maximum: 18446744073709551615}
    rounded: {type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000}
    past_32: {type: integer, format: int32, maximum: 4294967295}
    past_8: {type: integer, format: int8, minimum: -200}
    held: {type: integer, format: int32, minimum: 0, maximum: 2147483647}
"
);

check!(
    lenient,
    r"
All:
  type: object
  properties:
    text: {type: string, x-sdk-lenient: true}
    whole: {type: integer, format: int32, x-sdk-lenient: true}
    number: {type: number, x-sdk-lenient: true}
    default: {type: integer, x-sdk-lenient: true, default: 3}
"
);

#[test]
fn the_library_of_times_is_chosen() {
    let body = "paths: {}\ncomponents: {schemas: {All: {type: object, properties: {\
                at: {type: string, format: date-time}, on: {type: string, format: date}, \
                since: {type: integer, format: unix-time}, for: {type: string, format: duration}}}}}";
    let document = format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{body}\n");
    let types = |time| {
        let config = Config { time, ..check::config() };
        let (api, _) = check::resolve_with(&document, &config);
        let fields = api.types.iter().flat_map(|def| match &def.kind {
            TypeKind::Struct(object) => object.fields.iter().map(|field| signature::owned(&api, &field.ty)).collect(),
            _ => Vec::new(),
        });
        fields.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(types(Time::Jiff), "jiff::Timestamp, jiff::civil::Date, jiff::Timestamp, jiff::SpanFieldwise");
    let utc = "chrono::DateTime<chrono::Utc>";
    assert_eq!(types(Time::Chrono), format!("{utc}, chrono::NaiveDate, {utc}, String"));
    assert_eq!(types(Time::String), "String, String, i64, String");
}
