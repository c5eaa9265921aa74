import Extraction
import FoundationEssentials
import Packaging
import Testing

@Suite struct `The envelope` {
  /// The envelope's text, kept with `--attachments-path` for Scripts/evaluate-envelopes.
  private func text(_ content: EnvelopeContent) throws -> String {
    let package = try Sample.package(content)
    Attachment.record(package.envelope, named: "\(package.sha256.prefix(12)).edxml")
    return String(decoding: package.envelope, as: UTF8.self)
  }

  @Test func `is the golden one, byte for byte`() throws {
    let expected = golden.replacing("\n", with: "\r\n")
    #expect(try text(Sample.content()) == expected)
  }

  @Test func `is the same bytes for the same input`() throws {
    #expect(try Sample.package(Sample.content()) == Sample.package(Sample.content()))
  }

  @Test func `escapes what XML reserves`() throws {
    let text = try text(Sample.content(Sample.record([.subject: "A < B & C > \"D\""])))
    #expect(text.contains("<edXML:Subject>A &lt; B &amp; C &gt; \"D\"</edXML:Subject>"))
  }

  @Test func `composes letters and their marks`() throws {
    let text = try text(Sample.content(Sample.record([.subject: "Ba\u{301}o ca\u{301}o"])))
    #expect(text.unicodeScalars.contains("\u{E1}"))
    #expect(!text.unicodeScalars.contains("\u{301}"))
  }

  @Test func `joins the lines of a value with one blank`() throws {
    let text = try text(Sample.content(Sample.record([.subject: " V/v\r\n gửi\tthử "])))
    #expect(text.contains("<edXML:Subject>V/v gửi thử</edXML:Subject>"))
  }

  @Test func `leaves out what has no value`() throws {
    let bare = Sample.record(
      [.promulgationPlace: "  ", .sphereOfPromulgation: nil], toPlaces: [], signers: 0)
    let text = try text(Sample.content(bare, from: Agency(id: "Y98.01", name: "Sở Minh Họa")))
    for element in [
      "<edXML:Place>", "SphereOfPromulgation", "ToPlaces", "SignerInfo", "Email", "Fax", "Content>",
    ] {
      #expect(!text.contains(element))
    }
  }

  @Test func `has no hop, whose time would make every packing different`() throws {
    #expect(!(try text(Sample.content())).contains("TraceHeader"))
  }

  @Test func `writes every receiver in the order given`() throws {
    let second = Agency(id: "000.00.00.G22")
    let package = try Sample.package(Sample.content(to: [Sample.receiver, second]))
    let text = String(decoding: package.envelope, as: UTF8.self)
    #expect(text.components("<edXML:To>") == 3)
    #expect(package.receivers == [Sample.receiver, second])
  }

  @Test(arguments: [0, 1, 2, 3, 786_431, 786_432, 786_433, 1_600_000])
  func `carries the bytes of the PDF unchanged`(extra: Int) throws {
    let pdf = Sample.pdf + (0..<extra).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let text = try text(Sample.content(pdf: pdf))
    let parts = text.split(separator: "ContentTransferEncoded")
    let encoded = parts[1].split(separator: ">")[1].dropLast("</edXML:".count)
    #expect(Data(base64Encoded: String(encoded)).map { [UInt8]($0) } == pdf)
  }

