//! A TLS server on loopback that keeps what it decrypts, an authority that signs for it, and servers that only begin to
//! speak TLS.

use enkash_tests::gate;
use enkash_tests::loopback::read;
use rcgen::{BasicConstraints, Certificate, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// Signs certificates.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: Certificate,
}

/// A certificate and its key.
pub(crate) struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no name is wrong");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let certificate = params.self_signed(&key).expect("it signs itself");
        Self { issuer: Issuer::new(params, key), certificate }
    }

    /// The certificate of the authority itself.
    pub(crate) fn der(&self) -> Vec<u8> {
        self.certificate.der().to_vec()
    }

    /// Signs a certificate for a host, changed in some way first.
    pub(crate) fn sign(&self, host: &str, change: impl FnOnce(&mut CertificateParams)) -> Identity {
        let (params, key) = subject(host, change);
        let certificate = params.signed_by(&key, &self.issuer).expect("it is signed");
        Identity::new(&certificate, &key)
    }

    /// A server for a good certificate.
    pub(crate) fn server(&self) -> TlsServer {
        TlsServer::start(self.config())
    }

    /// How a server with a good certificate speaks TLS.
    pub(crate) fn config(&self) -> Arc<ServerConfig> {
        config(self.sign("localhost", |_| {}), |_| {})
    }
}

/// A certificate that nobody but its own subject has signed.
pub(crate) fn self_signed() -> Identity {
    let (params, key) = subject("localhost", |_| {});
    Identity::new(&params.self_signed(&key).expect("it signs itself"), &key)
}

fn subject(host: &str, change: impl FnOnce(&mut CertificateParams)) -> (CertificateParams, KeyPair) {
    let mut params = CertificateParams::new(vec![host.to_owned()]).expect("a host");
    change(&mut params);
    (params, KeyPair::generate().expect("a key"))
}

impl Identity {
    fn new(certificate: &Certificate, key: &KeyPair) -> Self {
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        Self { chain: vec![certificate.der().clone()], key }
    }

    pub(crate) fn der(&self) -> Vec<u8> {
        self.chain[0].to_vec()
    }
}

/// How a server that shows a certificate speaks TLS.
pub(crate) fn config(
    identity: Identity,
    change: impl FnOnce(&mut rustls::crypto::CryptoProvider),
) -> Arc<ServerConfig> {
    let mut provider = rustls::crypto::ring::default_provider();
    change(&mut provider);
    let versions = [&rustls::version::TLS13, &rustls::version::TLS12];
    let versions: Vec<_> = versions
        .into_iter()
        .filter(|version| provider.cipher_suites.iter().any(|suite| suite.version() == *version))
        .collect();
    let config = ServerConfig::builder_with_provider(Arc::new(provider))
        .with_protocol_versions(&versions)
        .expect("versions that go with the suites")
        .with_no_client_auth()
        .with_single_cert(identity.chain, identity.key)
        .expect("a key of its certificate");
    Arc::new(config)
}

/// A server that answers as that of the gate. Its thread ends with the test process.
pub(crate) struct TlsServer {
    port: u16,
    seen: Arc<Mutex<Vec<u8>>>,
}

impl TlsServer {
    pub(crate) fn start(config: Arc<ServerConfig>) -> Self {
        Self::with(move |stream, seen| {
            let connection = ServerConnection::new(Arc::clone(&config)).expect("a good configuration");
            let mut stream = StreamOwned::new(connection, stream);
            if let Some(request) = read(&mut stream) {
                seen.lock().unwrap_or_else(PoisonError::into_inner).extend(&request.raw);
                _ = stream.write_all(&gate::good(&request));
            }
            stream.conn.send_close_notify();
            _ = stream.flush();
        })
    }

    /// A server that answers the greeting with these bytes, and keeps what comes after it.
    pub(crate) fn greeting(answer: &'static [u8]) -> Self {
        Self::with(move |mut stream, seen| {
            let mut head = [0; 5];
            if stream.read_exact(&mut head).is_err() {
                return;
            }
            let mut greeting = vec![0; usize::from(u16::from_be_bytes([head[3], head[4]]))];
            if stream.read_exact(&mut greeting).is_ok() {
                _ = stream.write_all(answer);
                _ = stream.shutdown(std::net::Shutdown::Write);
                let mut rest = Vec::new();
                _ = stream.read_to_end(&mut rest);
                seen.lock().unwrap_or_else(PoisonError::into_inner).extend(rest);
            }
        })
    }

    fn with(serve: impl Fn(TcpStream, &Mutex<Vec<u8>>) + Send + Sync + 'static) -> Self {
        let (address, seen) = listen(serve);
        Self { port: address.port(), seen }
    }

    /// `https://localhost:<port>`
    pub(crate) fn url(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// What has come, decrypted if the server speaks TLS.
    pub(crate) fn seen(&self) -> Vec<u8> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Serves each connection in a thread of its own, which ends with the test process, and keeps what they have seen.
pub(crate) fn listen(
    serve: impl Fn(TcpStream, &Mutex<Vec<u8>>) + Send + Sync + 'static,
) -> (SocketAddr, Arc<Mutex<Vec<u8>>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let seen = Arc::<Mutex<Vec<u8>>>::default();
    let (kept, serve) = (Arc::clone(&seen), Arc::new(serve));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (kept, serve) = (Arc::clone(&kept), Arc::clone(&serve));
            std::thread::spawn(move || serve(stream, &kept));
        }
    });
    (address, seen)
}
