//! Keys that carry through typing what openapiv3 would lose or round. They stand in the extensions of a schema.

/// `minimum`, a JSON number.
pub const MINIMUM: &str = "x-sdkgen-minimum";
/// `maximum`, a JSON number.
pub const MAXIMUM: &str = "x-sdkgen-maximum";
/// `exclusiveMinimum`, a boolean.
pub const EXCLUSIVE_MINIMUM: &str = "x-sdkgen-exclusive-minimum";
/// `exclusiveMaximum`, a boolean.
pub const EXCLUSIVE_MAXIMUM: &str = "x-sdkgen-exclusive-maximum";
/// `multipleOf`, a JSON number.
pub const MULTIPLE_OF: &str = "x-sdkgen-multiple-of";
/// `enum`, an array.
pub const ENUM: &str = "x-sdkgen-enum";
/// `default`, any JSON.
pub const DEFAULT: &str = "x-sdkgen-default";
/// `type`, when it is no type of OpenAPI 3.0: any JSON.
pub const TYPE: &str = "x-sdkgen-type";
