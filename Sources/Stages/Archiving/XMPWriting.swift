extension PDFMetadata {
  /// The XMP packet (ISO 16684-1), with the PDF/A claim only when a level is given.
  func packet(claiming level: (part: Int, conformance: String)?) -> [UInt8] {
    var properties = ""
    if let title {
      properties +=
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(Self.escaped(title))"
        + "</rdf:li></rdf:Alt></dc:title>\n"
    }
    if let author {
      properties +=
        "<dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq>"
        + "</dc:creator>\n"
    }
    properties +=
      "<dc:language><rdf:Bag><rdf:li>\(Self.escaped(language))</rdf:li></rdf:Bag>"
      + "</dc:language>\n<dc:format>application/pdf</dc:format>\n"
      + "<pdf:Producer>\(Self.producer)</pdf:Producer>\n"
    if let level {
      properties +=
        "<pdfaid:part>\(level.part)</pdfaid:part>\n"
        + "<pdfaid:conformance>\(level.conformance)</pdfaid:conformance>\n"
    }
    let packet = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      \(properties)</rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """
    return Array(packet.utf8)
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
