import Foundation
import Packaging
import Testing

/// An envelope of ours, with one thing changed as others write it.
private func changed(_ change: (inout String) -> Void) throws -> [UInt8] {
  var text = String(decoding: try Sample.package(Sample.content()).envelope, as: UTF8.self)
  let before = text
  change(&text)
  #expect(text != before)
  return Array(text.utf8)
}

private func document(_ bytes: [UInt8]) throws -> ReceivedDocument {
  guard case .document(let document) = try receivedEnvelope(bytes) else {
    throw EnvelopeReadingError.notAnEnvelope(missing: "document")
  }
  return document
}

private func error(_ bytes: [UInt8]) -> EnvelopeReadingError? {
  do throws(EnvelopeReadingError) {
    _ = try receivedEnvelope(bytes)
    return nil
  } catch {
    return error
  }
}

/// One way in which real envelopes differ from ours, and are read all the same.
private struct Variant: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout String) -> Void
  var testDescription: String { name }

  static let all: [Variant] = [
    .init(name: "no prefix") { $0 = $0.replacing("edXML:", with: "") },
    .init(name: "another prefix") { $0 = $0.replacing("edXML:", with: "ns0:") },
    .init(name: "a prefix that is not declared") {
      $0 = $0.replacing(" xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", with: "")
    },
    .init(name: "blanks before the declaration") { $0 = "\r\n  " + $0 },
    .init(name: "a byte order mark") { $0 = "\u{FEFF}" + $0 },
    .init(name: "no declaration") {
      $0 = $0.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
    },
    .init(name: "junk behind the root") { $0 += "\r\n\0\0 </edXML> rest" },
    .init(name: "comments and instructions") {
      $0 = $0.replacing("<edXML:From>", with: "<!-- < > --><?a <b?><edXML:From>")
    },
    .init(name: "a subject in CDATA") {
      $0 = $0.replacing(
        "V/v gửi thử văn bản điện tử", with: "<![CDATA[V/v gửi thử văn bản điện tử]]>")
    },
    .init(name: "references for letters") {
      $0 = $0.replacing("V/v gửi", with: "V/v g&#x1EED;i")
    },
    .init(name: "attachments inside the envelope") {
      let start = $0.range(of: "  <AttachmentEncoded>")
      let end = $0.range(of: "</AttachmentEncoded>")
      guard let start, let end else { return }
      let list = String($0[start.lowerBound..<end.upperBound])
      $0 = $0.replacing(list, with: "")
        .replacing("</edXML:edXMLEnvelope>", with: list + "</edXML:edXMLEnvelope>")
    },
    .init(name: "base64 in lines") {
      $0 = $0.replacing("JVBER", with: "JV\r\n  BER")
    },
    .init(name: "empty elements and the word null") {
      $0 = $0.replacing(
        "<edXML:SteeringType>",
        with: "<edXML:ResponseFor/><edXML:DueDate>null</edXML:DueDate><edXML:SteeringType>")
    },
    .init(name: "a date with a time") {
      $0 = $0.replacing("2026/03/05</edXML:P", with: "2026/03/05 00:00:00</edXML:P")
    },
    .init(name: "a date the other way round") {
      $0 = $0.replacing("2026/03/05</edXML:P", with: "05/03/2026</edXML:P")
    },
  ]
}

@Suite struct `Reading an envelope` {
  @Test(arguments: Variant.all)
  fileprivate func `is not put off by`(variant: Variant) throws {
    let plain = try document(try Sample.package(Sample.content()).envelope)
    let read = try document(try changed(variant.change))
    #expect(read.from == plain.from)
    #expect(read.to == plain.to)
    #expect(read.number == "123")
    #expect(read.notation == "SMH-VP")
    #expect(read.date == Sample.day(2026, 3, 5))
    #expect(read.subject == "V/v gửi thử văn bản điện tử")
    #expect(read.dueDate == nil)
    #expect(read.responseFor.isEmpty)
    #expect(read.toPlaces == ["Như trên", "Lưu: VT, VP"])
    #expect(read.attachments == plain.attachments)
  }

  @Test(arguments: [("cid:", "cid:cid:", true), ("cid:", "", true), ("8", "9", false)])
  func `says when manifest and attachments do not fit`(
    old: String, new: String, fits: Bool
  ) throws {
    let bytes = try changed { text in
      guard let list = text.range(of: "<AttachmentEncoded>"),
        let id = text.range(of: "<ContentId>", range: list.upperBound..<text.endIndex),
        let end = text.range(of: "</ContentId>", range: id.upperBound..<text.endIndex),
        let place = text.range(of: old, range: id.upperBound..<end.lowerBound)
      else { return }
      text.replaceSubrange(place, with: new)
    }
    let oddities = try document(bytes).oddities
    #expect(oddities.isEmpty == fits)
  }

