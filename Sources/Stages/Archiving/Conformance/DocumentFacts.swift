import Foundation
import QPDF

/// What the rules of PDF/A are judged on: a file's objects and the few streams that matter, as values.
struct DocumentFacts: Sendable {
  /// The level that the file is checked against.
  let level: ConformanceLevel
  /// The first bytes of the file.
  let head: [UInt8]
  /// The last bytes of the file.
  let tail: [UInt8]
  /// Whether the file is encrypted.
  let isEncrypted: Bool
  /// Whether qpdf had to mend the structure.
  let isRepaired: Bool
  /// The trailer dictionary.
  let trailer: [String: PDFObject]
  /// Every object of the file.
  let objects: [ObjectID: PDFObject]
  /// The ids of all objects, in order.
  let ids: [ObjectID]
  /// The pages, in order.
  let pages: [ObjectID]
  /// Decoded data of metadata, profiles, character maps and JPEG 2000 headers.
  let data: [ObjectID: [UInt8]]
  /// How far the values of each object reach.
  let extremes: [ObjectID: Extremes]
  /// What the content of each page, form and glyph procedure uses.
  let contents: [ObjectID: ContentFacts]
  /// How the bytes around objects and streams are written.
  let syntax: SyntaxFacts

  init(path: String, level: ConformanceLevel) throws(ArchivingError) {
    let name = fileName(path)
    self.level = level
    let file: Data
    do {
      file = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      head = [UInt8](file.prefix(1024))
      tail = [UInt8](file.suffix(1024))
    } catch {
      throw ArchivingError(.notReadable, file: name, found: "cannot be opened")
    }
    do throws(QPDFError) {
      let document = try PDFFile(path: path)
      var reader = try FactsReader(document)
      trailer = try document.trailer()
      ids = try document.allObjects()
      try reader.read(document, ids)
      objects = reader.objects
      pages = reader.pages
      extremes = reader.objects.mapValues(Extremes.init)
      data = reader.data
      contents = reader.contents
      let objects = reader.objects
      syntax = reader.syntax.following(file) { objects[$0]?.integer }
      isEncrypted = document.isEncrypted
      isRepaired = document.isRepaired
    } catch {
      throw ArchivingError(.notReadable, file: name, found: error.description)
    }
  }

  /// The object itself, or the one it refers to.
  func resolved(_ object: PDFObject?) -> PDFObject {
    guard let object else { return .null }
    guard let id = object.id else { return object }
    return objects[id] ?? .null
  }

  /// The document catalog.
  var catalog: [String: PDFObject] { resolved(trailer["Root"]).entries ?? [:] }

  /// The metadata packet of the document, nil when there is none or it cannot be read.
  var packet: [UInt8]? { catalog["Metadata"]?.id.flatMap { data[$0] } }

  /// Every dictionary of the file, those inside other objects too, with the object it stands in.
  var dictionaries: [(place: ObjectID, entries: [String: PDFObject])] {
    var found: [(ObjectID, [String: PDFObject])] = []
    for id in ids {
      var waiting = [objects[id] ?? .null]
      while let object = waiting.popLast() {
        if let entries = object.entries {
          found.append((id, entries))
          waiting += entries.values
        }
        waiting += object.array ?? []
      }
    }
    return found
  }

  /// The places of all dictionaries that meet a condition, as references, each once.
  func places(_ condition: ([String: PDFObject]) -> Bool) -> [String] {
    var places: [String] = []
    for (place, entries) in dictionaries where condition(entries) {
      let text = "\(place.number) \(place.generation) R"
      if places.last != text { places.append(text) }
    }
    return places
  }

  /// The streams of the file with their dictionaries.
  var streams: [(id: ObjectID, entries: [String: PDFObject])] {
    ids.compactMap { id in
      guard case .stream(let entries)? = objects[id] else { return nil }
      return (id, entries)
    }
  }
}

/// A place in the words of a report.
func placeText(_ id: ObjectID) -> String { "\(id.number) \(id.generation) R" }
