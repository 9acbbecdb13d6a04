//! Messages on a stream: a header with the length, then JSON.

use std::io::{self, BufRead, Read, Write};

use gen_lsp_types::{
    ErrorCodes,
    json_rpc::{Error, Id, RequestObject, ResponseObject},
};
use serde::Serialize;
use serde_json::error::Category;

/// How many bytes a message may have: four of the longest notes.
const MAX_MESSAGE: u64 = 64 * 1024 * 1024;

/// How many bytes the header of a message may have.
const MAX_HEADER: u64 = 8 * 1024;

/// What came in.
#[derive(Debug)]
pub(crate) enum Incoming {
    /// A request, a notification, or the answer to a request of ours, which has no method.
    Message(RequestObject),
    /// Something else, and what to answer.
    Malformed(Box<ResponseObject>),
}

/// Reads a message; none at the end of the input. An error means that nobody can tell where the next
/// message begins.
pub(crate) fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = header(input)? else { return Ok(None) };
    let mut body = Vec::new();
    // What was announced takes no memory before it is here.
    input.take(length).read_to_end(&mut body)?;
    if body.len() as u64 != length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(Box::new(refusal(&error))),
    }))
}

/// Writes a message.
pub(crate) fn write(output: &mut impl Write, body: &[u8]) -> io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(body)?;
    output.flush()
}

/// A message as it is written. Our messages are plain data and can always be.
pub(crate) fn body(message: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(message).unwrap_or_default()
}

/// The length that a header announces; none at the end of the input.
fn header(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let invalid = |problem: &str| io::Error::new(io::ErrorKind::InvalidData, problem);
    let mut left = input.take(MAX_HEADER);
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if left.read_until(b'\n', &mut line)? == 0 && left.limit() > 0 {
            return Ok(None);
        }
        let line = std::str::from_utf8(&line).map_err(|_| invalid("a header that is no text"))?;
        let Some(line) = line.strip_suffix('\n') else { return Err(invalid("a header without end")) };
        let line = line.trim_end_matches('\r');
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| invalid("a header line without a colon"))?;
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse().map_err(|_| invalid("a length that is no number"))?);
        }
    }
    match length {
        Some(length) if length <= MAX_MESSAGE => Ok(Some(length)),
        Some(_) => Err(invalid("a message that is too long")),
        None => Err(invalid("a message without a length")),
    }
}

fn refusal(error: &serde_json::Error) -> ResponseObject {
    let code = match error.classify() {
        Category::Data => ErrorCodes::InvalidRequest,
        _ => ErrorCodes::ParseError,
    };
    ResponseObject::from_error(Id::Null, Error { code, message: error.to_string(), data: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(mut input: &[u8]) -> String {
        match read(&mut input) {
            Ok(Some(Incoming::Message(message))) => format!("message {}", message.method()),
            Ok(Some(Incoming::Malformed(answer))) => {
                format!("refused {}", i32::from(answer.error().unwrap().code))
            }
            Ok(None) => "end".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn garbage_is_refused_or_ends_the_input() {
        let good = r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#;
        let framed = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let deep = "[".repeat(200_000);
        for (input, expected) in [
            (framed(good), "message shutdown"),
            (framed(good).replace("Content-Length: ", "Other: 1\ncontent-length:"), "message shutdown"),
            (framed("hello"), "refused -32700"),
            (framed(&deep), "refused -32700"),
            (framed(""), "refused -32700"),
            (framed("[]"), "refused -32600"),
            (framed("null"), "refused -32600"),
            (framed(r#"{"jsonrpc":"2.0","id":5,"method":5}"#), "refused -32600"),
            (framed(r#"{"jsonrpc":"2.0","id":{},"method":"a"}"#), "refused -32600"),
            (String::new(), "end"),
            ("Content-Length: 100\r\n\r\n{".to_owned(), "end"),
            ("Content-Length: -5\r\n\r\n{}".to_owned(), "a length that is no number"),
            ("Content-Length: 999999999999999\r\n\r\n{}".to_owned(), "a message that is too long"),
            ("X: 1\r\n\r\n{}".to_owned(), "a message without a length"),
            ("GET / HTTP/1.1\r\n\r\n".to_owned(), "a header line without a colon"),
            ("X".repeat(1_000_000), "a header without end"),
            ("X: 1\r\n".repeat(100_000), "a header without end"),
        ] {
            assert_eq!(outcome(input.as_bytes()), expected, "{}", &input[..input.len().min(60)]);
        }
    }
}
