//! `oneOf` and `anyOf`.

use crate::check::check;

const PETS: &str = r"
Dog: {type: object, required: [kind, bark], properties: {kind: {type: string, enum: [dog]}, bark: {type: string}}}
Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat, lion]}, purr: {type: boolean}}}
";

fn with_pets(schemas: &str) -> String {
    format!("{}\n{}", PETS.trim_end(), schemas.trim_matches('\n'))
}

check!(
    variants_are_named_by_the_wire_where_that_is_shorter,
    r"
PetCat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}}}
PetDog: {type: object, required: [kind], properties: {kind: {type: string, enum: [big.dog]}}}
PetFowl: {type: object, required: [kind], properties: {kind: {type: string, enum: [hen, duck]}}}
PetNewt: {type: object, required: [kind], properties: {kind: {type: string, enum: ['2']}}}
Elk: {type: object, required: [kind], properties: {kind: {type: string, enum: [com.example.Elk]}}}
Pet: {oneOf: [{$ref: '#/components/schemas/PetCat'}, {$ref: '#/components/schemas/PetDog'}, {$ref: '#/components/schemas/PetFowl'}, {$ref: '#/components/schemas/PetNewt'}, {$ref: '#/components/schemas/Elk'}]}
"
);

check!(
    discriminator_with_mapping,
    r"
Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}
Cat: {type: object, properties: {purr: {type: boolean}}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
  discriminator:
    propertyName: kind
    mapping: {dog: '#/components/schemas/Dog', puppy: Dog, cat: '#/components/schemas/Cat', cow: '#/components/schemas/Cow'}
"
);

check!(
    discriminator_without_mapping,
    &with_pets(
        r"
Pet:
  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]
  discriminator: {propertyName: kind}
Plain:
  oneOf: [{$ref: '#/components/schemas/Apple'}, {$ref: '#/components/schemas/Pear'}]
  discriminator: {propertyName: fruit}
Apple: {type: object, properties: {size: {type: integer}}}
Pear: {type: object, properties: {size: {type: integer}}}
"
    )
);

check!(
    implied_discriminator,
    &with_pets(
        r"
Pet: {oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]}
"
    )
);

check!(
    unusable_discriminator,
    r"
Mixed:
  oneOf: [{type: string}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind}
Dog: {type: object, required: [bark], properties: {bark: {type: string}}}
"
);

check!(
    told_by_shape,
    r"
Small: {type: object, required: [a], properties: {a: {type: string}}}
Large: {type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}
Any:
  anyOf:
    - {type: string}
    - {$ref: '#/components/schemas/Small'}
    - {$ref: '#/components/schemas/Large'}
    - {type: number}
    - {type: integer}
    - {type: array, items: {type: string}}
    - {type: string, format: date-time}
"
);

check!(
    inline_variants_are_named,
    r"
Input:
  oneOf:
    - {title: By address, type: object, required: [street], properties: {street: {type: string}}}
    - {type: object, required: [lat, lon], properties: {lat: {type: number}, lon: {type: number}}}
    - {type: string, enum: [here]}
    - {type: object, additionalProperties: {type: string}}
    - {type: array, items: {type: object, properties: {x: {type: integer}}}}
"
);

check!(
    null_options,
    r"
Maybe: {oneOf: [{type: string}, {type: 'null'}]}
MaybeEnum: {anyOf: [{$ref: '#/components/schemas/Color'}, {nullable: true, enum: [null]}]}
Color: {type: string, enum: [red]}
Both: {oneOf: [{type: string}, {type: integer}], nullable: true}
Holder:
  type: object
  required: [a, b, c]
  properties:
    a: {$ref: '#/components/schemas/Maybe'}
    b: {$ref: '#/components/schemas/MaybeEnum'}
    c: {$ref: '#/components/schemas/Both'}
"
);

