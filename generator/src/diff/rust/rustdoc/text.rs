//! text: a type, a signature, generics as Rust text, with names in the manner of the reader.

use super::json::{
    Argument, Arguments, Binding, Bound, Captured, Constraint, DynTrait, Expression, Function, FunctionPointer,
    Generics, Header, Modifier, Param, ParamKind, Path, PolyTrait, Predicate, Signature, Term, Type,
};

/// How names and lifetimes are written.
pub trait Manner {
    /// The name of a path's item, without arguments.
    fn name(&self, path: &Path) -> String;

    /// A type parameter, or `Self`.
    fn generic(&self, name: &str) -> String;

    /// A lifetime of a reference, with the space after it; empty: none is written.
    fn reference(&self, lifetime: Option<&str>) -> String {
        lifetime.map(|name| format!("{name} ")).unwrap_or_default()
    }

    /// A lifetime among arguments.
    fn lifetime(&self, name: &str) -> String {
        name.to_owned()
    }

    /// What a bound or a trait object says of lifetimes; none: nothing.
    fn outlives(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    /// What stands in the parentheses of `Fn(&str)` begins, or ends: lifetimes left out there are not those outside.
    fn inside_call(&self, _inside: bool) {}

    /// Whether parts whose order says nothing are sorted.
    fn sorts(&self) -> bool {
        false
    }
}

/// Writes Rust.
#[derive(Clone, Copy, Debug)]
pub struct Text<M>(pub M);

impl<M: Manner> Text<M> {
    /// A type.
    pub fn ty(&self, ty: &Type) -> String {
        match ty {
            Type::ResolvedPath(path) => self.path(path),
            Type::DynTrait(object) => self.object(object),
            Type::Generic(name) => self.0.generic(name),
            Type::Primitive(name) if name == "never" => "!".to_owned(),
            Type::Primitive(name) => name.clone(),
            Type::FunctionPointer(pointer) => self.pointer(pointer),
            Type::Tuple(types) => match types.as_slice() {
                [one] => format!("({},)", self.ty(one)),
                types => format!("({})", self.list(types)),
            },
            Type::Slice(item) => format!("[{}]", self.ty(item)),
            Type::Array { ty, len } => format!("[{}; {len}]", self.ty(ty)),
            Type::Pat(_) => "pattern type".to_owned(),
            Type::ImplTrait(bounds) => format!("impl {}", self.bounds(bounds)),
            Type::Infer => "_".to_owned(),
            Type::RawPointer { is_mutable, ty } => {
                format!("*{} {}", if *is_mutable { "mut" } else { "const" }, self.ty(ty))
            }
            Type::BorrowedRef { lifetime, is_mutable, ty } => {
                let lifetime = self.0.reference(lifetime.as_deref());
                let several = match &**ty {
                    Type::DynTrait(object) => object.traits.len() > 1 || object.lifetime.is_some(),
                    Type::ImplTrait(bounds) => bounds.len() > 1,
                    _ => false,
                };
                let text = if several { format!("({})", self.ty(ty)) } else { self.ty(ty) };
                format!("&{lifetime}{}{text}", if *is_mutable { "mut " } else { "" })
            }
            Type::QualifiedPath { name, args, self_type, of } => {
                let args = args.as_deref().map(|args| self.arguments(args)).unwrap_or_default();
                match of {
                    Some(of) => format!("<{} as {}>::{name}{args}", self.ty(self_type), self.path(of)),
                    None => format!("{}::{name}{args}", self.ty(self_type)),
                }
            }
        }
    }

    fn list(&self, types: &[Type]) -> String {
        join(types.iter().map(|ty| self.ty(ty)), ", ")
    }

    /// A path with its arguments.
    pub fn path(&self, path: &Path) -> String {
        let args = path.args.as_deref().map(|args| self.arguments(args)).unwrap_or_default();
        self.0.name(path) + &args
    }

