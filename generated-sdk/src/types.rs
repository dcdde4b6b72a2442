// Generated from openapi.yaml; edit that instead.
//! The types that Airstore connections sends and receives.

mod connection;
mod connection_create_params;
mod connection_envelope;
mod connection_list_envelope;
mod empty_envelope;
mod failure;
mod integration_type;

pub use self::connection::{Connection, ConnectionRequired};
pub use self::connection_create_params::ConnectionCreateParams;
pub use self::connection_envelope::ConnectionEnvelope;
pub use self::connection_list_envelope::ConnectionListEnvelope;
pub use self::empty_envelope::EmptyEnvelope;
pub use self::failure::Failure;
pub use self::integration_type::IntegrationType;
