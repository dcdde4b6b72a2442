//~ E0639
//! A struct literal would break with the next optional field.

fn main() {
    let _ = airstore_sdk::types::ConnectionCreateParams {
        integration_type: "gmail".into(),
        access_token: None,
        refresh_token: None,
        api_key: None,
        scope: None,
        extra: None,
        member_id: None,
    };
}
