// Generated from openapi.yaml; edit that instead.
//! The types that Sample API sends and receives.

mod bit;
mod cat;
mod closed;
mod connection;
mod connection_create_params;
mod dog;
mod empty;
mod formats;
mod integration_type;
mod invoice;
mod level;
mod login;
mod moments;
mod node;
mod pet;
mod settings;
mod size;
mod tree;
mod update;
mod zoo;

pub use self::bit::Bit;
pub use self::cat::Cat;
pub use self::closed::Closed;
pub use self::connection::{Connection, ConnectionRequired};
pub use self::connection_create_params::ConnectionCreateParams;
pub use self::dog::Dog;
pub use self::empty::Empty;
pub use self::formats::Formats;
pub use self::integration_type::IntegrationType;
pub use self::invoice::Invoice;
pub use self::level::Level;
pub use self::login::{Login, LoginRequired};
pub use self::moments::Moments;
pub use self::node::Node;
pub use self::pet::Pet;
pub use self::settings::Settings;
pub use self::size::Size;
pub use self::tree::Tree;
pub use self::update::Update;
pub use self::zoo::Zoo;
