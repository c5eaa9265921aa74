/// The descriptive metadata of Thông tư 05/2025: one flat list of fields under `simpledc`.
enum EADWriting {
  /// All fields of the kind, empty elements where there is no value, as the law's frame lists them.
  static func metadata<Field: ArchivalField>(_ values: [Field: String]) -> [UInt8] {
    var lines = XMLLines()
    lines.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    lines.element("simpledc") { lines in
      for field in Field.allCases { lines.value(field.rawValue, values[field] ?? "") }
    }
    return lines.bytes
  }

  /// The schema of such a list: every field once, in any order, no value longer than the law allows.
  static func schema<Field: ArchivalField>(of kind: Field.Type) -> [UInt8] {
    var lines = XMLLines()
    lines.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    lines.element("xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"") { lines in
      lines.element("xs:element name=\"simpledc\"") { lines in
        lines.element("xs:complexType") { lines in
          lines.element("xs:all") { lines in
            for field in Field.allCases { Self.declare(field, in: &lines) }
          }
        }
      }
    }
    return lines.bytes
  }

  private static func declare(_ field: some ArchivalField, in lines: inout XMLLines) {
    lines.element(XMLLines.tag("xs:element", ["name": field.rawValue])) { lines in
      lines.element("xs:simpleType") { lines in
        lines.element("xs:restriction base=\"xs:string\"") { lines in
          lines.empty("xs:maxLength", ["value": String(field.longest)])
        }
      }
    }
  }
}
