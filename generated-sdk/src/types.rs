// Generated from openapi.yaml; edit that instead.
//! The types that Airstore connections sends and receives.

mod connection;
mod connection_create_params;
mod failure;
mod integration_type;

pub use self::connection::{Connection, ConnectionRequired};
pub use self::connection_create_params::ConnectionCreateParams;
pub use self::failure::Failure;
pub use self::integration_type::IntegrationType;
