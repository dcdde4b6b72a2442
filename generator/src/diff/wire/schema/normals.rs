//! Schemas in normal form, each made once: every area that it is used in, and every choice that it is a branch of, asks
//! for the same.

use std::sync::Arc;

use indexmap::IndexMap;

use super::{normal::Normal, shape::is_leaf};
use crate::diff::wire::{Document, Place};

/// How much is kept of one document, as [`Normal::weight`] counts; what is beyond it is made again whenever it is asked
/// for. A chain of `allOf` makes each of its schemas as large as all before it.
const ROOM: usize = 2_000_000;

/// The schemas of one document.
#[derive(Debug)]
pub struct Normals<'a> {
    document: Document<'a>,
    known: IndexMap<Box<[usize]>, Arc<Normal<'a>>>,
    room: usize,
}

impl<'a> Normals<'a> {
    /// None yet.
    #[must_use]
    pub fn new(document: Document<'a>) -> Self {
        Self { document, known: IndexMap::new(), room: ROOM }
    }

    /// With all that stands at these places and in it, as far as there is room.
    #[must_use]
    pub fn prepared(document: Document<'a>, mut open: Vec<Vec<Place<'a>>>) -> Self {
        let mut normals = Self::new(document);
        while let Some(places) = open.pop() {
            let known = normals.known.len();
            let normal = normals.of(&places);
            if normals.known.len() == known {
                // Known already, or there is no room.
                continue;
            }
            // Most leaves are equal on both sides, and then nobody asks what they say.
            let holds = |places: &&[Place<'a>]| places.iter().any(|place| !is_leaf(place.value));
            open.extend(normal.children.all().filter(holds).map(<[_]>::to_vec));
        }
        normals
    }

    /// Their document.
    #[must_use]
    pub const fn document(&self) -> Document<'a> {
        self.document
    }

    /// All schemas at these places together.
    pub fn of(&mut self, places: &[Place<'a>]) -> Arc<Normal<'a>> {
        match places {
            [place] => self.at(&[place.address()], places),
            several => self.at(&several.iter().map(Place::address).collect::<Vec<_>>(), places),
        }
    }

    fn at(&mut self, key: &[usize], places: &[Place<'a>]) -> Arc<Normal<'a>> {
        if let Some(known) = self.known.get(key) {
            return Arc::clone(known);
        }
        let normal = Arc::new(Normal::new(self.document, places));
        if let Some(room) = self.room.checked_sub(normal.weight()) {
            self.room = room;
            self.known.insert(key.into(), Arc::clone(&normal));
        }
        normal
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        diagnostic::Diagnostics,
        dialect::lower,
        pointer::Pointer,
        source::{Input, load},
    };

    #[test]
    fn what_has_no_room_is_made_again() {
        let schema = json!({"type": "string", "maxLength": 5});
        let text = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
            "components": {"schemas": {"A": schema}}});
        let input = Input { name: "spec.json".to_owned(), bytes: text.to_string().into_bytes() };
        let loaded = load(input, &mut Diagnostics::new()).unwrap();
        let lowered = lower(&loaded, &mut Diagnostics::new()).unwrap();
        let document = Document::new(&lowered);
        let place = Place::at(document, &Pointer::parse("/components/schemas/A").unwrap()).unwrap();
        let places = std::slice::from_ref(&place);

        let mut normals = Normals::new(document);
        assert!(Arc::ptr_eq(&normals.of(places), &normals.of(places)));
        let mut full = Normals { room: 0, ..Normals::new(document) };
        assert!(!Arc::ptr_eq(&full.of(places), &full.of(places)));
        assert_eq!(full.of(places).face, normals.of(places).face);
    }
}
