//! Scalars: the row of the format table that a type and a format select.

use super::View;
use crate::{
    diagnostic::Code,
    model::{Constraints, JsonType, Scalar, TypeRef},
    resolve::{Context, extensions::Reader},
};

impl<'a> Context<'a> {
    /// The scalar of a schema with this JSON type.
    pub(super) fn scalar_type(&mut self, view: &View<'a>, ty: JsonType) -> TypeRef {
        let scalar = Scalar::select(ty, view.format.as_deref().unwrap_or_default(), self.config.time);
        let scalar = holding(scalar, &view.constraints);
        TypeRef::Scalar(match scalar {
            Scalar::String if self.is_lenient(view) => Scalar::LenientString,
            Scalar::F64 if self.is_lenient(view) => Scalar::LenientNumber,
            whole if whole.is_integer() && self.is_lenient(view) => Scalar::LenientInteger,
            same => {
                if self.is_lenient(view)
                    && let Some(at) = view.extensions.iter().find(|at| at.node.contains_key("x-sdk-lenient"))
                {
                    let message = "`x-sdk-lenient` can say nothing of this format";
                    self.diagnostics.report(Code::ExtensionValue, at.origin.clone(), message.to_owned());
                }
                same
            }
        })
    }

    fn is_lenient(&mut self, view: &View<'a>) -> bool {
        let mut said = view.extensions.iter();
        said.find_map(|at| Reader::new(at.node, &at.origin).flag("x-sdk-lenient", self.diagnostics)).unwrap_or_default()
    }
}

/// The scalar in whose range the stated bounds are, where that of the format does not hold them: the bounds are meant.
fn holding(scalar: Scalar, bounds: &Constraints) -> Scalar {
    let bound = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<f64>().ok());
    let (least, most) = (bound(&bounds.minimum), bound(&bounds.maximum));
    // The edge of 64 bits itself is often written as the number that JavaScript rounds it to.
    let past = |edge: f64| most.is_some_and(|most| most > edge);
    match scalar {
        Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64 if past(EDGE) && least.is_some_and(|n| n >= 0.0) => {
            Scalar::U64
        }
        Scalar::I8 if past(127.0) || least.is_some_and(|n| n < -128.0) => Scalar::I64,
        Scalar::I16 if past(32_767.0) || least.is_some_and(|n| n < -32_768.0) => Scalar::I64,
        Scalar::I32 if past(2_147_483_647.0) || least.is_some_and(|n| n < -2_147_483_648.0) => Scalar::I64,
        same => same,
    }
}

/// 2 to the power of 63.
const EDGE: f64 = 9_223_372_036_854_775_808.0;
