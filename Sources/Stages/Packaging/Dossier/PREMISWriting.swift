/// What was done to the files of a package, and what they are (PREMIS 3.0).
struct PREMISWriting {
  /// A file whose bytes are vouched for.
  struct Object {
    let identifier: String
    let file: PackedFile
    let name: String
    let pdfaLevel: String?
    let scanSHA256: String?
  }

  /// The files.
  let objects: [Object]
  /// When the package was made, with the offset of Vietnam.
  let made: String
  /// The program and its version.
  let software: (name: String, version: String)
  private static let agent = "software"

  init(objects: [Object], made: String, software: (name: String, version: String)) {
    self.objects = objects
    self.made = made
    self.software = software
  }

  var bytes: [UInt8] {
    var lines = XMLLines()
    lines.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let root = XMLLines.tag(
      "premis",
      [
        "xmlns": "http://www.loc.gov/premis/v3",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "version": "3.0",
      ])
    lines.element(root) { lines in
      for object in objects { write(object, to: &lines) }
      for object in objects {
        for event in events(of: object) { write(event, about: object, to: &lines) }
      }
      lines.element("agent") { lines in
        Self.identifier("agent", Self.agent, to: &lines)
        lines.value("agentName", software.name)
        lines.value("agentType", "software")
        lines.value("agentVersion", software.version)
      }
    }
    return lines.bytes
  }

  private func write(_ object: Object, to lines: inout XMLLines) {
    lines.element("object xsi:type=\"file\"") { lines in
      Self.identifier("object", object.identifier, to: &lines)
      lines.element("objectCharacteristics") { lines in
        lines.element("fixity") { lines in
          lines.value("messageDigestAlgorithm", "SHA-256")
          lines.value("messageDigest", object.file.sha256)
        }
        lines.value("size", object.file.byteCount)
        lines.element("format") { lines in
          lines.element("formatDesignation") { lines in
            lines.value("formatName", object.pdfaLevel == nil ? "PDF" : "PDF/A")
            lines.value("formatVersion", object.pdfaLevel?.lowercased())
          }
        }
      }
      lines.value("originalName", object.name)
    }
  }

  private struct Event {
    let kind: String
    let outcome: String
    let note: String?
  }

  /// What this program did or saw itself, and nothing else.
  private func events(of object: Object) -> [Event] {
    var events = [
      Event(kind: "message digest calculation", outcome: "success", note: object.file.sha256)
    ]
    if let scan = object.scanSHA256 {
      events.append(
        Event(kind: "creation", outcome: "success", note: "scan SHA-256 \(scan)"))
    }
    events.append(
      Event(
        kind: "validation", outcome: object.pdfaLevel == nil ? "no PDF/A claim" : "success",
        note: object.pdfaLevel.map { "PDF/A-\($0.lowercased())" }))
    events.append(Event(kind: "information package creation", outcome: "success", note: nil))
    return events
  }

  private func write(_ event: Event, about object: Object, to lines: inout XMLLines) {
    lines.element("event") { lines in
      let name = event.kind.replacing(" ", with: "-")
      Self.identifier("event", "\(object.identifier)-\(name)", to: &lines)
      lines.value("eventType", event.kind)
      lines.value("eventDateTime", made)
      lines.element("eventOutcomeInformation") { lines in
        lines.value("eventOutcome", event.outcome)
        if let note = event.note {
          lines.element("eventOutcomeDetail") { $0.value("eventOutcomeDetailNote", note) }
        }
      }
      Self.identifier("linkingAgent", Self.agent, to: &lines)
      Self.identifier("linkingObject", object.identifier, to: &lines)
    }
  }

  private static func identifier(_ kind: String, _ value: String, to lines: inout XMLLines) {
    lines.element("\(kind)Identifier") { lines in
      lines.value("\(kind)IdentifierType", "local")
      lines.value("\(kind)IdentifierValue", value)
    }
  }
}
