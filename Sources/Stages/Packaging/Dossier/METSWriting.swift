import Digest

/// A file of a package as METS lists it.
struct METSFile: Equatable {
  /// Its place below the folder of the METS file.
  let path: String
  /// The MIME type.
  let type: String
  let byteCount: Int
  /// SHA-256, lower case.
  let sha256: String
  /// The identifier among the files of the package.
  let identifier: String

  /// Lists a file; identifiers follow from the place, so that the same package has the same ones.
  init(_ path: String, type: String, byteCount: Int, sha256: String) {
    self.path = path
    self.type = type
    self.byteCount = byteCount
    self.sha256 = sha256
    identifier = packageUUID(of: path + sha256)
  }

  init(_ path: String, type: String, bytes: [UInt8]) {
    self.init(path, type: type, byteCount: bytes.count, sha256: SHA256.hex(of: bytes))
  }
}

/// An identifier in the form of a UUID of version 8 (RFC 9562): the first half of a SHA-256.
func packageUUID(of text: String) -> String {
  var digits = Array(SHA256.hex(of: Array(text.utf8)).uppercased().prefix(32))
  digits[12] = "8"
  digits[16] = ["8", "9", "A", "B"][(digits[16].hexDigitValue ?? 0) & 3]
  let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
  return groups.joined(separator: "-")
}

/// What every METS file of a package says (E-ARK CSIP 2.0.4 and 2.1.0, Thông tư 05/2025 Phụ lục III).
struct METSHeader {
  /// `uuid-…` for the package, `rep1` for its representation.
  let identifier: String
  let label: String
  /// When the package was made, with the offset of Vietnam.
  let made: String
  let software: (name: String, version: String)
  /// The code of the file, where a number of a submission agreement is asked for.
  let agreement: String?
  /// The agency that the file comes from, by name and code.
  let agency: (name: String, code: String)?

  /// Writes the root element with the header and what `body` adds.
  func document(_ body: (inout XMLLines) -> Void) -> [UInt8] {
    var lines = XMLLines()
    lines.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let root = XMLLines.tag(
      "mets",
      [
        "xmlns": "http://www.loc.gov/METS/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
        "xmlns:sip": "https://DILCIS.eu/XML/METS/SIPExtensionMETS",
        "OBJID": identifier, "LABEL": label, "TYPE": "Mixed",
        "csip:CONTENTINFORMATIONTYPE": "MIXED",
        "PROFILE": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
      ])
    lines.element(root) { lines in
      writeHeader(to: &lines)
      body(&lines)
    }
    return lines.bytes
  }

  private func writeHeader(to lines: inout XMLLines) {
    let header = XMLLines.tag(
      "metsHdr",
      [
        "CREATEDATE": made, "LASTMODDATE": made, "RECORDSTATUS": "NEW",
        "csip:OAISPACKAGETYPE": "SIP",
      ])
    lines.element(header) { lines in
      lines.element("agent ROLE=\"CREATOR\" TYPE=\"OTHER\" OTHERTYPE=\"SOFTWARE\"") { lines in
        lines.value("name", software.name)
        Self.note("SOFTWARE VERSION", software.version, to: &lines)
      }
      if let agency {
        // Validators take every CREATOR for the software: the agency is the ARCHIVIST here.
        lines.element("agent ROLE=\"ARCHIVIST\" TYPE=\"ORGANIZATION\"") { lines in
          lines.value("name", agency.name)
          Self.note("IDENTIFICATIONCODE", agency.code, to: &lines)
        }
      }
      if let agreement {
        lines.line(
          "<altRecordID TYPE=\"SUBMISSIONAGREEMENT\">\(XMLLines.escaped(agreement))</altRecordID>")
      }
    }
  }

  private static func note(_ kind: String, _ text: String, to lines: inout XMLLines) {
    lines.line("<note csip:NOTETYPE=\"\(kind)\">\(XMLLines.escaped(text))</note>")
  }

  /// A reference to a metadata file.
  func reference(
    to file: METSFile, kind: String, version: String, in lines: inout XMLLines
  ) {
    lines.empty(
      "mdRef",
      [
        "LOCTYPE": "URL", "MDTYPE": kind, "MDTYPEVERSION": version, "xlink:type": "simple",
        "xlink:href": file.path, "MIMETYPE": file.type, "SIZE": String(file.byteCount),
        "CREATED": made, "CHECKSUM": file.sha256.uppercased(), "CHECKSUMTYPE": "SHA-256",
      ])
  }

  /// Descriptive metadata about the package or one of its files.
  func descriptive(_ file: METSFile, in lines: inout XMLLines) {
    let section = XMLLines.tag(
      "dmdSec",
      ["ID": "uuid-\(file.identifier)", "CREATED": made, "STATUS": "CURRENT"])
    lines.element(section) { lines in
      reference(to: file, kind: "DC", version: "1.0.0", in: &lines)
    }
  }

  /// A group of files.
  ///
  /// The content type stands at every group, because the rules of CSIP 2.1.0 ask for it there.
  func group(_ use: String, _ files: [METSFile], in lines: inout XMLLines) {
    let group = XMLLines.tag(
      "fileGrp",
      [
        "ID": Self.identifier(ofGroup: use), "USE": use, "csip:CONTENTINFORMATIONTYPE": "OTHER",
        "csip:OTHERCONTENTINFORMATIONTYPE": "TT05-2025-BNV",
      ])
    lines.element(group) { lines in
      for file in files {
        let entry = XMLLines.tag(
          "file",
          [
            "ID": Self.identifier(of: file, inGroup: use), "MIMETYPE": file.type,
            "SIZE": String(file.byteCount),
            "CREATED": made, "CHECKSUM": file.sha256.uppercased(), "CHECKSUMTYPE": "SHA-256",
          ])
        lines.element(entry) { lines in
          lines.empty(
            "FLocat", ["LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": file.path])
        }
      }
    }
  }

  static func identifier(ofGroup use: String) -> String { "uuid-\(packageUUID(of: use))" }

  /// The same file may stand in two groups, and identifiers are unique.
  static func identifier(of file: METSFile, inGroup use: String) -> String {
    "ID-\(packageUUID(of: use + file.identifier))"
  }
}
