import QPDF

/// A bookmark of a source whose page, or that of one below it, is in the document.
private struct Bookmark {
  let title: PDFObject
  let destination: PDFObject?
  let children: [Bookmark]

  /// How many there are, this one among them.
  var count: Int { children.reduce(1) { $0 + $1.count } }
}

extension Assembly {
  /// Adds the bookmarks of a file behind those that are there; nil when it has none.
  mutating func bookmarks(
    to made: [ObjectID: ObjectID], _ destinations: Destinations, of file: borrowing PDFFile
  ) throws(QPDFError) -> LinkCounts? {
    let outlines = file.resolved(try file.catalog()["Outlines"]).entries ?? [:]
    guard outlines["First"] != nil else { return nil }
    var reading = BookmarkReading(made: made, destinations: destinations)
    let found = reading.bookmarks(from: outlines["First"], depth: 0, of: file)
    if !found.isEmpty {
      let root: ObjectID
      if let known = outlineRoot {
        root = known
      } else {
        root = try draft.add(.dictionary(["Type": .name("Outlines")]))
        try draft.set("Outlines", of: try draft.catalog(), to: .reference(root))
        outlineRoot = root
      }
      topBookmarks += try add(found, below: root)
      try chain(topBookmarks, below: root)
    }
    return reading.counts
  }

  /// Adds bookmarks that are closed, so that only the upper ones are shown at first.
  private mutating func add(
    _ bookmarks: [Bookmark], below parent: ObjectID
  ) throws(QPDFError) -> [ObjectID] {
    var ids: [ObjectID] = []
    for bookmark in bookmarks {
      var entries: [String: PDFObject] = ["Title": bookmark.title, "Parent": .reference(parent)]
      entries["Dest"] = bookmark.destination
      let id = try draft.add(.dictionary(entries))
      let children = try add(bookmark.children, below: id)
      if !children.isEmpty {
        try chain(children, below: id)
        try draft.set("Count", of: id, to: .integer(-children.count))
      }
      ids.append(id)
    }
    return ids
  }

  private mutating func chain(_ ids: [ObjectID], below parent: ObjectID) throws(QPDFError) {
    for (before, after) in zip(ids, ids.dropFirst()) {
      try draft.set("Next", of: before, to: .reference(after))
      try draft.set("Prev", of: after, to: .reference(before))
    }
    guard let first = ids.first, let last = ids.last else { return }
    try draft.set("First", of: parent, to: .reference(first))
    try draft.set("Last", of: parent, to: .reference(last))
    if parent == outlineRoot { try draft.set("Count", of: parent, to: .integer(ids.count)) }
  }
}

/// Follows an outline; one that is a knot, too deep or too long is followed as far as it is none.
private struct BookmarkReading {
  let made: [ObjectID: ObjectID]
  let destinations: Destinations
  var counts = LinkCounts()
  private var seen: Set<ObjectID> = []

  private static let deepest = 32
  private static let most = 50_000

  init(made: [ObjectID: ObjectID], destinations: Destinations) {
    self.made = made
    self.destinations = destinations
  }

  mutating func bookmarks(
    from first: PDFObject?, depth: Int, of file: borrowing PDFFile
  ) -> [Bookmark] {
    var found: [Bookmark] = []
    var next = first
    while depth < Self.deepest, let id = next?.id, seen.count < Self.most, seen.insert(id).inserted
    {
      let entries = file.resolved(.reference(id)).entries ?? [:]
      let target = destinations.target(of: entries, in: file)
      let page = target.flatMap { made[$0.page] }
      let destination: PDFObject? =
        if let page, let target { .array([.reference(page)] + target.view) } else { nil }
      let children = bookmarks(from: entries["First"], depth: depth + 1, of: file)
      // A heading without a page of its own stays for those below it.
      if destination != nil || !children.isEmpty {
        let title = file.resolved(entries["Title"])
        found.append(
          Bookmark(
            title: title.bytes == nil ? .string([]) : title, destination: destination,
            children: children))
        counts.kept += 1
      } else {
        counts.dropped += 1
      }
      next = entries["Next"]
    }
    return found
  }
}
