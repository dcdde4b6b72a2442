//! Everything that can happen to a schema, bounds and properties apart.

use super::{
    Effect, Family, Verdict,
    bounds::{LOOSER, TIGHTER},
    family::family,
};
use crate::diff::{
    finding::{Level, Wire},
    wire::Rule,
};

const fn effect(request: Verdict, response: Verdict) -> Effect {
    Effect { request, response }
}

const fn same(verdict: Verdict) -> Effect {
    Effect { request: verdict, response: verdict }
}

const fn err(help: &'static str) -> Verdict {
    Verdict::new(Level::Err, Wire::Breaking, help)
}

const fn warn(help: &'static str) -> Verdict {
    Verdict::new(Level::Warn, Wire::Risky, help)
}

const fn info(wire: Wire, help: &'static str) -> Verdict {
    Verdict::new(Level::Info, wire, help)
}

/// What may be sent, or may arrive, became more: a client that reads the old does not understand the new.
const WIDER: Effect =
    effect(info(Wire::Compatible, "What was valid is valid still."), err("Old clients do not understand what is new."));

/// What may be sent, or may arrive, became less.
const NARROWER: Effect = effect(
    err("Requests that were valid are refused."),
    info(Wire::Compatible, "What arrives is understood still.").rollout(),
);

/// Nothing of the old is in the new.
const OTHER: Effect = same(err("The two have nothing in common: both ends must change together."));

/// Whether it is more or less cannot be told.
const UNCLEAR: Effect = same(warn("Whether what was valid is valid still must be looked at."));

/// Nothing that travels.
const SILENT: Effect = same(info(Wire::None, "Nothing that travels differs."));

/// What a server does with a value that is not sent.
const ABSENCE: Effect = effect(
    info(Wire::Risky, "Requests without the value mean something else."),
    info(Wire::None, "A default says nothing of what arrives."),
);

/// A server may answer with a value that clients do not list.
const NEW_VALUE: Effect = effect(
    info(Wire::Compatible, "What was valid is valid still."),
    warn("Clients that know a closed list of values fail on a new one."),
);

/// The end of a closed list of values.
const FREE_VALUES: Effect = effect(
    info(Wire::Compatible, "What was valid is valid still."),
    err("Clients that know a closed list of values fail on others."),
);

/// Properties that are not listed.
const UNLISTED: Effect = effect(
    info(Wire::Compatible, "What was valid is valid still."),
    warn("Clients that refuse unknown properties fail."),
);

/// The tag decides how a value is read.
const TAG: Effect = same(Verdict::new(Level::Info, Wire::Breaking, "The discriminator decides how a value is read."));

/// A discriminator that comes or goes.
const TAGGING: Effect = same(Verdict::new(Level::Info, Wire::Risky, "How the alternatives are told apart changed."));

/// A value of the discriminator that comes.
const TAG_ADDED: Effect = effect(
    info(Wire::Compatible, "What was valid is valid still."),
    Verdict::new(Level::Info, Wire::Risky, "Old clients do not know the new value of the discriminator."),
);

/// A value of the discriminator that goes.
const TAG_GONE: Effect = effect(
    Verdict::new(Level::Info, Wire::Breaking, "Requests with this value of the discriminator are refused."),
    info(Wire::Compatible, "What arrives is understood still.").rollout(),
);

/// A place of a tuple that comes: whether lists that end before it are valid is `minItems`' matter.
const PLACE_ADDED: Effect =
    effect(info(Wire::Risky, "What stood in this place was free."), err("Old clients do not expect this place."));

/// A place of a tuple that goes.
const PLACE_GONE: Effect =
    effect(err("What is sent in this place is refused."), info(Wire::Risky, "What stands in this place is free now."));

