/// The one representation of a package: the PDFs, what is said of each, and which belongs to which.
struct Representation {
  /// Where it lies in the package.
  static let folder = "representations/rep1"

  /// Its METS file, with places below its own folder.
  let mets: [UInt8]
  /// Its files but the METS file, with places below the package's folder.
  let entries: [ArchivalPackage.Entry]

  init(_ dossier: Dossier, _ header: METSHeader) {
    var pairs: [(metadata: METSFile, data: METSFile)] = []
    var entries: [ArchivalPackage.Entry] = []
    for (index, document) in dossier.documents.enumerated() {
      let name = dossier.identifier(index)
      let bytes = EADWriting.metadata(dossier.document(index))
      let metadata = METSFile(
        "metadata/descriptive/EAD_doc_\(name).xml", type: "application/xml", bytes: bytes)
      let data = METSFile(
        "data/\(name).pdf", type: "application/pdf", byteCount: document.pdf.byteCount,
        sha256: document.pdf.sha256)
      pairs.append((metadata, data))
      entries.append(.init(path: "\(Self.folder)/\(metadata.path)", content: .bytes(bytes)))
      entries.append(.init(path: "\(Self.folder)/\(data.path)", content: .file(document.pdf)))
    }
    self.entries = entries
    mets = header.document { lines in
      for pair in pairs { header.descriptive(pair.metadata, in: &lines) }
      lines.element(XMLLines.tag("fileSec", ["ID": Self.own("fileSec")])) { lines in
        header.group("Data", pairs.map(\.data), in: &lines)
      }
      let map = XMLLines.tag(
        "structMap", ["ID": Self.own("structMap"), "TYPE": "PHYSICAL", "LABEL": "CSIP"])
      lines.element(map) { lines in
        let root = XMLLines.tag(
          "div", ["ID": Self.own("div"), "TYPE": "ORIGINAL", "LABEL": header.identifier])
        lines.element(root) { lines in Self.divisions(pairs, in: &lines) }
      }
    }
  }

  private static func own(_ name: String) -> String { "uuid-\(packageUUID(of: "rep1 \(name)"))" }

  private static func divisions(
    _ pairs: [(metadata: METSFile, data: METSFile)], in lines: inout XMLLines
  ) {
    lines.element(XMLLines.tag("div", ["ID": own("div Data"), "LABEL": "Data"])) { lines in
      lines.empty("fptr", ["FILEID": METSHeader.identifier(ofGroup: "Data")])
    }
    let links = XMLLines.tag("div", ["ID": own("div MetadataLink"), "LABEL": "MetadataLink"])
    lines.element(links) { lines in
      for pair in pairs {
        let link = XMLLines.tag(
          "div",
          [
            "ID": own("div \(pair.data.path)"), "LABEL": "MetadataLink/File",
            "DMDID": "uuid-\(pair.metadata.identifier)",
          ])
        lines.element(link) { lines in
          lines.empty("fptr", ["FILEID": METSHeader.identifier(of: pair.data, inGroup: "Data")])
        }
      }
    }
  }
}
