//! What a client offers a server before either has said who it is.

use tokio::{io::AsyncReadExt, net::TcpListener};

use super::demo::Demo;
use crate::runtime::{CallOptions, Delivery, ErrorKind};

/// The number of TLS 1.2 on the wire (RFC 5246, section 6.2.1).
const TLS_1_2: u16 = 0x0303;
/// The extension of a ClientHello that lists versions (RFC 8446, section 4.2.1).
const SUPPORTED_VERSIONS: u16 = 43;

/// A cursor over length-prefixed fields.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }

    fn number(&mut self, bytes: usize) -> usize {
        self.take(bytes).iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    }

    /// A field behind its length of so many bytes.
    fn field(&mut self, bytes: usize) -> Fields<'a> {
        let length = self.number(bytes);
        Fields(self.take(length))
    }
}

/// The versions in a ClientHello (RFC 8446, section 4.1.2): the list's, or without one the greatest alone.
fn versions(record: &[u8]) -> Vec<u16> {
    let mut hello = Fields(&record[9..]);
    let greatest = u16::try_from(hello.number(2)).unwrap();
    hello.take(32);
    for bytes in [1, 2, 1] {
        hello.field(bytes);
    }
    let mut extensions = hello.field(2);
    while !extensions.0.is_empty() {
        let kind = u16::try_from(extensions.number(2)).unwrap();
        let mut body = extensions.field(2);
        if kind == SUPPORTED_VERSIONS {
            return body.field(1).0.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
        }
    }
    vec![greatest]
}

#[tokio::test]
async fn nothing_older_than_tls_1_2_is_offered() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut record = vec![0; 5];
        stream.read_exact(&mut record).await.unwrap();
        assert_eq!(record[0], 22, "a handshake");
        let length = usize::from(u16::from_be_bytes([record[3], record[4]]));
        record.resize(5 + length, 0);
        stream.read_exact(&mut record[5..]).await.unwrap();
        versions(&record)
    });
    let client = Demo::builder().base_url(&url).api_key("org_canary").no_proxy().build().unwrap();
    let error = client.things().list("o").with(CallOptions::new().max_retries(0)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Delivery::NotSent));
    let offered = server.await.unwrap();
    assert!(offered.contains(&TLS_1_2) && offered.iter().all(|version| *version >= TLS_1_2), "{offered:x?}");
}
