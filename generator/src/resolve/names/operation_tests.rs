use super::*;

fn name(id: &str, method: &HttpMethod, path: &str, resource: &str) -> String {
    operation_name(&Named { id: Some(id).filter(|id| !id.is_empty()), method, path, resource }).to_string()
}

fn sentence(id: &str, resource: &str) -> String {
    name(id, &HttpMethod::Get, "/elsewhere", resource)
}

#[test]
fn the_resource_is_said_once() {
    assert_eq!(sentence("listConnections", "connections"), "list");
    assert_eq!(sentence("pets_delete_all", "pets"), "delete_all");
    assert_eq!(sentence("users", "users"), "users");
    assert_eq!(sentence("create_guild_emoji", "guilds"), "create_emoji");
    assert_eq!(sentence("list-vector-store-files", "Vector stores"), "list_files");
    assert_eq!(sentence("delete_documents_by_filter", "documents"), "delete_by_filter");
    // What the verb is about, and not whose.
    assert_eq!(sentence("delete_documents_batch", "documents"), "delete_documents_batch");
    assert_eq!(sentence("save-albums-user", "albums"), "save_albums_user");
    // No sentence.
    assert_eq!(sentence("orders.trackers.patch", "trackers"), "orders_trackers_patch");
}

#[test]
fn nothing_dangles() {
    assert_eq!(sentence("unban_user_from_guild", "guilds"), "unban_user");
    assert_eq!(sentence("change_dns_entry_for_this_server", "servers"), "change_dns_entry");
    assert_eq!(sentence("get-an-album", "albums"), "get");
    assert_eq!(sentence("power_on_server", "servers"), "power_on");
    assert_eq!(sentence("to_user", "users"), "to");
}

#[test]
fn the_request_is_no_part_of_an_id() {
    let logout = name("logout_api_v1_auth_logout_post", &HttpMethod::Post, "/api/v1/auth/logout", "authentication");
    assert_eq!(logout, "logout");
    assert_eq!(name("read_flow_flows__id__get", &HttpMethod::Get, "/flows/{id}", "Flows"), "read");
    assert_eq!(name("put_files_id#add_link", &HttpMethod::Put, "/files/{file_id}", "links"), "add");
    assert_eq!(name("put_files_id#links", &HttpMethod::Put, "/files/{file_id}", "links"), "put_by_file_id");
    assert_eq!(name("SystemPingHead", &HttpMethod::Head, "/_ping", "System"), "ping_head");
    assert_eq!(name("_users_get", &HttpMethod::Get, "/users", "users"), "get");
}

#[test]
fn an_id_that_is_the_request_is_named_by_it() {
    assert_eq!(name("get_files_id", &HttpMethod::Get, "/files/{file_id}", "files"), "get_by_id");
    assert_eq!(name("get_files", &HttpMethod::Get, "/files", "files"), "get");
    assert_eq!(name("post_files_id_copy", &HttpMethod::Post, "/files/{file_id}/copy", "files"), "post_copy");
    assert_eq!(name("get-links-linkId", &HttpMethod::Get, "/links/{linkId}", "links"), "get_by_id");
    assert_eq!(name("post-paymentMethods", &HttpMethod::Post, "/paymentMethods", "Payments"), "post_payment_methods");
    assert_eq!(name("getUserByName", &HttpMethod::Get, "/user/{username}", "user"), "get_by_name");
}

#[test]
fn without_an_id_the_request_names_it() {
    assert_eq!(name("", &HttpMethod::Get, "/api/v1/users/{id}/keys", "users"), "get_keys");
    assert_eq!(name("", &HttpMethod::Get, "/user/keys/{user_key_id}", "User Keys"), "get_by_id");
    assert_eq!(name("", &HttpMethod::Get, "/users/{user_id}/keys/{key_id}", "users"), "get_by_key_id");
    assert_eq!(name("", &HttpMethod::Get, "/files/{file_id}/comments", "comments"), "get_by_file_id");
    assert_eq!(
        name("put_users_id_folders_0", &HttpMethod::Put, "/users/{user_id}/folders/0", "moves"),
        "put_users_folders_0"
    );
    assert_eq!(name("", &HttpMethod::Post, "/", "default"), "post");
    assert_eq!(name("", &HttpMethod::Put, "/files/{name}.{ext}", "files"), "put_by_name_ext");
}

#[test]
fn a_version_is_no_part_of_a_name() {
    assert_eq!(without_version("v1.users.list"), "users.list");
    assert_eq!(without_version("v2_get"), "get");
    assert_eq!(without_version("v1"), "v1");
    assert_eq!(without_version("v1."), "v1.");
    assert_eq!(without_version("validate.all"), "validate.all");
}
