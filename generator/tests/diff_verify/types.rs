use std::collections::BTreeMap;

#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pet {
    pub id: i32,
    pub name: String,
    pub tag: Option<String>,
    pub owner: Owner,
}

impl Pet {
    pub fn new(id: i32, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), tag: None, owner: Owner { name: String::new() } }
    }

    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Owner {
    pub name: String,
}

#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Cat,
    Dog,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Up,
    Down,
}

#[derive(Clone, Debug)]
pub enum Found {
    One(Pet),
    Many { pets: Vec<Pet>, more: bool },
}

#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
}

impl<T: Clone> Page<T> {
    pub fn first(&self) -> Option<T> {
        self.items.first().cloned()
    }
}

pub type Shelter = BTreeMap<String, Pet>;
