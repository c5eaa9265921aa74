/// A submission package of a hồ sơ: every file that it holds, in the order in which it is written.
public struct ArchivalPackage: Sendable, Equatable {
  /// What a file of the package is made of.
  public enum Content: Sendable, Equatable {
    /// Bytes that were made for the package.
    case bytes([UInt8])
    /// A file as it lies.
    case file(PackedFile)
  }

  /// One file.
  public struct Entry: Sendable, Equatable {
    /// Its place below the package's folder.
    public let path: String
    /// What it is made of.
    public let content: Content
  }

  /// The name of the package, its folder and its ZIP: `uuid-…`.
  public let identifier: String
  /// The files.
  public let entries: [Entry]
}

/// What is said of a package beside its hồ sơ.
public struct PackageStamp: Sendable, Equatable {
  /// When it is made, ISO 8601 with the offset of Vietnam.
  public let made: String
  /// The program's name.
  public let softwareName: String
  /// The program's version.
  public let version: String
  /// The agency that the file comes from: name and code; nil when nobody says.
  public let agency: Agency?

  /// Makes a stamp.
  public init(made: String, softwareName: String, version: String, agency: Agency?) {
    self.made = made
    self.softwareName = softwareName
    self.version = version
    self.agency = agency
  }
}

/// Packs a hồ sơ as an E-ARK submission package with the fields of Thông tư 05/2025.
///
/// `contentsPDF` is the printable contents list. The identifier follows from what is packed: the same
/// file packed again is the same package. Throws the first of the issues that keep it from being made.
public func archivalPackage(
  of dossier: Dossier, contentsPDF: PackedFile?, stamp: PackageStamp
) throws(DossierIssue) -> ArchivalPackage {
  if let issue = dossier.issues.first { throw issue }
  return PackageBuilding(dossier, contentsPDF, stamp).package
}

/// The parts of a package, put together from the inside out: METS lists what is already there.
private struct PackageBuilding {
  private let dossier: Dossier
  private let contentsPDF: PackedFile?
  private let stamp: PackageStamp
  private let identifier: String

  init(_ dossier: Dossier, _ contentsPDF: PackedFile?, _ stamp: PackageStamp) {
    self.dossier = dossier
    self.contentsPDF = contentsPDF
    self.stamp = stamp
    let fields = EADWriting.metadata(dossier.fields)
    let digests = dossier.documents.map(\.pdf.sha256).joined()
    identifier =
      "uuid-"
      + packageUUID(of: String(decoding: fields, as: UTF8.self) + digests)
  }

  private struct Part {
    let file: METSFile
    let content: ArchivalPackage.Content
  }

  private func made(_ path: String, _ type: String, _ bytes: [UInt8]) -> Part {
    Part(file: METSFile(path, type: type, bytes: bytes), content: .bytes(bytes))
  }

  private func taken(_ path: String, _ type: String, _ file: PackedFile) -> Part {
    Part(
      file: METSFile(path, type: type, byteCount: file.byteCount, sha256: file.sha256),
      content: .file(file))
  }

  private func header(_ identifier: String, label: String) -> METSHeader {
    METSHeader(
      identifier: identifier, label: label, made: stamp.made,
      software: (stamp.softwareName, stamp.version),
      agreement: identifier == self.identifier ? dossier.values[.fileCode] : nil,
      agency: stamp.agency.map { ($0.name ?? $0.id, $0.id) })
  }

  var package: ArchivalPackage {
    let schemas = [
      made("schemas/ead.xsd", Self.xml, EADWriting.schema(of: DossierField.self)),
      made("schemas/ead_doc.xsd", Self.xml, EADWriting.schema(of: DossierDocumentField.self)),
    ]
    let description = made(
      "metadata/descriptive/EAD.xml", Self.xml, EADWriting.metadata(dossier.fields))
    let preservation = made("metadata/preservation/PREMIS.xml", Self.xml, premis)
    var documentation = [
      made("documentation/muc-luc-van-ban.csv", "text/csv", dossier.contentsCSV)
    ]
    if let contentsPDF {
      documentation.append(
        taken("documentation/muc-luc-van-ban.pdf", "application/pdf", contentsPDF))
    }
    let representation = Representation(dossier, header("rep1", label: "rep1"))
    let inside = made("\(Representation.folder)/METS.xml", Self.xml, representation.mets)
    let mets = rootMETS(
      description.file, preservation.file, schemas.map(\.file), documentation.map(\.file),
      inside.file)
    let parts = [description, preservation, inside] + schemas + documentation
    return ArchivalPackage(
      identifier: identifier,
      entries: [.init(path: "METS.xml", content: .bytes(mets))]
        + parts.map { .init(path: $0.file.path, content: $0.content) } + representation.entries)
  }

