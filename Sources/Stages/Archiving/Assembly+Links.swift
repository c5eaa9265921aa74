import QPDF

/// What became of the links of a page and, on the first page of their file, of its bookmarks.
struct LinkCounts {
  /// Those that lead where they led.
  var kept = 0
  /// Those whose page is not in the document, or that led nowhere before.
  var dropped = 0
}

/// A page of a source and the page that was made of it.
struct PagePair {
  let source: ObjectID
  let made: ObjectID
  /// Whether the annotations were copied with the page.
  let isCopy: Bool
}

extension Assembly {
  /// Points the links and bookmarks of a file at the pages that were made of its pages.
  ///
  /// Copying a page cuts what refers to other pages, so links are written anew: with the page they lead
  /// to written out, and with the flag that ISO 19005-2 6.3.2 asks for. Links to addresses stay as they are.
  /// `pairs` are the pages of this file in the order of the document; one entry each is returned.
  mutating func relink(
    _ pairs: [PagePair], of file: borrowing PDFFile
  ) throws(QPDFError) -> [LinkCounts] {
    let destinations = try Destinations(of: file)
    let made = Dictionary(pairs.map { ($0.source, $0.made) }) { first, _ in first }
    var counts: [LinkCounts] = []
    for pair in pairs {
      var count = LinkCounts()
      let page = try file.object(pair.source).entries ?? [:]
      let own = file.resolved(page["Annots"]).array ?? []
      let links = own.indices.filter {
        file.resolved(file.resolved(own[$0]).entries?["Subtype"]).name == "Link"
      }
      if !links.isEmpty {
        let copied = try draft.object(pair.made).entries?["Annots"]
        var written = pair.isCopy ? try resolvedInDraft(copied).array ?? [] : []
        var kept: [Int: PDFObject] = [:]
        for index in links {
          let entries = file.resolved(own[index]).entries ?? [:]
          if let link = try link(entries, to: made, destinations, of: file) {
            kept[index] = .reference(try draft.add(.dictionary(link)))
            count.kept += 1
          } else {
            count.dropped += 1
          }
        }
        if written.count == own.count {
          written = written.indices.compactMap { links.contains($0) ? kept[$0] : written[$0] }
        } else {
          written += links.compactMap { kept[$0] }
        }
        try draft.set("Annots", of: pair.made, to: written.isEmpty ? .null : .array(written))
      }
      counts.append(count)
    }
    if let bookmarks = try bookmarks(to: made, destinations, of: file), !counts.isEmpty {
      counts[0].kept += bookmarks.kept
      counts[0].dropped += bookmarks.dropped
    }
    return counts
  }

  private func resolvedInDraft(_ object: PDFObject?) throws(QPDFError) -> PDFObject {
    guard let id = object?.id else { return object ?? .null }
    return try draft.object(id)
  }

  /// A link annotation for the new document; nil when its page is not there.
  private func link(
    _ entries: [String: PDFObject], to made: [ObjectID: ObjectID], _ destinations: Destinations,
    of file: borrowing PDFFile
  ) throws(QPDFError) -> [String: PDFObject]? {
    var link: [String: PDFObject] = ["Type": .name("Annot"), "Subtype": .name("Link")]
    for key in ["Rect", "QuadPoints", "Border", "H", "Contents", "C"] where entries[key] != nil {
      let value = file.resolved(entries[key])
      link[key] = value.array.map { items in .array(items.map { file.resolved($0) }) } ?? value
    }
    // Printed, and neither hidden nor invisible.
    link["F"] = .integer(4)
    if let target = destinations.target(of: entries, in: file), let page = made[target.page] {
      link["Dest"] = .array([.reference(page)] + target.view)
      return link
    }
    let action = file.resolved(entries["A"]).entries ?? [:]
    guard !Destinations.staysInside(entries, in: file),
      file.resolved(action["S"]).name == "URI", let address = file.resolved(action["URI"]).bytes
    else { return nil }
    link["A"] = .dictionary(["S": .name("URI"), "URI": .string(address)])
    return link
  }
}
