//! A small SDK by hand, in the form that emit gives: a client, one resource, its calls.

use std::{fmt, sync::Arc};

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, IgnoredAny, MapAccess, Visitor},
    ser::SerializeStruct,
};

use crate::runtime::{
    self, ClientBuilder, Core, Error, Method, RawCall, Request, Secret, core::Settings, info::ApiInfo,
};

#[derive(Clone)]
pub struct Demo {
    pub(crate) core: Arc<Core>,
}

impl Demo {
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new().ignore_env()
    }

    pub fn things(&self) -> Things<'_> {
        Things { core: &self.core }
    }

    pub fn request(&self, method: Method, path: &str) -> RawCall {
        RawCall::new(&self.core, method, path)
    }

    pub fn budget(&self) -> u32 {
        self.core.budget.left()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.core.settings
    }
}

impl fmt::Debug for Demo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.core.fmt(f)
    }
}

impl ClientBuilder {
    pub fn api_key(self, api_key: impl Into<Secret>) -> Self {
        self.credential(0, api_key.into())
    }

    pub fn login(self, user: &str, password: impl Into<Secret>) -> Self {
        self.basic(1, user, password.into())
    }

    pub fn query_key(self, key: impl Into<Secret>) -> Self {
        self.credential(2, key.into())
    }

    pub fn header_key(self, key: impl Into<Secret>) -> Self {
        self.credential(3, key.into())
    }

    pub fn session(self, key: impl Into<Secret>) -> Self {
        self.credential(4, key.into())
    }

    pub fn region(self, region: &str) -> Self {
        self.server_variable("region", region)
    }

    pub fn build(self) -> Result<Demo, Error> {
        self.build_for(&runtime::API)
    }

    pub(crate) fn build_for(self, api: &'static ApiInfo) -> Result<Demo, Error> {
        Ok(Demo { core: self.finish(api)? })
    }
}

/// A client that answers from a script.
#[cfg(feature = "testing")]
pub fn scripted(script: &runtime::Script) -> Demo {
    builder(script).build().unwrap()
}

#[cfg(feature = "testing")]
pub fn builder(script: &runtime::Script) -> ClientBuilder {
    Demo::builder().base_url("https://demo.example/api/v1").api_key("org_canary").transport(script.clone())
}

#[derive(Clone, Copy, Debug)]
pub struct Things<'c> {
    core: &'c Arc<Core>,
}

impl Things<'_> {
    pub fn create(&self, owner: &str, body: &Thing) -> op::Create {
        op::Create(Request::new(self.core, op::Create::INFO).path(owner).json(body))
    }

    pub fn list(&self, owner: &str) -> op::List {
        op::List(Request::new(self.core, op::List::INFO).path(owner))
    }

    pub fn del(&self, owner: &str, id: &str) -> op::Del {
        op::Del(Request::new(self.core, op::Del::INFO).path(owner).path(id))
    }

    pub fn find(&self, id: &str) -> op::Find {
        op::Find(Request::new(self.core, op::Find::INFO).path(id))
    }

    pub fn start(&self) -> op::Start {
        op::Start(Request::new(self.core, op::Start::INFO))
    }

    pub fn text(&self) -> op::Text {
        op::Text(Request::new(self.core, op::Text::INFO))
    }

    pub fn bytes(&self) -> op::Bytes {
        op::Bytes(Request::new(self.core, op::Bytes::INFO))
    }

    pub fn pay(&self) -> op::Pay {
        op::Pay(Request::new(self.core, op::Pay::INFO).idempotency_key())
    }

    pub fn merge(&self) -> op::Merge {
        op::Merge(Request::new(self.core, op::Merge::INFO))
    }

    pub fn r#type(&self) -> op::Type {
        op::Type(Request::new(self.core, op::Type::INFO))
    }

    pub fn open(&self) -> op::Open {
        op::Open(Request::new(self.core, op::Open::INFO))
    }

    pub fn keyed(&self) -> op::Keyed {
        op::Keyed(Request::new(self.core, op::Keyed::INFO))
    }

    pub fn fetch(&self) -> op::Fetch {
        op::Fetch(Request::new(self.core, op::Fetch::INFO))
    }

    pub fn upload(&self, folder: &str) -> RawCall {
        RawCall::operation(Request::new(self.core, op::Upload::INFO).path(folder))
    }
}

pub mod op {
    use super::Thing;
    use crate::runtime::{self, Param, operations, outputs};

    impl List {
        pub fn limit(self, limit: u32) -> Self {
            Self(self.0.query("limit", &limit))
        }

        pub fn tags(self, tags: &[&str]) -> Self {
            Self(self.0.query("tag", tags))
        }

        pub fn ids(self, ids: &[i64]) -> Self {
            Self(self.0.query_comma("ids", ids))
        }

        pub fn filter(self, value: &(impl Param + ?Sized)) -> Self {
            Self(self.0.query("filter", value))
        }

        pub fn trace(self, trace: &str) -> Self {
            Self(self.0.header("x-trace", trace))
        }

        pub fn theme(self, theme: &str) -> Self {
            Self(self.0.cookie("theme", theme))
        }
    }

    outputs! { StartOutput {
        /// Done at once.
        200 Ok json Thing;
        /// Under way.
        202 Accepted empty;
        /// Anything else.
        2xx Other text String;
    } }

    operations! { Things "things" {
        create: Create = POST "/owners/{owner}/things" -> data Thing;
        list: List = GET "/owners/{owner}/things" -> list Vec<Thing>;
        del: Del = DELETE "/owners/{owner}/things/{id}" -> empty ();
        find: Find = GET "/things/{id}.json" -> maybe Option<Thing>;
        start: Start = POST "/start" -> by_status StartOutput, { accept: "application/json, text/plain" };
        text: Text = GET "/text" -> text String, { accept: "text/plain", enveloped: false };
        bytes: Bytes = GET "/bytes" -> bytes runtime::Bytes, { accept: "*/*" };
        pay: Pay = POST "/pay" -> json Thing, { idempotency_header: Some("x-pay-key") };
        merge: Merge = PATCH "/merge" -> json Thing, { retry_conflict: true, idempotent: Some(true) };
        r#type: Type = GET "/type" -> json Thing;
        open: Open = GET "/open" -> empty (), { auth: Some(&[]) };
        keyed: Keyed = GET "/keyed" -> empty (), { auth: Some(&[&[2, 3, 4]]) };
        upload: Upload = POST "/upload/{folder}" -> empty ();
        fetch: Fetch = GET "/files" -> empty (), { server: Some("https://files.demo.example/v2/") };
    } }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thing {
    pub name: String,
    pub count: u32,
}

impl Thing {
    pub fn new(name: &str, count: u32) -> Self {
        Self { name: name.to_owned(), count }
    }
}

impl Serialize for Thing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Thing", 2)?;
        object.serialize_field("name", &self.name)?;
        object.serialize_field("count", &self.count)?;
        object.end()
    }
}

impl<'de> Deserialize<'de> for Thing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Thing;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a thing")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Thing, A::Error> {
                let (mut name, mut count) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "name" => name = Some(map.next_value()?),
                        "count" => count = Some(map.next_value()?),
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Thing {
                    name: name.ok_or_else(|| A::Error::missing_field("name"))?,
                    count: count.ok_or_else(|| A::Error::missing_field("count"))?,
                })
            }
        }
        deserializer.deserialize_struct("Thing", &["name", "count"], Fields)
    }
}
