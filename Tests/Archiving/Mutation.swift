import Archiving
import QPDF
import Testing

/// One way to break a good PDF/A, and the clause that must notice.
struct Mutation: Sendable, CustomTestStringConvertible {
  let clause: String
  let what: String
  let level: ConformanceLevel
  let change: @Sendable (inout PDFDraft, Parts) throws -> Void
  var testDescription: String { "\(level.name) \(clause): \(what)" }

  init(
    _ clause: String, _ what: String, on level: ConformanceLevel = .pdfA2u,
    _ change: @escaping @Sendable (inout PDFDraft, Parts) throws -> Void
  ) {
    self.clause = clause
    self.what = what
    self.level = level
    self.change = change
  }
}

/// Where the parts of the good file are.
struct Parts: Sendable {
  let catalog: ObjectID
  let page: ObjectID
  let image: ObjectID
  let font: ObjectID
  let descendant: ObjectID
  let metadata: ObjectID
  let intent: ObjectID
  let profile: ObjectID
  let attachment: ObjectID?

  init(_ path: String, hasMetadata: Bool = true) throws {
    let file = try PDFFile(path: path)
    func id(_ object: PDFObject?) throws -> ObjectID { try #require(object?.id) }
    catalog = try id(try file.trailer()["Root"])
    page = try file.page(0)
    let analysis = try file.analysis(ofPage: 0)
    image = try #require(analysis.images.first).facts.id
    let resources = file.resolved(try file.object(page).entries?["Resources"]).entries ?? [:]
    font = try id(file.resolved(resources["Font"]).entries?.values.first)
    descendant = try id(
      file.resolved(try file.object(font).entries?["DescendantFonts"]).array?.first)
    let root = try file.catalog()
    metadata = hasMetadata ? try id(root["Metadata"]) : page
    let intents = file.resolved(root["OutputIntents"]).array ?? []
    profile = try id(file.resolved(intents.first).entries?["DestOutputProfile"])
    intent = profile
    attachment = file.resolved(root["AF"]).array?.first?.id
  }

  func required(_ id: ObjectID?) throws -> ObjectID { try #require(id) }
}

func dictionary(_ entries: [String: PDFObject]) -> PDFObject { .dictionary(entries) }

func set(
  _ keyPath: any KeyPath<Parts, ObjectID> & Sendable, _ key: String, _ value: PDFObject
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in try draft.set(key, of: parts[keyPath: keyPath], to: value) }
}

/// Adds an object to the page's resources under a category.
func resource(
  _ category: String, _ value: PDFObject
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    var resources = try draft.object(parts.page).entries?["Resources"]?.entries ?? [:]
    var own = resources[category]?.entries ?? [:]
    own["Extra"] = value
    resources[category] = .dictionary(own)
    try draft.set("Resources", of: parts.page, to: .dictionary(resources))
  }
}

/// Hangs a stream on the catalog, where nothing but the rule looks at it.
func stream(
  _ entries: [String: PDFObject], _ bytes: [UInt8] = []
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    let id = try draft.addStream(entries, bytes: bytes)
    try draft.set("Extra", of: parts.catalog, to: .reference(id))
  }
}

/// Puts operators after the page's own.
func content(_ text: String) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    let more = try draft.addStream([:], bytes: Array(text.utf8))
    let own = try draft.object(parts.page).entries?["Contents"] ?? .null
    try draft.set("Contents", of: parts.page, to: .array([own, .reference(more)]))
  }
}

/// Gives the font an embedded character map.
func encoding(
  _ map: String, on base: PDFObject = .null
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    let entries: [String: PDFObject] = [
      "Type": .name("CMap"), "CMapName": .name("Own"), "WMode": .integer(0),
      "CIDSystemInfo": dictionary([
        "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": .integer(0),
      ]), "UseCMap": base,
    ]
    let id = try draft.addStream(entries.filter { !$0.value.isNull }, bytes: Array(map.utf8))
    try draft.set("Encoding", of: parts.font, to: .reference(id))
  }
}

/// Gives the page an annotation.
func annotation(
  _ entries: [String: PDFObject]
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    var all: [String: PDFObject] = [
      "Type": .name("Annot"), "F": .integer(4),
      "Rect": .array([0, 0, 9, 9].map { .integer($0) }),
    ]
    all.merge(entries) { $1 }
    let id = try draft.add(.dictionary(all.filter { !$0.value.isNull }))
    try draft.set("Annots", of: parts.page, to: .array([.reference(id)]))
  }
}

/// Replaces the metadata by a packet with other properties.
func metadata(
  _ properties: String, header: String = ""
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    let id = try draft.addStream(
      ["Type": .name("Metadata"), "Subtype": .name("XML")],
      bytes: packet(properties, header: header))
    try draft.set("Metadata", of: parts.catalog, to: .reference(id))
  }
}

/// A metadata packet with a producer and other properties.
func packet(_ properties: String, header: String = "") -> [UInt8] {
  Array(
    """
    <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"\(header)?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:own="http://example.com/own/">\
    <pdf:Producer>sohoa</pdf:Producer>\(properties)</rdf:Description></rdf:RDF></x:xmpmeta>\
    <?xpacket end="w"?>
    """.utf8)
}

func claiming(_ level: ConformanceLevel) -> String {
  claiming(part: level.part, level.conformance)
}

func claiming(part: Int, _ conformance: String) -> String {
  "<pdfaid:part>\(part)</pdfaid:part><pdfaid:conformance>\(conformance)</pdfaid:conformance>"
}

let claim = claiming(.pdfA2u)

var form: [String: PDFObject] {
  [
    "Type": .name("XObject"), "Subtype": .name("Form"),
    "BBox": .array([0, 0, 9, 9].map { .integer($0) }),
  ]
}

/// A JPEG 2000 codestream of two colour channels up to its SIZ segment.
let twoChannels: [UInt8] =
  [0xFF, 0x4F, 0xFF, 0x51, 0, 44, 0, 0] + [UInt8](repeating: 0, count: 32) + [
    0, 2, 7, 1, 1, 7, 1, 1,
  ]
