// Generated from openapi.yaml; edit that instead.
//! Links external services (Gmail, GitHub, Google Drive, ...) to a workspace.

use std::sync::Arc;

use crate::{runtime, types};

/// Links external services (Gmail, GitHub, Google Drive, ...) to a workspace.
///
/// Reached through [`Airstore::connections`](crate::Airstore::connections).
#[derive(Clone, Copy, Debug)]
pub struct Connections<'c> {
    pub(crate) core: &'c Arc<runtime::Core>,
}

impl Connections<'_> {
    /// Creates a connection from existing credentials.
    ///
    /// The credentials are either OAuth tokens or an API key, as the provider asks: at least one of
    /// `access_token` and `api_key` must be given.
    ///
    /// `POST /workspaces/{workspace_id}/connections` gives
    /// [`Connection`](crate::types::Connection).
    ///
    /// - `workspace_id`: External id of the workspace.
    ///
    /// # Errors
    /// - [`BadRequest`](crate::ErrorKind::BadRequest): The body is malformed, `integration_type` is
    ///   missing, or neither `access_token` nor `api_key` is given.
    /// - [`Unauthenticated`](crate::ErrorKind::Unauthenticated): The token is missing or invalid.
    /// - [`PermissionDenied`](crate::ErrorKind::PermissionDenied): The token belongs to another
    ///   workspace, or a shared connection is created without admin rights.
    /// - [`NotFound`](crate::ErrorKind::NotFound): The workspace is unknown.
    /// - [`Conflict`](crate::ErrorKind::Conflict): The request conflicts with the connection's
    ///   present state.
    /// - [`Unprocessable`](crate::ErrorKind::Unprocessable): The body is well-formed, but its
    ///   values cannot be used.
    /// - [`RateLimited`](crate::ErrorKind::RateLimited): Too many requests; `Retry-After` says when
    ///   to come back.
    /// - [`Server`](crate::ErrorKind::Server): The service failed.
    ///
    /// Error bodies are [`Failure`](crate::types::Failure).
    ///
    /// # Example
    /// ```no_run
    /// # async fn example(client: &airstore_sdk::Airstore) -> Result<(), Box<dyn std::error::Error>> {
    /// use airstore_sdk::types;
    ///
    /// let body = types::ConnectionCreateParams::new(types::IntegrationType::Gmail)
    ///     .access_token("ya29.a0AfB_byC3")
    ///     .refresh_token("1//0gLx9")
    ///     .scope("https://www.googleapis.com/auth/gmail.readonly");
    /// let connection = client.connections().create("ws_8f3a", &body).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create(
        &self,
        workspace_id: &str,
        body: &types::ConnectionCreateParams,
    ) -> op::Create {
        op::Create(
            runtime::Request::new(self.core, op::Create::INFO)
                .path(workspace_id)
                .json(body),
        )
    }

    /// Lists the connections of a workspace.
    ///
    /// A workspace without connections gives an empty list.
    ///
    /// `GET /workspaces/{workspace_id}/connections` gives a list of
    /// [`Connection`](crate::types::Connection).
    ///
    /// - `workspace_id`: External id of the workspace.
    ///
    /// # Errors
    /// - [`Unauthenticated`](crate::ErrorKind::Unauthenticated): The token is missing or invalid.
    /// - [`PermissionDenied`](crate::ErrorKind::PermissionDenied): The token belongs to another
    ///   workspace.
    /// - [`NotFound`](crate::ErrorKind::NotFound): The workspace is unknown.
    /// - [`RateLimited`](crate::ErrorKind::RateLimited): Too many requests; `Retry-After` says when
    ///   to come back.
    /// - [`Server`](crate::ErrorKind::Server): The service failed.
    ///
    /// Error bodies are [`Failure`](crate::types::Failure).
    ///
    /// # Example
    /// ```no_run
    /// # async fn example(client: &airstore_sdk::Airstore) -> Result<(), Box<dyn std::error::Error>> {
    /// let connections = client.connections().list("ws_8f3a").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list(&self, workspace_id: &str) -> op::List {
        op::List(runtime::Request::new(self.core, op::List::INFO).path(workspace_id))
    }

    /// Removes a connection from a workspace.
    ///
    /// The provider's data disappears from the workspace's filesystem.
    ///
    /// `DELETE /workspaces/{workspace_id}/connections/{connection_id}` gives nothing.
    ///
    /// - `workspace_id`: External id of the workspace.
    /// - `connection_id`: External id of the connection.
    ///
    /// # Errors
    /// - [`Unauthenticated`](crate::ErrorKind::Unauthenticated): The token is missing or invalid.
    /// - [`PermissionDenied`](crate::ErrorKind::PermissionDenied): The token belongs to another
    ///   workspace, or a shared connection is removed without admin rights.
    /// - [`NotFound`](crate::ErrorKind::NotFound): The workspace or the connection is unknown.
    /// - [`Conflict`](crate::ErrorKind::Conflict): The request conflicts with the connection's
    ///   present state.
    /// - [`RateLimited`](crate::ErrorKind::RateLimited): Too many requests; `Retry-After` says when
    ///   to come back.
    /// - [`Server`](crate::ErrorKind::Server): The service failed.
    ///
    /// Error bodies are [`Failure`](crate::types::Failure).
    ///
    /// # Example
    /// ```no_run
    /// # async fn example(client: &airstore_sdk::Airstore) -> Result<(), Box<dyn std::error::Error>> {
    /// client.connections().del("ws_8f3a", "conn_5k2m").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "delete")]
    pub fn del(&self, workspace_id: &str, connection_id: &str) -> op::Del {
        op::Del(
            runtime::Request::new(self.core, op::Del::INFO)
                .path(workspace_id)
                .path(connection_id),
        )
    }
}

/// The calls of [`Connections`] and what they are on the wire.
pub mod op {
    use crate::{
        runtime::{self, operations},
        types,
    };

    operations! { Connections "connections" {
        create: Create = POST "/workspaces/{workspace_id}/connections" -> data types::Connection;
        list: List = GET "/workspaces/{workspace_id}/connections" -> list Vec<types::Connection>;
        del: Del = DELETE "/workspaces/{workspace_id}/connections/{connection_id}" -> empty (), { accept: "application/json" };
    } }
}
