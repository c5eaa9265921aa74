import Testing

@testable import Ingest

@Suite struct `The words that pdftotext prints` {
  @Test func `are read with their places, and entities are resolved`() {
    let text = """
      <page width="595.0" height="842.0">
        <word xMin="56.8" yMin="57.2" xMax="91.9" yMax="69.1">A&amp;B&lt;1&gt;</word>
        <word xMin="95.0" yMin="57.2" xMax="120.0" yMax="69.1">đi\u{0323}nh</word>
        <word xMin="x" yMin="57.2" xMax="120.0" yMax="69.1">none</word>
      </page>
      """
    let words = pdfTextWords(in: text)
    #expect(words.map(\.text) == ["A&B<1>", "định"])
    #expect(
      words[0]
        == PDFTextWord(text: "A&B<1>", left: 56.8, top: 57.2, right: 91.9, bottom: 69.1))
  }

  @Test func `are unknown for what is no PDF, which is not the same as none`() throws {
    let folder = try Folder()
    let path = try folder.file("none.pdf", Array("none".utf8))
    #expect(pdfTextWords(ofPage: 1, ofPDFAt: path) == nil)
  }
}
