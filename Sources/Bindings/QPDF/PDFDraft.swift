import CQPDF

/// A PDF that is being made.
///
/// Threads: one at a time, together with the documents that streams are copied from. Ownership: freed
/// with the value; documents that streams come from are kept open until then. Lifetime: files that
/// streams come from are read when `write` runs. Errors: qpdf's exceptions become `QPDFError`.
@safe public struct PDFDraft: ~Copyable {
  private let raw: OpaquePointer

  /// Starts a document without pages (`QPDF::emptyPDF`).
  public init() throws(QPDFError) {
    var raw: OpaquePointer?
    let status = unsafe cqpdf_new(&raw)
    try checked("cqpdf_new", status)
    guard let raw = unsafe raw else { throw QPDFError(.failed, in: "cqpdf_new") }
    unsafe self.raw = raw
  }

  /// Opens a document to change it: tests break good files one rule at a time.
  package init(changing path: String) throws(QPDFError) {
    var raw: OpaquePointer?
    let status = unsafe cqpdf_open(path, &raw)
    try checked("cqpdf_open", status)
    guard let raw = unsafe raw else { throw QPDFError(.failed, in: "cqpdf_open") }
    unsafe self.raw = raw
  }

  deinit { unsafe cqpdf_close(raw) }

  /// Adds an object (`QPDF::makeIndirectObject`).
  public mutating func add(_ object: PDFObject) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    let syntax = object.syntax
    try checked("cqpdf_add_object", unsafe cqpdf_add_object(raw, syntax, syntax.utf8.count, &id))
    return ObjectID(id)
  }

  /// Sets an entry of a dictionary or of a stream's dictionary; `null` removes it.
  public mutating func set(_ key: String, of id: ObjectID, to value: PDFObject) throws(QPDFError) {
    let syntax = value.syntax
    let status = unsafe cqpdf_set_key(raw, cqpdf_id(id), "/" + key, syntax, syntax.utf8.count)
    try checked("cqpdf_set_key", status)
  }

  /// Sets an entry of the trailer.
  public mutating func setTrailer(_ key: String, to value: PDFObject) throws(QPDFError) {
    let syntax = value.syntax
    let status = unsafe cqpdf_set_trailer_key(raw, "/" + key, syntax, syntax.utf8.count)
    try checked("cqpdf_set_trailer_key", status)
  }

  /// The id of the document catalog.
  public func catalog() throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    try checked("cqpdf_catalog", unsafe cqpdf_catalog(raw, &id))
    return ObjectID(id)
  }

  /// Adds a stream of bytes that are filtered as `entries` say.
  public mutating func addStream(
    _ entries: [String: PDFObject], bytes: [UInt8]
  ) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    let syntax = PDFObject.dictionary(entries).syntax
    let status = unsafe cqpdf_add_stream(
      raw, syntax, syntax.utf8.count, bytes, bytes.count, &id)
    try checked("cqpdf_add_stream", status)
    return ObjectID(id)
  }

  /// Adds a stream of bytes, deflated.
  public mutating func addDeflated(
    _ entries: [String: PDFObject] = [:], bytes: [UInt8]
  ) throws(QPDFError) -> ObjectID {
    try addStream(
      entries.merging(["Filter": .name("FlateDecode")]) { $1 }, bytes: try deflated(bytes))
  }

  /// Adds a stream whose data is a byte range of a file, read in chunks.
  public mutating func addStream(
    _ entries: [String: PDFObject], file path: String, range: Range<Int>
  ) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    let syntax = PDFObject.dictionary(entries).syntax
    let status = unsafe cqpdf_add_stream_of_file(
      raw, syntax, syntax.utf8.count, path, UInt64(range.lowerBound), UInt64(range.count), &id)
    try checked("cqpdf_add_stream_of_file", status)
    return ObjectID(id)
  }

  /// Adds a stream whose data is the stored data of another document's stream, read in chunks.
  public mutating func addStream(
    _ entries: [String: PDFObject], of source: borrowing PDFFile, stream: ObjectID
  ) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    let syntax = PDFObject.dictionary(entries).syntax
    let status = unsafe cqpdf_add_stream_of_pdf(
      raw, syntax, syntax.utf8.count, source.raw, cqpdf_id(stream), &id)
    try checked("cqpdf_add_stream_of_pdf", status)
    return ObjectID(id)
  }

  /// Copies an object of another document with all it refers to (`QPDF::copyForeignObject`).
  public mutating func copy(
    _ object: ObjectID, of source: borrowing PDFFile
  ) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    try checked("cqpdf_copy", unsafe cqpdf_copy(raw, source.raw, cqpdf_id(object), &id))
    return ObjectID(id)
  }

  /// An object of this document.
  public func object(_ id: ObjectID) throws(QPDFError) -> PDFObject {
    var bytes = unsafe cqpdf_bytes()
    try checked("cqpdf_object", unsafe cqpdf_object(raw, cqpdf_id(id), &bytes))
    return try PDFObject.decoded(unsafe taken(bytes)).first ?? .null
  }

  /// Makes a page object the last page (`QPDF::addPage`).
  public mutating func append(page: ObjectID) throws(QPDFError) {
    try checked("cqpdf_append_page", unsafe cqpdf_append_page(raw, cqpdf_id(page)))
  }

  /// Writes the document: the same objects give the same bytes (`QPDFWriter::write`).
  ///
  /// qpdf holds one stream at a time: about twice the largest stream is the memory it takes.
  /// `version` is what the header says.
  public mutating func write(to path: String, version: String = "1.7") throws(QPDFError) {
    try checked("cqpdf_write", unsafe cqpdf_write(raw, path, version))
  }
}

/// Bytes that zlib's deflate packed; more than `limit` of them is `.tooLarge`.
public func inflated(_ bytes: [UInt8], limit: Int) throws(QPDFError) -> [UInt8] {
  var whole = unsafe cqpdf_bytes()
  try checked("cqpdf_inflate", unsafe cqpdf_inflate(bytes, bytes.count, limit, &whole))
  return unsafe taken(whole)
}

/// Bytes packed with zlib's deflate, for a stream with `/FlateDecode`.
public func deflated(_ bytes: [UInt8]) throws(QPDFError) -> [UInt8] {
  var packed = unsafe cqpdf_bytes()
  try checked("cqpdf_deflate", unsafe cqpdf_deflate(bytes, bytes.count, &packed))
  return unsafe taken(packed)
}