check!(
    one_variant_and_doubles_collapse,
    r"
Pet: {type: object, properties: {name: {type: string}}}
One: {oneOf: [{$ref: '#/components/schemas/Pet'}]}
Inline: {anyOf: [{type: object, properties: {a: {type: string}}}]}
Twice: {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Pet'}]}
Texts: {anyOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}
"
);

check!(
    a_string_beside_an_enum_is_an_open_enum,
    r"
Model: {anyOf: [{type: string}, {type: string, enum: [small, large]}]}
Holder: {type: object, properties: {model: {anyOf: [{type: string}, {$ref: '#/components/schemas/Size'}]}}}
Size: {type: string, enum: [s, m]}
"
);

check!(
    required_only_options_are_constraints,
    r"
Search:
  type: object
  properties: {id: {type: string}, name: {type: string}}
  oneOf: [{required: [id]}, {required: [name]}]
"
);

check!(
    shared_properties_go_into_each_variant,
    r"
Payment:
  type: object
  required: [amount]
  properties: {amount: {type: integer}}
  oneOf:
    - {title: Card, type: object, required: [number], properties: {number: {type: string}}}
    - {$ref: '#/components/schemas/Cash'}
Cash: {type: object, required: [coins], properties: {coins: {type: integer}}}
"
);

check!(
    closed_and_pinned,
    r"
Value:
  x-sdk-open: false
  oneOf:
    - {type: string, x-sdk-name: Words}
    - {type: integer}
"
);

check!(
    constants_tell_shapes_apart,
    r"
User: {type: object, required: [id, type], properties: {id: {type: string}, type: {type: string, enum: [user]}}}
File: {type: object, required: [id, type], properties: {id: {type: string}, type: {type: string, enum: [file]}}}
Other: {type: object, required: [name], properties: {name: {type: string}}}
Source: {oneOf: [{$ref: '#/components/schemas/User'}, {$ref: '#/components/schemas/File'}, {$ref: '#/components/schemas/Other'}]}
"
);

check!(
    lists_of_an_optional_property_tell_shapes_apart,
    r"
Card: {type: object, properties: {type: {type: string, enum: [card, scheme]}, number: {type: string}}}
Bank: {type: object, properties: {type: {type: string, enum: [iban, transfer]}, owner: {type: string}}}
Method: {oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Bank'}]}
"
);

check!(
    an_alternative_that_its_owner_excludes_is_left_out,
    r"
Job:
  allOf:
    - {type: object, required: [id], properties: {id: {type: string}}}
    - $ref: '#/components/schemas/Kind'
Kind:
  oneOf:
    - {type: string, enum: [scrape]}
    - {type: object, required: [git], properties: {git: {type: string}}}
    - {type: object, required: [s3], properties: {s3: {type: string}}}
"
);

check!(
    a_discriminator_without_alternatives,
    r"
Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {bark: {type: string}}}]}
"
);

check!(
    a_tag_that_the_payload_may_leave_out_is_written_by_the_union,
    r"
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Fish'}, {$ref: '#/components/schemas/Bird'}]
  discriminator: {propertyName: kind}
Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
Fish: {type: object, required: [kind], properties: {kind: {type: string, readOnly: true}}}
Bird: {type: object, properties: {name: {type: string}}}
"
);

check!(
    lists_of_values_are_one_enum,
    r"
Kind:
  type: integer
  oneOf:
    - {title: Guild text, enum: [0], description: A channel in a guild.}
    - {title: Direct message, enum: [1]}
Color:
  description: What it looks like.
  oneOf:
    - {type: string, enum: [red], description: Like blood.}
    - {type: string, enum: [blue, green]}
    - {type: string, enum: [old], deprecated: true}
Open: {anyOf: [{type: string}, {type: string, enum: [a]}, {type: string, enum: [b], description: The second.}]}
Limit: {oneOf: [{type: integer}, {type: string, enum: [auto]}, {type: string, enum: [none]}]}
"
);

check!(
    a_type_beside_the_list_holds_for_each,
    r"
Contact: {type: string, anyOf: [{format: uuid}, {pattern: '^a'}]}
Checked: {type: string, minLength: 1, anyOf: [{pattern: '^a'}, {pattern: '^b'}]}
Loose: {anyOf: [{required: [a]}, {required: [b]}]}
"
);

check!(
    several_lists_at_once,
    r"
Cat: {type: object, required: [purr], properties: {purr: {type: boolean}}}
Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}
Home: {type: object, required: [room], properties: {room: {type: string}}}
Street: {type: object, required: [road], properties: {road: {type: string}}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  anyOf: [{$ref: '#/components/schemas/Home'}, {$ref: '#/components/schemas/Street'}]
"
);

check!(
    constants_of_any_type_tell_apart,
    r"
Any:
  oneOf:
    - {type: object, required: [version], properties: {version: {type: integer, enum: [1]}, a: {type: string}}}
    - {type: object, required: [version], properties: {version: {type: integer, enum: [2]}, b: {type: string}}}
    - {type: object, required: [draft], properties: {draft: {type: boolean, enum: [true]}}}
"
);

check!(
    unions_in_unions,
    r"
Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat]}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}}}
Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
Thing: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: string}, {type: array, items: {$ref: '#/components/schemas/Thing'}}]}
"
);

check!(
    heirs_of_a_base,
    r"
Zoo: {type: object, required: [star], properties: {star: {$ref: '#/components/schemas/Pet'}, all: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
Pet:
  type: object
  description: An animal.
  required: [kind]
  properties: {kind: {type: string}, age: {type: integer}}
  discriminator: {propertyName: kind, mapping: {dog: '#/components/schemas/Dog', pet: Pet}}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, required: [bark], properties: {bark: {type: string}}}]}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {purr: {type: boolean}}}
Lion: {allOf: [{$ref: '#/components/schemas/Cat'}], properties: {mane: {type: boolean}}}
"
);

check!(
    heirs_of_a_base_that_nobody_else_names,
    r"
Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {bark: {type: string}}}
"
);

check!(
    heirs_that_stand_for_heirs_of_their_own,
    r"
Zoo: {type: object, properties: {star: {$ref: '#/components/schemas/Pet'}, cat: {$ref: '#/components/schemas/Cat'}}}
Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
PetBase: {type: string}
Cat:
  allOf: [{$ref: '#/components/schemas/Pet'}]
  properties: {breed: {type: string}}
  discriminator: {propertyName: breed}
Lion: {allOf: [{$ref: '#/components/schemas/Cat'}], properties: {mane: {type: boolean}}}
"
);