  @Test func `takes UTF-16`() throws {
    let text = String(decoding: try Sample.package(Sample.content()).envelope, as: UTF8.self)
    let wide = try #require(text.data(using: .utf16))
    #expect(try document([UInt8](wide)).number == "123")
  }

  @Test func `refuses a document type, through which a file could be read`() throws {
    let bytes = try changed {
      $0 = $0.replacing(
        "<edXML xmlns", with: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><edXML xmlns"
      )
    }
    #expect(error(bytes) == .hasDocumentType)
  }

  @Test(arguments: ["", "<", "<a", "{}", "<html><body>Đăng nhập</body></html>", "\0\0\0"])
  func `refuses what is none`(text: String) {
    #expect(error(Array(text.utf8)) != nil)
  }

  @Test func `refuses what nests without end`() {
    #expect(error(Array(String(repeating: "<a>", count: 100_000).utf8)) == .tooComplex)
  }

  /// Mutilated in 2000 ways: it is read or refused, and never more.
  @Test func `survives whatever happens to the bytes`() throws {
    let bytes = try Sample.package(Sample.content()).envelope
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var refused = 0
    for _ in 0..<2000 {
      var mutant = bytes
      switch random(4) {
      case 0: mutant.removeSubrange(random(mutant.count)...)
      case 1: mutant[random(mutant.count)] = UInt8(random(256))
      case 2: mutant.insert(contentsOf: Array("<&]]>\"".utf8), at: random(mutant.count))
      default:
        let start = random(mutant.count)
        mutant.removeSubrange(start..<min(start + random(200), mutant.count))
      }
      if error(mutant) != nil { refused += 1 }
    }
    #expect((200...1900).contains(refused))
  }

  @Test func `unpacks a zip that calls itself a PDF`() throws {
    let bytes = try changed {
      $0 = $0.replacing(
        Data(Sample.pdf).base64EncodedString(), with: Data(zip(Sample.pdf)).base64EncodedString())
    }
    let read = try document(bytes)
    #expect(read.attachments.map(\.bytes) == [Sample.pdf])
    #expect(read.attachments.map(\.name) == ["123_SMH-VP.pdf"])
  }

  @Test func `keeps what is a zip by its name`() throws {
    let packed = zip(Sample.pdf)
    let bytes = try changed {
      $0 = $0.replacing("123_SMH-VP.pdf", with: "phu-luc.docx").replacing(
        Data(Sample.pdf).base64EncodedString(), with: Data(packed).base64EncodedString())
    }
    #expect(try document(bytes).attachments.map(\.bytes) == [packed])
  }

  @Test func `refuses a zip that is damaged, or holds more than one file`() throws {
    for packed in [Array(zip(Sample.pdf).dropLast(30)), zip(Sample.pdf, entries: 2)] {
      let bytes = try changed {
        $0 = $0.replacing(
          Data(Sample.pdf).base64EncodedString(), with: Data(packed).base64EncodedString())
      }
      #expect(error(bytes) == .badAttachment(1))
    }
  }

  @Test func `shortens a name that no file system takes, and keeps its ending`() throws {
    let name = String(repeating: "ă", count: 300) + ".pdf"
    let bytes = try changed { $0 = $0.replacing("123_SMH-VP.pdf", with: name) }
    let read = try #require(try document(bytes).attachments.first)
    #expect((150...200).contains(read.name.utf8.count))
    #expect(read.name.hasSuffix("ă.pdf"))
  }

  @Test(arguments: ["../../evil.pdf", "/etc/evil.pdf", "..\\evil.pdf", "C:\\a\\evil.pdf"])
  func `takes no folder from a name`(name: String) throws {
    let bytes = try changed { $0 = $0.replacing("123_SMH-VP.pdf", with: name) }
    let read = try document(bytes)
    #expect(read.attachments.map(\.name) == ["evil.pdf"])
    #expect(!read.oddities.isEmpty)
  }
}

/// A zip of one stored file, as the vendor's writer makes it under a name of no meaning.
private func zip(_ content: [UInt8], entries: Int = 1) -> [UInt8] {
  func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
  let name = Array("../evil.pdf".utf8)
  let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
  let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes
  let local = number(0x0403_4B50, 4) + common + number(name.count, 2) + number(0, 2) + name
  let directory =
    number(0x0201_4B50, 4) + number(20, 2) + common + number(name.count, 2)
    + [UInt8](repeating: 0, count: 12) + number(0, 4) + name
  let end =
    number(0x0605_4B50, 4) + number(0, 4) + number(entries, 2) + number(entries, 2)
    + number(directory.count, 4) + number(local.count + content.count, 4) + number(0, 2)
  return local + content + directory + end
}
