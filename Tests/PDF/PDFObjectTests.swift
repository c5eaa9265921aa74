import QPDF
import Testing

@Suite struct `PDF objects` {
  @Test(arguments: [
    PDFObject.null, .bool(true), .integer(-7), .real(0.5), .string([0, 40, 41, 92, 255]),
    .name("A B#/("), .array([.integer(1), .array([]), .null]),
    .dictionary(["Key": .name("x"), "Đ": .text("Quyết định")]),
  ])
  func `are the same after they were written and read`(_ object: PDFObject) throws {
    var draft = try PDFDraft()
    let id = try draft.add(.dictionary(["V": .array([object])]))
    #expect(try draft.object(id).entries?["V"] == .array([object]))
  }

  @Test func `hold text in Vietnamese`() {
    #expect(PDFObject.text("Quyết định").text == "Quyết định")
    #expect(PDFObject.text("So 1").bytes == Array("So 1".utf8))
  }

  @Test(arguments: [
    (0.0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (1e-9, "0"), (123456.000001, "123456.000001"),
    (-0.0000004, "0"), (Double.nan, "0"), (1e300, "1000000000000"),
  ])
  func `have numbers without exponents`(_ value: Double, _ text: String) {
    #expect(PDFObject.decimal(value) == text)
  }

  @Test func `that are no PDF syntax are refused`() throws {
    var draft = try PDFDraft()
    #expect(throws: QPDFError.self) { try draft.add(.op("1 2 <<")) }
  }
}

@Suite struct `XMP metadata` {
  private func packet(_ inside: String, before: String = "") -> [UInt8] {
    Array(
      """
      <?xpacket begin=""?>\(before)<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
      xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      \(inside)</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
      """.utf8)
  }

  @Test func `claims a level in elements or in attributes`() {
    let elements = "><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    #expect(XMPPacket(packet(elements))?.claimedLevel == "2B")
    #expect(
      XMPPacket(packet("pdfaid:part='3' pdfaid:conformance='U'>"))?.claimedLevel == "3U")
    #expect(XMPPacket(packet(">"))?.claimedLevel == nil)
  }

  @Test func `has lists, entities and CDATA`() {
    let title =
      "<dc:title><rdf:Alt><rdf:li>A &amp; <![CDATA[<B>]]>&#x1EBF;</rdf:li></rdf:Alt></dc:title>"
    #expect(XMPPacket(packet(">" + title))?.value("title", .dc) == "A & <B>ế")
  }

  @Test func `that is not well-formed, declares entities or nests without end is refused`() {
    #expect(XMPPacket(packet("><open>")) == nil)
    #expect(XMPPacket(packet("><x:a/>")) == nil || XMPPacket(packet("><q:a/>")) == nil)
    #expect(XMPPacket(packet(">", before: "<!DOCTYPE a [<!ENTITY b 'c'>]>")) == nil)
    #expect(XMPPacket(packet(">" + String(repeating: "<a>", count: 100_000))) == nil)
  }
}
