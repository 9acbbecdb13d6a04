//! What an editor may ask, and where the answer comes from.

use gen_lsp_types::{
    CodeActionOptions, CodeActionParams, CompletionOptions, CompletionParams, DocumentFormattingParams,
    DocumentRangeFormattingParams, DocumentSymbolParams, ErrorCodes, FoldingRangeParams, Hover, HoverParams,
    InitializeResult, MarkupContent, MarkupKind, PositionEncodingKind, ServerCapabilities, ServerInfo,
    TextDocumentSyncKind, TextDocumentSyncOptions, json_rpc::Error,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    actions, completion,
    convert::{Encoding, Lines},
    documents::{Document, Kind},
    formatting, hover,
    library::Reading,
    outline,
    server::Server,
};

/// What a request leads to: a result, or an error of the protocol.
pub(crate) type Answer = Result<Value, Error>;

/// What the server tells an editor of itself.
pub(crate) fn capabilities(encoding: Encoding) -> Value {
    let encoding = match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
    };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(true.into()),
        ..TextDocumentSyncOptions::default()
    };
    let actions =
        CodeActionOptions { code_action_kinds: Some(actions::kinds()), ..CodeActionOptions::default() };
    let completion = CompletionOptions {
        trigger_characters: Some(vec![completion::TRIGGER.to_owned()]),
        ..CompletionOptions::default()
    };
    let capabilities = ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(sync.into()),
        code_action_provider: Some(actions.into()),
        completion_provider: Some(completion),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        hover_provider: Some(true.into()),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    let server_info = Some(ServerInfo { name: "agenda-lint".to_owned(), version });
    value(InitializeResult { capabilities, server_info })
}

/// The answer to a request. Of a document that is not open, or that is no note, there is nothing to
/// say.
pub(crate) fn answer(server: &mut Server, method: &str, params: Value) -> Answer {
    Ok(match method {
        "textDocument/formatting" => {
            let DocumentFormattingParams { text_document, .. } = parse(params)?;
            of_note(server, &text_document.uri.0, |note| note.lines.edits(&formatting::whole(note.reading)))
        }
        "textDocument/rangeFormatting" => {
            let DocumentRangeFormattingParams { text_document, range, .. } = parse(params)?;
            of_note(server, &text_document.uri.0, |note| {
                note.lines.edits(&formatting::part(note.reading, note.lines.span(range)))
            })
        }
        "textDocument/codeAction" => {
            let CodeActionParams { text_document, range, context, .. } = parse(params)?;
            let client = server.client;
            of_note(server, &text_document.uri.0, |note| {
                let span = note.lines.span(range);
                actions::actions(note.document, note.reading, span, context.only.as_deref(), &client)
            })
        }
        "textDocument/hover" => {
            let HoverParams { text_document_position_params: at, .. } = parse(params)?;
            of_note(server, &at.text_document.uri.0, |note| {
                let (value, span) = hover::hover(note.reading, note.lines.offset(at.position))?;
                let contents = MarkupContent { kind: MarkupKind::Markdown, value }.into();
                Some(Hover { contents, range: Some(note.lines.range(span)) })
            })
        }
        "textDocument/completion" => {
            let CompletionParams { text_document_position_params: at, .. } = parse(params)?;
            let uri = &at.text_document.uri.0;
            let config = server.documents.get(uri).filter(|document| document.kind == Kind::Config);
            if let Some(config) = config {
                let lines = config.lines(server.client.encoding);
                return Ok(value(completion::in_config(
                    config.bare_text(),
                    lines,
                    lines.offset(at.position),
                )));
            }
            of_note(server, uri, |note| {
                completion::in_note(note.reading, note.lines, note.lines.offset(at.position))
            })
        }
        "textDocument/documentSymbol" => {
            let DocumentSymbolParams { text_document, .. } = parse(params)?;
            of_note(server, &text_document.uri.0, |note| {
                outline::symbols(note.reading.analysis(), note.lines)
            })
        }
        "textDocument/foldingRange" => {
            let FoldingRangeParams { text_document, .. } = parse(params)?;
            of_note(server, &text_document.uri.0, |note| outline::folds(note.reading.analysis(), note.lines))
        }
        _ => return Err(error(ErrorCodes::MethodNotFound, "this server does not know that")),
    })
}

/// A note that something is asked of.
struct Note<'a> {
    document: &'a Document,
    lines: Lines<'a>,
    reading: Reading<'a>,
}

/// What `ask` says of an open note; nothing if it cannot be read or its settings leave it out.
fn of_note<T: Serialize>(server: &mut Server, uri: &str, ask: impl FnOnce(Note<'_>) -> T) -> Value {
    let document = server.documents.get(uri).filter(|document| document.kind == Kind::Note);
    let Some(document) = document else { return Value::Null };
    let lines = document.lines(server.client.encoding);
    let reading = server.library.read(document);
    reading.map_or(Value::Null, |reading| value(ask(Note { document, lines, reading })))
}

/// Reads what a message is about.
pub(crate) fn parse<T: DeserializeOwned>(params: Value) -> Result<T, Error> {
    serde_json::from_value(params).map_err(|problem| error(ErrorCodes::InvalidParams, &problem.to_string()))
}

/// An error of the protocol.
pub(crate) fn error(code: ErrorCodes, message: &str) -> Error {
    Error { code, message: message.to_owned(), data: None }
}

/// An answer is plain data and can always be written.
fn value(answer: impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or_default()
}