    fn arguments(&self, args: &Arguments) -> String {
        match args {
            Arguments::AngleBracketed { args, constraints } => {
                let args = args.iter().map(|arg| self.argument(arg));
                let all = args.chain(constraints.iter().map(|constraint| self.constraint(constraint)));
                let all = join(all, ", ");
                if all.is_empty() { all } else { format!("<{all}>") }
            }
            Arguments::Parenthesized { inputs, output } => {
                self.0.inside_call(true);
                let output = output.as_ref().map(|ty| format!(" -> {}", self.ty(ty))).unwrap_or_default();
                let text = format!("({}){output}", self.list(inputs));
                self.0.inside_call(false);
                text
            }
            Arguments::ReturnTypeNotation => "(..)".to_owned(),
        }
    }

    fn argument(&self, argument: &Argument) -> String {
        match argument {
            Argument::Lifetime(name) => self.0.lifetime(name),
            Argument::Type(ty) => self.ty(ty),
            Argument::Const(value) => expression(value),
            Argument::Infer => "_".to_owned(),
        }
    }

    fn constraint(&self, constraint: &Constraint) -> String {
        let args = constraint.args.as_deref().map(|args| self.arguments(args)).unwrap_or_default();
        let name = &constraint.name;
        match &constraint.binding {
            Binding::Equality(term) => format!("{name}{args} = {}", self.term(term)),
            Binding::Constraint(bounds) => format!("{name}{args}: {}", self.bounds(bounds)),
        }
    }

    fn term(&self, term: &Term) -> String {
        match term {
            Term::Type(ty) => self.ty(ty),
            Term::Constant(value) => expression(value),
        }
    }

    fn object(&self, object: &DynTrait) -> String {
        let traits = object
            .traits
            .iter()
            .map(|PolyTrait { name, generic_params }| format!("{}{}", higher(generic_params), self.path(name)));
        let lifetime = object.lifetime.as_deref().and_then(|name| self.0.outlives(name));
        let mut all: Vec<String> = traits.chain(lifetime).collect();
        // The first is the trait itself, the others are markers.
        if let (true, Some(markers)) = (self.0.sorts(), all.get_mut(1..)) {
            markers.sort();
        }
        format!("dyn {}", all.join(" + "))
    }

    fn pointer(&self, pointer: &FunctionPointer) -> String {
        let types = self.list_of(&pointer.sig);
        let (higher, header) = (higher(&pointer.generic_params), header(&pointer.header));
        format!("{higher}{header}fn({types}){}", self.output(&pointer.sig))
    }

    fn list_of(&self, signature: &Signature) -> String {
        let types = signature.inputs.iter().map(|(_, ty)| self.ty(ty));
        join(types.chain(signature.is_c_variadic.then(|| "...".to_owned())), ", ")
    }

    fn output(&self, signature: &Signature) -> String {
        match &signature.output {
            Some(ty) => format!(" -> {}", self.ty(ty)),
            None => String::new(),
        }
    }

    /// `Into<String> + Send`.
    pub fn bounds(&self, bounds: &[Bound]) -> String {
        let mut all: Vec<String> = bounds.iter().filter_map(|bound| self.bound(bound)).collect();
        if self.0.sorts() {
            all.sort();
        }
        all.join(" + ")
    }

    fn bound(&self, bound: &Bound) -> Option<String> {
        Some(match bound {
            Bound::Trait { name, generic_params, modifier } => {
                let modifier = match modifier {
                    Modifier::None => "",
                    Modifier::Maybe => "?",
                    Modifier::MaybeConst => "[const] ",
                };
                format!("{modifier}{}{}", higher(generic_params), self.path(name))
            }
            Bound::Outlives(name) => return self.0.outlives(name),
            Bound::Use(captured) => {
                let names = captured.iter().map(|captured| match captured {
                    Captured::Lifetime(name) | Captured::Param(name) => name.clone(),
                });
                format!("use<{}>", join(names, ", "))
            }
        })
    }

    /// `<'a, T: Clone>`, without what `impl Trait` in arguments stands for.
    pub fn generics(&self, generics: &Generics) -> String {
        let all = join(generics.params.iter().filter_map(|param| self.param(param)), ", ");
        if all.is_empty() { all } else { format!("<{all}>") }
    }

