//! Names.

use crate::check::check;

check!(
    reserved,
    r"
Option: {type: object, properties: {type: {type: string}, self: {type: string}, gen: {type: string}, new: {type: string}, add: {type: string}}}
String: {type: string}
Error: {type: object, properties: {message: {type: string}}}
Self: {type: object, properties: {a: {type: string}}}
mod: {type: object, properties: {a: {type: string}}}
con: {type: object, properties: {a: {type: string}}}
"
);

check!(
    twins,
    r"
user: {type: object, properties: {created_at: {type: string}, createdAt: {type: string}, created-at: {type: string}}}
User: {type: object, properties: {ID: {type: string}, id: {type: string}}}
USER: {type: string}
UserItem: {type: string}
Users: {type: array, items: {type: object, properties: {a: {type: string}}}}
UsersItem: {type: object, properties: {b: {type: string}}}
"
);

check!(
    acronyms_digits_and_signs,
    r"
HTTPServerIDs: {type: object, properties: {userIDs: {type: string}, OAuth2Token: {type: string}, sha256Sum: {type: string}, '3ds': {type: string}, '@type': {type: string}, $ref2: {type: string}, _id: {type: string}, 'x-y': {type: string}, v1.0: {type: string}}}
3DSecure: {type: object, properties: {a: {type: string}}}
paypal.v1.Order: {type: object, properties: {'+': {type: string}, 日本: {type: string}, ñandú: {type: string}}}
"
);

check!(
    acronyms_with_small_letters,
    r"
Host: {type: object, properties: {enableIPv4: {type: string}, IPv6Addresses: {type: string}, ipv4: {type: string}, TLSv1: {type: string}, iOS: {type: string}, iOSVersion: {type: string}, mTLSCert: {type: string}, eTag: {type: string}, readIOps: {type: string}, pHValue: {type: string}, aURLs: {type: string}, xAxis: {type: string}}}
iOS: {type: string, enum: [iOS, IPv4, macOS, xAxis]}
"
);

check!(
    pinned,
    r"
user: {type: object, x-sdk-name: Account, properties: {type: {type: string, x-sdk-name: category}, inner: {type: object, properties: {a: {type: string}}}}}
Account: {type: object, properties: {a: {type: string}}}
"
);

check!(
    structs_of_required_arguments_take_their_name,
    r"
Pet:
  type: object
  required: [a, b, c, d]
  properties: {a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}}
PetRequired: {type: object, properties: {a: {type: string}}}
日本: {type: string}
"
);
