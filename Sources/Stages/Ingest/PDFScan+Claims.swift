import QPDF

extension PDFFile {
  /// The PDF/A level that the file's XMP claims, such as `2B`.
  var claimedLevel: String? {
    // A file without a readable catalog or metadata claims nothing.
    guard let id = (try? catalog())?["Metadata"]?.id,
      // XMP packets are kilobytes; an inflated one is no claim.
      let bytes = try? streamData(id, .decoded, limit: 4 << 20)
    else { return nil }
    return XMPPacket(bytes)?.claimedLevel
  }

  /// Whether the file carries a digital signature: rewriting it would void the signature.
  var isSigned: Bool {
    guard let catalog = try? catalog() else { return false }
    if !resolved(catalog["Perms"]).isNull { return true }
    let form = resolved(catalog["AcroForm"]).entries ?? [:]
    if (resolved(form["SigFlags"]).integer ?? 0) & 1 != 0 { return true }
    var waiting = (resolved(form["Fields"]).array ?? []).map { (field: $0, kind: nil as String?) }
    var seen: Set<ObjectID> = []
    var visited = 0
    // The field tree of a hostile file may be a knot; forms of offices have hundreds of fields.
    while let (field, inherited) = waiting.popLast(), visited < 100_000 {
      visited += 1
      if let id = field.id, !seen.insert(id).inserted { continue }
      let entries = resolved(field).entries ?? [:]
      let kind = resolved(entries["FT"]).name ?? inherited
      if kind == "Sig", !resolved(entries["V"]).isNull { return true }
      waiting += (resolved(entries["Kids"]).array ?? []).map { ($0, kind) }
    }
    return false
  }
}
