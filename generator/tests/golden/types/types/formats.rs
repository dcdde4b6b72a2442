// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, object};

/// Each row of the format table.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formats {
    /// `since` on the wire.
    pub since: Option<jiff::Timestamp>,
    /// `every` on the wire.
    pub every: Option<jiff::SpanFieldwise>,
    /// `on` on the wire.
    pub on: Option<jiff::civil::Date>,
    /// `id` on the wire.
    pub id: Option<uuid::Uuid>,
    /// `address` on the wire.
    pub address: Option<std::net::IpAddr>,
    /// `big` on the wire.
    pub big: Option<i64>,
    /// `whole` on the wire.
    pub whole: Option<i64>,
    /// `token` on the wire.
    pub token: Option<bytes::Bytes>,
    /// `all-since` on the wire.
    pub all_since: Option<Vec<jiff::Timestamp>>,
    /// `all-every` on the wire.
    pub all_every: Option<Vec<jiff::SpanFieldwise>>,
    /// `all-on` on the wire.
    pub all_on: Option<Vec<jiff::civil::Date>>,
    /// `all-id` on the wire.
    pub all_id: Option<Vec<uuid::Uuid>>,
    /// `all-address` on the wire.
    pub all_address: Option<Vec<std::net::IpAddr>>,
    /// `all-big` on the wire.
    pub all_big: Option<Vec<i64>>,
    /// `all-whole` on the wire.
    pub all_whole: Option<Vec<i64>>,
    /// `all-token` on the wire.
    pub all_token: Option<Vec<bytes::Bytes>>,
}

impl Formats {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `since`.
    #[must_use]
    pub fn since(mut self, since: jiff::Timestamp) -> Self {
        self.since = Some(since);
        self
    }

    /// Sets `every`.
    #[must_use]
    pub fn every(mut self, every: jiff::SpanFieldwise) -> Self {
        self.every = Some(every);
        self
    }

    /// Sets `on`.
    #[must_use]
    pub fn on(mut self, on: jiff::civil::Date) -> Self {
        self.on = Some(on);
        self
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: uuid::Uuid) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `address`.
    #[must_use]
    pub fn address(mut self, address: std::net::IpAddr) -> Self {
        self.address = Some(address);
        self
    }

    /// Sets `big`.
    #[must_use]
    pub fn big(mut self, big: i64) -> Self {
        self.big = Some(big);
        self
    }

    /// Sets `whole`.
    #[must_use]
    pub fn whole(mut self, whole: i64) -> Self {
        self.whole = Some(whole);
        self
    }

    /// Sets `token`.
    #[must_use]
    pub fn token(mut self, token: impl Into<bytes::Bytes>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets `all-since`.
    #[must_use]
    pub fn all_since(mut self, all_since: Vec<jiff::Timestamp>) -> Self {
        self.all_since = Some(all_since);
        self
    }

    /// Sets `all-every`.
    #[must_use]
    pub fn all_every(mut self, all_every: Vec<jiff::SpanFieldwise>) -> Self {
        self.all_every = Some(all_every);
        self
    }

    /// Sets `all-on`.
    #[must_use]
    pub fn all_on(mut self, all_on: Vec<jiff::civil::Date>) -> Self {
        self.all_on = Some(all_on);
        self
    }

    /// Sets `all-id`.
    #[must_use]
    pub fn all_id(mut self, all_id: Vec<uuid::Uuid>) -> Self {
        self.all_id = Some(all_id);
        self
    }

    /// Sets `all-address`.
    #[must_use]
    pub fn all_address(mut self, all_address: Vec<std::net::IpAddr>) -> Self {
        self.all_address = Some(all_address);
        self
    }

    /// Sets `all-big`.
    #[must_use]
    pub fn all_big(mut self, all_big: Vec<i64>) -> Self {
        self.all_big = Some(all_big);
        self
    }

    /// Sets `all-whole`.
    #[must_use]
    pub fn all_whole(mut self, all_whole: Vec<i64>) -> Self {
        self.all_whole = Some(all_whole);
        self
    }

    /// Sets `all-token`.
    #[must_use]
    pub fn all_token(mut self, all_token: Vec<bytes::Bytes>) -> Self {
        self.all_token = Some(all_token);
        self
    }
}

object! { Formats: Serialize + Deserialize {
    since       optional "since" as unix_time;
    every       optional "every" as duration;
    on          optional "on";
    id          optional "id";
    address     optional "address";
    big         optional "big" as number_text;
    whole       optional "whole" as number_or_string;
    token       optional "token" as byte_url;
    all_since   optional "all-since" as list(unix_time);
    all_every   optional "all-every" as list(duration);
    all_on      optional "all-on";
    all_id      optional "all-id";
    all_address optional "all-address";
    all_big     optional "all-big" as list(number_text);
    all_whole   optional "all-whole" as list(number_or_string);
    all_token   optional "all-token" as list(byte_url);
} }