  @Test func `names document, file and attachment after the number`() throws {
    let record = Sample.record([.codeNumber: "45", .codeNotation: "QĐ-UBND"])
    let package = try Sample.package(Sample.content(record))
    #expect(package.documentId == "Y98.01,2026/03/05,45/QĐ-UBND")
    #expect(package.fileName.hasPrefix("Y98.01_2026_03_05_45_QD-UBND_"))
    #expect(package.fileName.hasSuffix(".edxml"))
    #expect(
      String(decoding: package.envelope, as: UTF8.self)
        .contains("<AttachmentName>45_QD-UBND.pdf</AttachmentName>"))
  }

  @Test func `has a file name of its own for each identifier`() throws {
    let names = try ["A-B", "A_B", "A/B"].map {
      try Sample.package(Sample.content(Sample.record([.codeNotation: $0]))).fileName
    }
    #expect(Set(names).count == 3)
  }

  @Test func `has another attachment id when the PDF changes`() throws {
    let first = try text(Sample.content())
    let second = try text(Sample.content(pdf: Sample.pdf + [0x0A]))
    let id = { (text: String) in text.split(separator: "ContentId>")[1] }
    #expect(id(first) != id(second))
  }

  @Test(arguments: [
    ("Khẩn", 1), ("THƯỢNG KHẨN", 2), ("Hoả tốc", 3), ("Hỏa tốc hẹn giờ", 4),
  ])
  func `gives urgency its number`(marking: String, number: Int) throws {
    let text = try text(Sample.content(Sample.record([.priority: marking])))
    #expect(text.contains("<edXML:Priority>\(number)</edXML:Priority>"))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}

/// The invented example; only the attachment's id is computed.
private let golden = """
  <?xml version="1.0" encoding="UTF-8"?>
  <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
    <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
      <edXML:edXMLHeader>
        <edXML:MessageHeader>
          <edXML:From>
            <edXML:OrganId>Y98.01</edXML:OrganId>
            <edXML:OrganizationInCharge>Ủy ban nhân dân tỉnh Ví Dụ</edXML:OrganizationInCharge>
            <edXML:OrganName>Sở Minh Họa tỉnh Ví Dụ</edXML:OrganName>
            <edXML:OrganAdd>Số 1, đường Thử Nghiệm, tỉnh Ví Dụ</edXML:OrganAdd>
            <edXML:Email>vanthu@vidu.example</edXML:Email>
            <edXML:Telephone>0000000000</edXML:Telephone>
            <edXML:Fax>0000000001</edXML:Fax>
            <edXML:Website>vidu.example</edXML:Website>
          </edXML:From>
          <edXML:To>
            <edXML:OrganId>Y99.02</edXML:OrganId>
            <edXML:OrganizationInCharge>Bộ Giả Định</edXML:OrganizationInCharge>
            <edXML:OrganName>Vụ Kiểm Tra, Bộ Giả Định</edXML:OrganName>
          </edXML:To>
          <edXML:DocumentId>Y98.01,2026/03/05,123/SMH-VP</edXML:DocumentId>
          <edXML:Code>
            <edXML:CodeNumber>123</edXML:CodeNumber>
            <edXML:CodeNotation>SMH-VP</edXML:CodeNotation>
          </edXML:Code>
          <edXML:PromulgationInfo>
            <edXML:Place>Ví Dụ</edXML:Place>
            <edXML:PromulgationDate>2026/03/05</edXML:PromulgationDate>
          </edXML:PromulgationInfo>
          <edXML:DocumentType>
            <edXML:Type>2</edXML:Type>
            <edXML:TypeDetail>18</edXML:TypeDetail>
            <edXML:TypeName>Công văn</edXML:TypeName>
          </edXML:DocumentType>
          <edXML:Subject>V/v gửi thử văn bản điện tử</edXML:Subject>
          <edXML:SignerInfo>
            <edXML:Competence>KT. GIÁM ĐỐC</edXML:Competence>
            <edXML:Position>Phó Giám đốc</edXML:Position>
            <edXML:FullName>Nguyễn Văn Mẫu</edXML:FullName>
          </edXML:SignerInfo>
          <edXML:OtherInfo>
            <edXML:Priority>0</edXML:Priority>
            <edXML:SphereOfPromulgation>Công khai</edXML:SphereOfPromulgation>
            <edXML:PromulgationAmount>1</edXML:PromulgationAmount>
            <edXML:PageAmount>2</edXML:PageAmount>
          </edXML:OtherInfo>
          <edXML:SteeringType>0</edXML:SteeringType>
          <edXML:ToPlaces>
            <edXML:Place>Như trên</edXML:Place>
            <edXML:Place>Lưu: VT, VP</edXML:Place>
          </edXML:ToPlaces>
        </edXML:MessageHeader>
      </edXML:edXMLHeader>
      <edXML:edXMLBody>
        <edXML:edXMLManifest version="1.0">
          <edXML:Reference>
            <edXML:ContentId>cid:04716f8e-c76b-8b1b-8f23-948df6a51e5c</edXML:ContentId>
            <edXML:ContentType>application/pdf</edXML:ContentType>
            <edXML:AttachmentName>123_SMH-VP.pdf</edXML:AttachmentName>
          </edXML:Reference>
        </edXML:edXMLManifest>
      </edXML:edXMLBody>
    </edXML:edXMLEnvelope>
    <AttachmentEncoded>
      <Attachment>
        <ContentId>cid:04716f8e-c76b-8b1b-8f23-948df6a51e5c</ContentId>
        <AttachmentName>123_SMH-VP.pdf</AttachmentName>
        <ContentType>application/pdf</ContentType>
        <edXML:ContentTransferEncoded xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">JVBERi0xLjcKJSBpbnZlbnRlZCBwbGFjZWhvbGRlciwgbm90IGEgcmVhbCBkb2N1bWVudAolJUVPRgo=</edXML:ContentTransferEncoded>
      </Attachment>
    </AttachmentEncoded>
  </edXML>

  """
