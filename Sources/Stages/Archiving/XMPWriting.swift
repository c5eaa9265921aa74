extension PDFMetadata {
  /// The namespace of the properties of administrative documents.
  static let namespace = "urn:sohoa:van-ban:1#"

  /// The XMP packet (ISO 16684-1), with the PDF/A claim only when a level is given.
  ///
  /// `created` is when the scan was made, as XMP writes dates.
  func packet(claiming level: ConformanceLevel?, created: String? = nil) -> [UInt8] {
    var lines: [String] = []
    if let title { lines.append(Self.alternative("dc:title", title)) }
    if let author { lines.append(Self.list("dc:creator", "Seq", author)) }
    if let subject { lines.append(Self.alternative("dc:description", subject)) }
    if let issued { lines.append(Self.list("dc:date", "Seq", issued)) }
    lines.append(Self.list("dc:language", "Bag", language))
    lines.append("<pdf:Producer>\(Self.producer)</pdf:Producer>")
    if let created { lines.append("<xmp:CreateDate>\(created)</xmp:CreateDate>") }
    lines += properties.map {
      "<vanban:\($0.name)>\(Self.escaped($0.value))</vanban:\($0.name)>"
    }
    if let level {
      lines.append("<pdfaid:part>\(level.part)</pdfaid:part>")
      lines.append("<pdfaid:conformance>\(level.conformance)</pdfaid:conformance>")
    }
    let packet = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
      xmlns:vanban="\(Self.namespace)" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      \(lines.joined(separator: "\n"))
      </rdf:Description>
      \(extensionSchema)</rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
    return Array(packet.utf8)
  }

  /// What the own properties mean (ISO 19005-1 6.7.8): readers of a later time have nothing else.
  ///
  /// A description of its own: PDFBox finds no schema that stands beside the properties.
  private var extensionSchema: String {
    guard !properties.isEmpty else { return "" }
    let described = properties.map { property in
      """
      <rdf:li rdf:parseType="Resource"><pdfaProperty:name>\(property.name)</pdfaProperty:name>\
      <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
      <pdfaProperty:category>external</pdfaProperty:category>\
      <pdfaProperty:description>\(Self.escaped(property.meaning))</pdfaProperty:description></rdf:li>
      """
    }
    return """
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
      <pdfaSchema:schema>Văn bản hành chính</pdfaSchema:schema>\
      <pdfaSchema:namespaceURI>\(Self.namespace)</pdfaSchema:namespaceURI>\
      <pdfaSchema:prefix>vanban</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>
      \(described.joined())\
      </rdf:Seq></pdfaSchema:property>\
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>

      """
  }

  private static func alternative(_ name: String, _ text: String) -> String {
    "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt></\(name)>"
  }

  private static func list(_ name: String, _ kind: String, _ text: String) -> String {
    "<\(name)><rdf:\(kind)><rdf:li>\(escaped(text))</rdf:li></rdf:\(kind)></\(name)>"
  }

  /// Text for XML: markup escaped; forbidden characters are gone already.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// A date of PDF (ISO 32000-1 7.9.4) as XMP writes it; nil when it is none.
///
/// Without a zone in the one there is none in the other: whose clock it was is not known.
func xmpDate(_ text: String) -> String? {
  var rest = Substring(text)
  guard rest.hasPrefix("D:") else { return nil }
  rest = rest.dropFirst(2)
  let digits = rest.prefix { ("0"..."9").contains($0) }
  guard [4, 6, 8, 10, 12, 14].contains(digits.count) else { return nil }
  func part(_ at: Int) -> String? {
    digits.count >= at + 2 ? String(digits.dropFirst(at).prefix(2)) : nil
  }
  guard let month = part(4) else { return String(digits) }
  guard let day = part(6) else { return "\(digits.prefix(4))-\(month)" }
  let date = "\(digits.prefix(4))-\(month)-\(day)"
  guard let hour = part(8), let minute = part(10) else { return date }
  let zone = rest.dropFirst(digits.count).filter { $0 != "'" }
  let offset: String
  switch zone.first {
  case nil: offset = ""
  case "Z": offset = "Z"
  case "+", "-":
    let numbers = zone.dropFirst()
    guard [2, 4].contains(numbers.count), numbers.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    let minutes = numbers.count == 4 ? String(numbers.suffix(2)) : "00"
    offset = "\(zone.prefix(1))\(numbers.prefix(2)):\(minutes)"
  default: return nil
  }
  return "\(date)T\(hour):\(minute):\(part(12) ?? "00")\(offset)"
}
