//! A static file server for the built page, on this computer only.
//!
//! It exists because the page must work under a strict content security policy, which it sends with every answer.
//! One thread per connection, one request per connection, GET and HEAD only. Deliberately absent: rebuilding on change,
//! compression, keep-alive, other addresses than the loopback one. Ctrl-C ends it.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

/// The port unless `--port` says another.
pub(crate) const DEFAULT_PORT: u16 = 8080;

/// What the page may do: load its own files, compile its module, and nothing else.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                                       connect-src 'self'; img-src 'self'; manifest-src 'self'";

/// Longest head of a request that is read, in bytes.
const LONGEST_HEAD: u64 = 16 * 1024;

/// How long a connection may take to send its request or to take its answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes the port of the page; 0 takes any free one.
pub(crate) fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            let other = port.checked_add(1).unwrap_or(DEFAULT_PORT);
            Failure::new(format!("port {port} of 127.0.0.1 is taken by another program"))
                .hint(format!("stop that program, or take another port: cargo xtask demo --port {other}"))
        }
        _ => Failure::io(format_args!("cannot listen on port {port} of 127.0.0.1"), &error)
            .hint("take another port, above 1023: cargo xtask demo --port 8080"),
    })
}

/// Serves a folder until the program is ended; prints the address as the last line.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::io(format_args!("cannot serve {}", folder.display()), &error);
    let folder = folder.canonicalize().map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    println!("the page is built; Ctrl-C ends the server");
    println!("serving http://{address}/");
    for connection in listener.incoming() {
        // A connection that breaks is the browser's affair; it asks again.
        let Ok(connection) = connection else { continue };
        let folder = folder.clone();
        let answering = thread::Builder::new().spawn(move || drop(answer(&connection, &folder)));
        if answering.is_err() {
            thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

/// Reads one request and writes its answer.
fn answer(connection: &TcpStream, folder: &Path) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(connection.take(LONGEST_HEAD)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The header lines tell nothing we need, but unread bytes would reset the connection when it closes.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut connection = connection;
    connection.write_all(&respond(&request, folder))?;
    connection.flush()
}

/// The whole answer to a request line such as `GET /index.html HTTP/1.1`.
fn respond(request: &str, folder: &Path) -> Vec<u8> {
    let mut words = request.split(' ');
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return text("400 Bad Request", true);
    };
    if !version.starts_with("HTTP/1.") {
        return text("400 Bad Request", true);
    }
    let with_body = match method {
        "GET" => true,
        "HEAD" => false,
        _ => return text("405 Method Not Allowed", true),
    };
    let file = find(target, folder).and_then(|path| Some((media_type(&path), fs::read(&path).ok()?)));
    match file {
        Some((media_type, body)) => message("200 OK", media_type, &body, with_body),
        None => text("404 Not Found", with_body),
    }
}

fn text(status: &str, with_body: bool) -> Vec<u8> {
    message(status, "text/plain; charset=utf-8", format!("{status}\n").as_bytes(), with_body)
}

fn message(status: &str, media_type: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let length = body.len();
    let allow = if status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" };
    let mut message = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{allow}\
         Content-Security-Policy: {CONTENT_SECURITY_POLICY}\r\nX-Content-Type-Options: nosniff\r\n\
         Referrer-Policy: no-referrer\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    )
    .into_bytes();
    if with_body {
        message.extend_from_slice(body);
    }
    message
}

/// The file that a request target names, if there is one inside the folder.
fn find(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let relative = PathBuf::from(decode(path)?);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut found = folder.join(relative);
    if found.is_dir() {
        found.push("index.html");
    }
    // Follows symbolic links, which must not lead out of the folder either.
    let found = found.canonicalize().ok()?;
    (found.starts_with(folder) && found.is_file()).then_some(found)
}

/// Undoes percent-encoding; `None` when it is broken, or hides a byte that no file name of ours has.
fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        let byte = if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let value = digit(bytes.next()?)? * 16 + digit(bytes.next()?)?;
            u8::try_from(value).ok()?
        } else {
            byte
        };
        if byte == 0 || byte == b'\\' {
            return None;
        }
        decoded.push(byte);
    }
    String::from_utf8(decoded).ok()
}

/// Browsers refuse modules of the wrong type, and compile WebAssembly while it loads only for the right one.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(OsStr::to_str).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(request: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let folder = folder.canonicalize().unwrap_or(folder);
        String::from_utf8_lossy(&respond(request, &folder)).into_owned()
    }

    #[test]
    fn files_come_with_the_policy_and_their_type() {
        let answer = answered("GET /main.rs?version=1 HTTP/1.1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("\r\nContent-Security-Policy: default-src 'none'; "), "{answer}");
        assert!(answer.contains("mod serve;"), "{answer}");
        assert_eq!(media_type(Path::new("a/claim-check_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("boot.js")), "text/javascript; charset=utf-8");
    }

    #[test]
    fn the_end_to_end_tests_run_under_the_same_policy() {
        let server = include_str!("../../tests/e2e/support/server.js");
        assert!(server.contains(&format!("\"{CONTENT_SECURITY_POLICY}\"")));
    }

    #[test]
    fn head_sends_no_body() {
        let answer = answered("HEAD /%6Dain.rs HTTP/1.1");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..\\Cargo.toml",
            "//etc/passwd",
            "/%2Fetc/passwd",
            "/main.rs%00",
            "/%zz",
            "/%",
            "/",
            "main.rs",
            "http://127.0.0.1/main.rs",
        ] {
            let answer = answered(&format!("GET {target} HTTP/1.1"));
            assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{target}: {answer}");
        }
    }

    #[test]
    fn other_methods_and_broken_requests_are_refused() {
        assert!(answered("POST / HTTP/1.1").starts_with("HTTP/1.1 405 Method Not Allowed\r\n"));
        assert!(answered("POST / HTTP/1.1").contains("\r\nAllow: GET, HEAD\r\n"));
        for request in ["", "GET", "GET /", "GET / SPDY"] {
            assert!(answered(request).starts_with("HTTP/1.1 400 Bad Request\r\n"), "{request}");
        }
    }
}
