import QPDF

/// Reads a file into values; the file is held only while this runs.
struct FactsReader {
  var objects: [ObjectID: PDFObject] = [:]
  var pages: [ObjectID] = []
  var data: [ObjectID: [UInt8]] = [:]
  var contents: [ObjectID: ContentFacts] = [:]
  /// The hexadecimal strings of content and of packed objects.
  var syntax = SyntaxFacts()

  /// Profiles, packets and maps are far smaller; a larger one counts as unreadable.
  private static let mostBytes = 8 << 20
  /// The header of a JPEG 2000 file lies before its first tile.
  private static let mostHead = 1 << 16

  init(_ file: borrowing PDFFile) throws(QPDFError) {
    for index in 0..<(try file.pageCount()) { pages.append(try file.page(index)) }
  }

  mutating func read(_ file: borrowing PDFFile, _ ids: [ObjectID]) throws(QPDFError) {
    for id in ids { objects[id] = try file.object(id) }
    for page in pages {
      contents[page] = content(page, file)
      let parts = resolved(objects[page]?.entries?["Contents"])
      for part in parts.array ?? [objects[page]?.entries?["Contents"] ?? .null] {
        part.id.map { noteStrings(of: $0, file) }
      }
    }
    for id in ids { read(id, objects[id] ?? .null, file) }
  }

  /// The entries whose streams the rules look into.
  private static let kept = [
    "Metadata", "DestOutputProfile", "ToUnicode", "Encoding", "UseCMap", "CIDToGIDMap",
    "FontFile2",
  ]

  private mutating func read(_ id: ObjectID, _ object: PDFObject, _ file: borrowing PDFFile) {
    keepStreams(in: object, file)
    guard case .stream(let entries) = object else { return }
    let isPattern = entries["PatternType"] != nil
    if entries["Subtype"]?.name == "Form" || isPattern {
      contents[id] = content(id, file)
      noteStrings(of: id, file)
    }
    if entries["Type"]?.name == "ObjStm" { noteStrings(of: id, file) }
    if filters(entries).last == "JPXDecode" { data[id] = head(id, file) }
  }

  private func resolved(_ object: PDFObject?) -> PDFObject {
    object?.id.map { objects[$0] ?? .null } ?? object ?? .null
  }

  private mutating func noteStrings(of id: ObjectID, _ file: borrowing PDFFile) {
    // What cannot be decoded is told by the rules on content and filters.
    guard let bytes = try? file.streamData(id, .decoded, limit: Self.mostBytes) else { return }
    syntax.note(hexStringsOf: bytes, at: placeText(id))
  }

  private func filters(_ entries: [String: PDFObject]) -> [String] {
    let filter = objects[entries["Filter"]?.id ?? ObjectID(number: 0)] ?? entries["Filter"] ?? .null
    return (filter.array ?? [filter]).compactMap(\.name)
  }

  private mutating func keep(_ object: PDFObject?, _ file: borrowing PDFFile) {
    guard let id = object?.id, data[id] == nil, objects[id]?.isStream ?? false else { return }
    // What cannot be decoded stays out, and the rule that needs it finds nothing.
    data[id] = try? file.streamData(id, .decoded, limit: Self.mostBytes)
  }

  /// ICC profiles stand second in `[/ICCBased stream]`, wherever such an array is.
  private mutating func keepStreams(in object: PDFObject, _ file: borrowing PDFFile) {
    var waiting = [object]
    while let next = waiting.popLast() {
      if let items = next.array {
        if items.first?.name == "ICCBased", items.count > 1 { keep(items[1], file) }
        waiting += items
      }
      if let entries = next.entries {
        for key in Self.kept { keep(entries[key], file) }
        waiting += entries.values
      }
    }
  }

  private func content(_ id: ObjectID, _ file: borrowing PDFFile) -> ContentFacts {
    // Longer content is not followed; the rules take it for unreadable.
    guard let operators = try? file.content(of: id, limit: Self.mostBytes) else {
      var facts = ContentFacts()
      facts.isUnreadable = true
      return facts
    }
    return ContentFacts(operators)
  }

  private func head(_ id: ObjectID, _ file: borrowing PDFFile) -> [UInt8] {
    var head: [UInt8] = []
    // Only the header is kept; a stream that cannot be read keeps what came.
    try? file.streamData(id, .stored) { chunk in
      if head.count < Self.mostHead { head += chunk }
    }
    return head
  }
}