    fn param(&self, param: &Param) -> Option<String> {
        let name = &param.name;
        Some(match &param.kind {
            ParamKind::Lifetime { outlives } if outlives.is_empty() => name.clone(),
            ParamKind::Lifetime { outlives } => format!("{name}: {}", outlives.join(" + ")),
            ParamKind::Type { is_synthetic: true, .. } => return None,
            ParamKind::Type { bounds, default, .. } => {
                let default = default.as_ref().map(|ty| format!(" = {}", self.ty(ty))).unwrap_or_default();
                let bounds = self.bounds(bounds);
                let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
                format!("{name}{bounds}{default}")
            }
            ParamKind::Const { ty, default } => {
                let default = default.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
                format!("const {name}: {}{default}", self.ty(ty))
            }
        })
    }

    /// ` where T: Clone`.
    pub fn wheres(&self, generics: &Generics) -> String {
        let mut all: Vec<String> = generics.where_predicates.iter().filter_map(|one| self.predicate(one)).collect();
        if self.0.sorts() {
            all.sort();
        }
        if all.is_empty() { String::new() } else { format!(" where {}", all.join(", ")) }
    }

    fn predicate(&self, predicate: &Predicate) -> Option<String> {
        Some(match predicate {
            Predicate::Bound { ty, bounds, generic_params } => {
                let bounds = self.bounds(bounds);
                if bounds.is_empty() {
                    return None;
                }
                format!("{}{}: {bounds}", higher(generic_params), self.ty(ty))
            }
            Predicate::Lifetime { lifetime, outlives } => {
                self.0.outlives(lifetime)?;
                format!("{lifetime}: {}", outlives.join(" + "))
            }
            Predicate::Equal { lhs, rhs } => format!("{} = {}", self.ty(lhs), self.term(rhs)),
        })
    }

    /// `fn get(&self, id: &str) -> Get`; without names, what a caller's code depends on.
    pub fn function(&self, name: &str, function: &Function, names: bool) -> String {
        let inputs = function.sig.inputs.iter().map(|(name, ty)| self.input(name, ty, names));
        let inputs = join(inputs.chain(function.sig.is_c_variadic.then(|| "...".to_owned())), ", ");
        let (header, generics) = (header(&function.header), self.generics(&function.generics));
        let (output, wheres) = (self.output(&function.sig), self.wheres(&function.generics));
        format!("{header}fn {name}{generics}({inputs}){output}{wheres}")
    }

    fn input(&self, name: &str, ty: &Type, names: bool) -> String {
        let is_self = |ty: &Type| matches!(ty, Type::Generic(name) if name == "Self");
        match ty {
            ty if name == "self" && is_self(ty) => "self".to_owned(),
            Type::BorrowedRef { lifetime, is_mutable, ty } if name == "self" && is_self(ty) => {
                let lifetime = self.0.reference(lifetime.as_deref());
                format!("&{lifetime}{}self", if *is_mutable { "mut " } else { "" })
            }
            ty if names || name == "self" => format!("{name}: {}", self.ty(ty)),
            ty => self.ty(ty),
        }
    }
}

fn header(header: &Header) -> String {
    let mut text = String::new();
    for (is, word) in [(header.is_const, "const "), (header.is_async, "async "), (header.is_unsafe, "unsafe ")] {
        if is {
            text.push_str(word);
        }
    }
    match &header.abi {
        serde_json::Value::String(rust) if rust == "Rust" => {}
        abi => text.push_str(&format!("extern {abi} ")),
    }
    text
}

fn higher(params: &[Param]) -> String {
    let names = join(params.iter().map(|param| param.name.clone()), ", ");
    if names.is_empty() { names } else { format!("for<{names}> ") }
}

/// A constant's value, where the compiler knows it.
pub fn expression(value: &Expression) -> String {
    value.value.clone().unwrap_or_else(|| value.expr.clone())
}

fn join(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.collect::<Vec<_>>().join(between)
}
