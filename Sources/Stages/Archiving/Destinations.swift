import QPDF

/// Where links and bookmarks of a PDF lead (ISO 32000-1 12.3.2).
struct Destinations {
  /// A page and how it is to be shown.
  struct Target {
    let page: ObjectID
    /// The items behind the page: `/XYZ left top zoom`, `/Fit` and the like.
    let view: [PDFObject]
  }

  private var named: [[UInt8]: PDFObject] = [:]

  /// Real documents have some thousands of names; a hostile tree may be a knot.
  private static let mostNodes = 100_000

  /// Reads the names of a file, those of PDF 1.1 too.
  init(of file: borrowing PDFFile) throws(QPDFError) {
    let catalog = try file.catalog()
    for (name, value) in file.resolved(catalog["Dests"]).entries ?? [:] {
      named[Array(name.utf8)] = file.resolved(value)
    }
    var waiting = [file.resolved(catalog["Names"]).entries?["Dests"] ?? .null]
    var seen: Set<ObjectID> = []
    while let next = waiting.popLast(), named.count < Self.mostNodes {
      if let id = next.id, !seen.insert(id).inserted { continue }
      let node = file.resolved(next).entries ?? [:]
      waiting += file.resolved(node["Kids"]).array ?? []
      let items = file.resolved(node["Names"]).array ?? []
      for at in stride(from: 0, to: items.count - 1, by: 2) {
        if let key = file.resolved(items[at]).bytes { named[key] = file.resolved(items[at + 1]) }
      }
    }
  }

  /// What a destination means, be it written out or a name; nil for one that leads nowhere.
  func target(_ destination: PDFObject?, in file: borrowing PDFFile) -> Target? {
    var object = file.resolved(destination)
    if let key = object.bytes ?? object.name.map({ Array($0.utf8) }) {
      object = named[key] ?? .null
    }
    if let entries = object.entries { object = file.resolved(entries["D"]) }
    guard let items = object.array, let page = items.first?.id else { return nil }
    let view = items.dropFirst().map { file.resolved($0) }
    // A view has a name and at most four numbers.
    guard view.count <= 5, view.allSatisfy({ $0.name != nil || $0.number != nil || $0.isNull })
    else { return nil }
    return Target(page: page, view: view)
  }

  /// Where a link or a bookmark leads within its file; nil when it does something else.
  func target(of entries: [String: PDFObject], in file: borrowing PDFFile) -> Target? {
    if let destination = entries["Dest"] { return target(destination, in: file) }
    let action = file.resolved(entries["A"]).entries ?? [:]
    guard file.resolved(action["S"]).name == "GoTo" else { return nil }
    return target(action["D"], in: file)
  }

  /// Whether a link or a bookmark is meant to lead to a page of its own file.
  static func staysInside(_ entries: [String: PDFObject], in file: borrowing PDFFile) -> Bool {
    let action = file.resolved(entries["A"]).entries ?? [:]
    return entries["Dest"] != nil || file.resolved(action["S"]).name == "GoTo"
  }
}