macro_rules! families {
    ($($(#[$doc:meta])* $name:ident $end:literal $effect:ident $({ $($field:ident: $rule:expr),+ })?;)+) => {
        $($(#[$doc])* pub static $name: Family = Family { $($($field: $rule,)+)? ..family!($effect, $end) };)+
        /// All of them.
        pub static SHAPES: &[&Family] = &[$(&$name),+];
    };
}

families! {
    /// Another type or a mapped format, with nothing in common.
    TYPE_CHANGED "type-changed" OTHER {
        request_parameter_property: warn("It depends on how the parameter is written whether both are the same text.")
            .rule("request-parameter-property-type-changed")
    };
    /// A type or a mapped format that holds the old one.
    TYPE_GENERALIZED "type-generalized" WIDER;
    /// A type or a mapped format that the old one holds. In requests, properties of parameters apart, oasdiff calls it
    /// a changed type; so do we.
    TYPE_SPECIALIZED "type-specialized" NARROWER {
        request_body: NARROWER.request.rule("request-body-type-changed"),
        request_property: NARROWER.request.rule("request-property-type-changed"),
        request_parameter: NARROWER.request.rule("request-parameter-type-changed")
    };
    /// A list of types that grew.
    TYPES_WIDENED "list-of-types-widened" WIDER;
    /// A list of types that shrank.
    TYPES_NARROWED "list-of-types-narrowed" NARROWER;
    /// A format that only describes.
    FORMAT_CHANGED "format-changed" UNCLEAR;
    /// `null` became valid.
    NULLABLE "became-nullable" WIDER;
    /// `null` is not valid any more.
    NOT_NULLABLE "became-not-nullable" NARROWER;
    /// A value more in a list.
    VALUE_ADDED "enum-value-added" NEW_VALUE;
    /// A value less in a list.
    VALUE_REMOVED "enum-value-removed" NARROWER {
        response_body: NARROWER.response.rule("response-mediatype-enum-value-removed")
    };
    /// A list of values where there was none.
    BECAME_ENUM "became-enum" NARROWER;
    /// No list of values where there was one.
    BECAME_FREE "became-not-enum" FREE_VALUES;
    /// One value where there was no list.
    CONST_ADDED "const-added" NARROWER;
    /// No list where there was one value.
    CONST_REMOVED "const-removed" FREE_VALUES;
    /// Another value.
    CONST_CHANGED "const-changed" OTHER;
    /// A value more in `x-extensible-enum`.
    KNOWN_VALUE_ADDED "x-extensible-enum-value-added" SILENT;
    /// A value less in `x-extensible-enum`.
    KNOWN_VALUE_REMOVED "x-extensible-enum-value-removed" NARROWER;
    /// A default where there was none.
    DEFAULT_ADDED "default-value-added" ABSENCE;
    /// No default where there was one.
    DEFAULT_REMOVED "default-value-removed" ABSENCE;
    /// Another default.
    DEFAULT_CHANGED "default-value-changed" ABSENCE;
    /// A pattern where there was none.
    PATTERN_ADDED "pattern-added" TIGHTER;
    /// No pattern where there was one.
    PATTERN_REMOVED "pattern-removed" LOOSER;
    /// Another pattern.
    PATTERN_CHANGED "pattern-changed" UNCLEAR;
    /// A pattern that every text matches.
    PATTERN_GENERALIZED "pattern-generalized" LOOSER;
    /// `multipleOf` where there was none.
    MULTIPLE_SET "multiple-of-set" TIGHTER;
    /// No `multipleOf` where there was one.
    MULTIPLE_UNSET "multiple-of-unset" LOOSER;
    /// A factor of the old one. In answers oasdiff calls it a change.
    MULTIPLE_GENERALIZED "multiple-of-generalized" LOOSER {
        response_body: LOOSER.response.rule("response-body-multiple-of-changed"),
        response_property: LOOSER.response.rule("response-property-multiple-of-changed")
    };
    /// A multiple of the old one. In requests oasdiff calls it a change.
    MULTIPLE_SPECIALIZED "multiple-of-specialized" TIGHTER {
        request_body: TIGHTER.request.rule("request-body-multiple-of-changed"),
        request_property: TIGHTER.request.rule("request-property-multiple-of-changed")
    };
    /// Another `multipleOf`.
    MULTIPLE_CHANGED "multiple-of-changed" OTHER;
    /// No item twice.
    UNIQUE_SET "unique-items-set" TIGHTER;
    /// An item may be there twice.
    UNIQUE_UNSET "unique-items-unset" LOOSER;
    /// A branch more of `oneOf`.
    ONE_OF_ADDED "one-of-added" WIDER;
    /// A branch less of `oneOf`.
    ONE_OF_REMOVED "one-of-removed" NARROWER;
    /// A branch more of `anyOf`.
    ANY_OF_ADDED "any-of-added" WIDER;
    /// A branch less of `anyOf`.
    ANY_OF_REMOVED "any-of-removed" NARROWER;
    /// Several branches may hold.
    ONE_OF_BECAME_ANY_OF "one-of-became-any-of" LOOSER;
    /// One branch only may hold.
    ANY_OF_BECAME_ONE_OF "any-of-became-one-of" TIGHTER;
    /// What was all is one of several.
    WRAPPED "wrapped-in-one-of" WIDER;
    /// What was one of several is all.
    UNWRAPPED "unwrapped-from-one-of" NARROWER;
    /// Something must not hold.
    NOT_ADDED "not-added" TIGHTER;
    /// Something may hold.
    NOT_REMOVED "not-removed" LOOSER;
    /// Something else must not hold.
    NOT_CHANGED "not-changed" UNCLEAR;
    /// Something must hold in some cases.
    CONDITION_ADDED "condition-added" TIGHTER;
    /// Something need not hold any more in some cases.
    CONDITION_REMOVED "condition-removed" LOOSER;
    /// A discriminator where there was none.
    DISCRIMINATOR_ADDED "discriminator-added" TAGGING;
    /// No discriminator where there was one.
    DISCRIMINATOR_REMOVED "discriminator-removed" TAGGING;
    /// Another property tells the alternatives apart.
    DISCRIMINATOR_CHANGED "discriminator-property-name-changed" TAG;
    /// A value of the discriminator more.
    MAPPING_ADDED "discriminator-mapping-added" TAG_ADDED;
    /// A value of the discriminator less.
    MAPPING_DELETED "discriminator-mapping-deleted" TAG_GONE;
    /// A value of the discriminator means another alternative.
    MAPPING_CHANGED "discriminator-mapping-changed" TAG;
    /// Properties that are not listed became valid.
    ADDITIONAL_ALLOWED "additional-properties-allowed" UNLISTED;
    /// Properties that are not listed are not valid any more.
    ADDITIONAL_FORBIDDEN "additional-properties-disallowed" NARROWER;
    /// Properties that are not listed must be of a type.
    ADDITIONAL_TYPED "additional-properties-schema-added" NARROWER;
    /// Properties that are not listed may be of any type.
    ADDITIONAL_FREE "additional-properties-schema-removed" WIDER;
    /// Names of a pattern have a schema.
    NAMES_ADDED "pattern-property-added" TIGHTER;
    /// Names of a pattern have none any more.
    NAMES_REMOVED "pattern-property-removed" LOOSER;
    /// A place more of a tuple.
    PREFIX_ADDED "prefix-items-added" PLACE_ADDED;
    /// A place less of a tuple.
    PREFIX_REMOVED "prefix-items-removed" PLACE_GONE;
    /// Not to be used any more.
    DEPRECATED "deprecated" SILENT;
    /// The same, with the day on which it goes.
    DEPRECATED_WITH_SUNSET "deprecated-with-sunset" SILENT;
    /// To be used again.
    REACTIVATED "reactivated" SILENT;
    /// Another day on which it goes.
    SUNSET_CHANGED "sunset-changed" SILENT;
    /// No such day any more, though it is deprecated still.
    SUNSET_DELETED "sunset-deleted" SILENT;
    /// One of our own extensions: the crate's matter.
    EXTENSION_CHANGED "sdk-extension-changed" SILENT;
}

/// Rules that stand in for one of a family's for some of what it is about.
pub static OVERRIDES: &[&Rule] = &[];
