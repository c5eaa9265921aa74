import Imaging
import Recognition
import Testing

@testable import Extraction

struct WorthRereadingTests {
  /// A letter whose foot was read so surely, and its zone around the signature.
  private func foot(
    authority: [String] = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: String?
  ) throws -> (page: RecognizedPage, zone: Zone) {
    var sheet = Sheet.letter()
    sheet.foot(authority: authority, name: name)
    let page = sheet.page
    return (page, try #require(zonesWorthRereading(on: page).first { $0.kind == .signature }))
  }

  @Test func `of a signature its lines and the doubtful name are read again, not the seal between`()
    throws
  {
    let (page, zone) = try foot(name: "Đương Văn Mẫu")
    let parts = partsWorthReading(of: zone, on: page)
    let (head, name) = (try #require(parts.first), try #require(parts.last))
    #expect(parts.count == 2)
    #expect(head.y <= 1700 && head.maxY >= 1763 && head.maxY < 1850)
    #expect(name.y > 1900 && name.y <= 1990 && name.maxY >= 2017)
    #expect(parts.allSatisfy { $0.intersection(zone.box) == $0 })
  }

  @Test func `where no name was read the place below the position is read to its end`() throws {
    let (page, zone) = try foot(name: nil)
    let parts = partsWorthReading(of: zone, on: page)
    #expect(parts.count == 1)
    #expect(parts.allSatisfy { $0.y <= 1700 && $0.maxY > 2100 })
  }

  @Test func `a zone in which nobody was found is read whole`() throws {
    let (page, zone) = try foot(authority: ["l| G 1 M"], name: nil)
    #expect(partsWorthReading(of: zone, on: page) == [zone.box])
  }

  @Test func `nothing is read again once a name is certain`() throws {
    let (page, zone) = try foot(name: nil)
    var again = Sheet()
    again.foot(name: "Trần Văn An")
    let words = again.page.words.filter { $0.box.x >= zone.box.x && $0.box.y >= zone.box.y }
    let read = page.adding(
      [ZoneReading](repeating: ZoneReading(zone: zone, words: words), count: 2))
    #expect(partsWorthReading(of: zone, on: read).isEmpty)
  }

  @Test func `a position read once is no surer by a reading of the name alone`() throws {
    let (page, zone) = try foot(name: "Đương Văn Mẫu")
    let strip = Box(x: zone.box.x, y: 1960, width: zone.box.width, height: 100)
    let words = page.words.filter { $0.box.intersection(strip) == $0.box }
    let reading = ZoneReading(zone: Zone(kind: .signature, box: strip), words: words)
    let (before, after) = (
      documentRecord(from: [page]), documentRecord(from: [page.adding([reading])])
    )
    let (one, two) = (try #require(before.signers.first), try #require(after.signers.first))
    #expect(one.position == two.position)
    #expect(one.competence == two.competence)
    #expect(one.fullName.confidence < two.fullName.confidence)
  }

  @Test func `a subject and a list are read whole`() {
    let box = Box(x: 10, y: 10, width: 400, height: 80)
    for kind in [ZoneKind.subject, .notation, .recipients] {
      #expect(partsWorthReading(of: Zone(kind: kind, box: box), on: Sheet.letter().page) == [box])
    }
  }
}