  private static let xml = "application/xml"

  private var premis: [UInt8] {
    PREMISWriting(
      objects: dossier.documents.enumerated().map { index, document in
        PREMISWriting.Object(
          identifier: dossier.identifier(index), file: document.pdf,
          name: document.name, pdfaLevel: document.pdfaLevel, scanSHA256: document.scanSHA256)
      }, made: stamp.made, software: (stamp.softwareName, stamp.version)
    ).bytes
  }

  private func rootMETS(
    _ description: METSFile, _ preservation: METSFile, _ schemas: [METSFile],
    _ documentation: [METSFile], _ inside: METSFile
  ) -> [UInt8] {
    let header = header(identifier, label: dossier.values[.title] ?? "")
    let path = "Representations/rep1"
    let groups = [
      ("Schemas", schemas), ("Documentation", documentation), ("Representations", [inside]),
      (path, [inside]),
    ]
    return header.document { lines in
      header.descriptive(description, in: &lines)
      let provenance = "uuid-\(preservation.identifier)"
      lines.element(XMLLines.tag("amdSec", ["ID": Self.own("amdSec")])) { lines in
        let section = XMLLines.tag(
          "digiprovMD", ["ID": provenance, "CREATED": stamp.made, "STATUS": "CURRENT"])
        lines.element(section) { lines in
          header.reference(to: preservation, kind: "PREMIS", version: "3.0", in: &lines)
        }
      }
      lines.element(XMLLines.tag("fileSec", ["ID": Self.own("fileSec")])) { lines in
        for (use, files) in groups { header.group(use, files, in: &lines) }
      }
      let map = XMLLines.tag(
        "structMap", ["ID": Self.own("structMap"), "TYPE": "PHYSICAL", "LABEL": "CSIP"])
      lines.element(map) { lines in
        lines.element(XMLLines.tag("div", ["ID": Self.own("div"), "LABEL": identifier])) { lines in
          lines.empty(
            "div",
            [
              "ID": Self.own("div Metadata"), "LABEL": "Metadata", "ADMID": provenance,
              "DMDID": "uuid-\(description.identifier)",
            ])
          for use in ["Documentation", "Schemas"] { Self.pointing(use, in: &lines) }
          Self.representations(path, inside, in: &lines)
        }
      }
    }
  }

  private static func own(_ name: String) -> String { "uuid-\(packageUUID(of: name))" }

  private static func pointing(_ use: String, in lines: inout XMLLines) {
    let division = XMLLines.tag("div", ["ID": own("div \(use)"), "LABEL": use])
    lines.element(division) { lines in
      lines.empty("fptr", ["FILEID": METSHeader.identifier(ofGroup: use)])
    }
  }

  /// CSIP 2.0.4 asks for one division of all representations, the law for one of each: one in the other.
  private static func representations(
    _ path: String, _ inside: METSFile, in lines: inout XMLLines
  ) {
    let all = XMLLines.tag("div", ["ID": own("div all"), "LABEL": "Representations"])
    lines.element(all) { lines in
      lines.empty("fptr", ["FILEID": METSHeader.identifier(ofGroup: "Representations")])
      lines.element(XMLLines.tag("div", ["ID": own("div rep1"), "LABEL": path])) { lines in
        lines.empty(
          "mptr",
          [
            "LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": inside.path,
            "xlink:title": METSHeader.identifier(ofGroup: path),
          ])
      }
    }
  }
}
