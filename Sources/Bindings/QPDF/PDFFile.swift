import CQPDF

/// A PDF that was opened for reading.
///
/// Threads: one at a time. Ownership: closed with the value; what is returned is a copy. Lifetime: the
/// file must stay where it is, data is read when it is asked for. Errors: qpdf's exceptions become
/// `QPDFError`; what qpdf can mend it mends in memory, which `isRepaired` tells.
@safe public struct PDFFile: ~Copyable {
  let raw: OpaquePointer

  /// Opens a file with the empty password (`QPDF::processFile`).
  public init(path: String) throws(QPDFError) {
    var raw: OpaquePointer?
    let status = unsafe cqpdf_open(path, &raw)
    try checked("cqpdf_open", status)
    guard let raw = unsafe raw else { throw QPDFError(.failed, in: "cqpdf_open") }
    unsafe self.raw = raw
  }

  deinit { unsafe cqpdf_close(raw) }

  /// Whether the file is encrypted, be it with an empty password (`QPDF::isEncrypted`).
  public var isEncrypted: Bool { unsafe cqpdf_is_encrypted(raw) != 0 }

  /// Whether qpdf had to mend something up to now (`QPDF::anyWarnings`).
  public var isRepaired: Bool { unsafe cqpdf_has_warnings(raw) != 0 }

  /// The number of pages (`QPDF::getAllPages`).
  public func pageCount() throws(QPDFError) -> Int {
    var count = 0
    try checked("cqpdf_page_count", unsafe cqpdf_page_count(raw, &count))
    return count
  }

  /// The id of a page, from 0; inherited attributes are filled into its dictionary.
  public func page(_ index: Int) throws(QPDFError) -> ObjectID {
    var id = cqpdf_id()
    try checked("cqpdf_page", unsafe cqpdf_page(raw, index, &id))
    return ObjectID(id)
  }

  /// The ids of all objects in order (`QPDF::getAllObjects`).
  public func allObjects() throws(QPDFError) -> [ObjectID] {
    var bytes = unsafe cqpdf_bytes()
    try checked("cqpdf_all_objects", unsafe cqpdf_all_objects(raw, &bytes))
    let ids = unsafe taken(bytes)
    func number(_ at: Int) -> Int32 {
      (0..<4).reduce(0) { $0 | Int32(truncatingIfNeeded: UInt32(ids[at + $1]) << UInt32(8 * $1)) }
    }
    return stride(from: 0, to: ids.count, by: 8).map {
      ObjectID(number: number($0), generation: number($0 + 4))
    }
  }

  /// An object by its id, `null` when there is none (`QPDF::getObjectByID`).
  public func object(_ id: ObjectID) throws(QPDFError) -> PDFObject {
    var bytes = unsafe cqpdf_bytes()
    try checked("cqpdf_object", unsafe cqpdf_object(raw, cqpdf_id(id), &bytes))
    return try PDFObject.decoded(unsafe taken(bytes)).first ?? .null
  }

  /// The object itself, or the one it refers to; `null` when that cannot be read.
  public func resolved(_ object: PDFObject?) -> PDFObject {
    guard let object else { return .null }
    guard let id = object.id else { return object }
    // An object that cannot be read is null, as ISO 32000-1 7.3.10 has it for a missing one.
    return (try? self.object(id)) ?? .null
  }

  /// The trailer dictionary (`QPDF::getTrailer`).
  public func trailer() throws(QPDFError) -> [String: PDFObject] {
    var bytes = unsafe cqpdf_bytes()
    try checked("cqpdf_trailer", unsafe cqpdf_trailer(raw, &bytes))
    return try PDFObject.decoded(unsafe taken(bytes)).first?.entries ?? [:]
  }

  /// The document catalog, empty when it cannot be read.
  public func catalog() throws(QPDFError) -> [String: PDFObject] {
    resolved(try trailer()["Root"]).entries ?? [:]
  }

  /// The operators of a page or of a form with their operands, in order.
  ///
  /// More than `limit` decoded bytes is `.tooLarge` (`QPDFObjectHandle::parseContentStream`).
  public func content(of id: ObjectID, limit: Int) throws(QPDFError) -> [PDFObject] {
    var bytes = unsafe cqpdf_bytes()
    try checked("cqpdf_content", unsafe cqpdf_content(raw, cqpdf_id(id), limit, &bytes))
    return try PDFObject.decoded(unsafe taken(bytes))
  }

  /// How stream data is asked for.
  public enum StreamForm: Int32, Sendable {
    /// The bytes between `stream` and `endstream`.
    case stored = 0
    /// With Flate, LZW, ASCII and run length filters undone; other filters are `.damaged`.
    case decoded = 1
  }

  /// The data of a stream; more than `limit` bytes is `.tooLarge`.
  public func streamData(_ id: ObjectID, _ form: StreamForm, limit: Int) throws(QPDFError)
    -> [UInt8]
  {
    var bytes = unsafe cqpdf_bytes()
    try checked(
      "cqpdf_stream", unsafe cqpdf_stream(raw, cqpdf_id(id), form.rawValue, limit, &bytes))
    return unsafe taken(bytes)
  }

  /// Hands the data of a stream over in chunks of some kilobytes, never held whole.
  public func streamData(
    _ id: ObjectID, _ form: StreamForm, chunk: ([UInt8]) -> Void
  ) throws(QPDFError) {
    let status = withoutActuallyEscaping(chunk) { chunk in
      var sink = Sink(take: chunk)
      return unsafe withUnsafeMutablePointer(to: &sink) { sink in
        unsafe cqpdf_pipe_stream(
          raw, cqpdf_id(id), form.rawValue,
          { bytes, count, context in
            let sink = unsafe context?.assumingMemoryBound(to: Sink.self)
            unsafe sink?.pointee.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
          }, sink)
      }
    }
    try checked("cqpdf_pipe_stream", status)
  }

  private struct Sink {
    let take: ([UInt8]) -> Void
  }
}

extension ObjectID {
  init(_ id: cqpdf_id) { self.init(number: id.number, generation: id.generation) }
}

extension cqpdf_id {
  init(_ id: ObjectID) { self.init(number: id.number, generation: id.generation) }
}
