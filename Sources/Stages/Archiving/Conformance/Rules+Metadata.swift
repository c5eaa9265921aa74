import Findings
import QPDF

extension ConformanceRule {
  /// Clause 6.6: metadata and the claim.
  static let metadata: [ConformanceRule] = [
    ConformanceRule(
      "6.6.2.1-1", vi: "Tài liệu có siêu dữ liệu XMP đọc được",
      en: "The document has readable XMP metadata"
    ) { facts in facts.packet.flatMap(XMPPacket.init) == nil ? ["Metadata"] : [] },
    ConformanceRule(
      "6.6.2.1-4", vi: "Gói XMP không ghi thuộc tính bytes và encoding",
      en: "The XMP packet states neither bytes nor encoding"
    ) { facts in
      // The header is the processing instruction that comes first.
      let text = String(decoding: facts.packet ?? [], as: UTF8.self)
      let header = text.prefix { $0 != ">" }
      return header.contains("bytes=") || header.contains("encoding=") ? ["Metadata"] : []
    },
    ConformanceRule(
      "6.6.2.3-1", vi: "Thuộc tính XMP thuộc lược đồ chuẩn hoặc được lược đồ mở rộng mô tả",
      en: "XMP properties belong to standard schemas or an extension schema describes them"
    ) { facts in
      guard let packet = facts.packet.flatMap(XMPPacket.init) else { return [] }
      return packet.properties.filter { !$0.isStandard && !packet.described.contains($0) }
        .map { "Metadata/\($0.name)" }
    },
    ConformanceRule(
      "6.6.2.3-2", vi: "Lược đồ mở rộng của XMP đầy đủ: tên, không gian tên, kiểu, loại, mô tả",
      en: "Extension schemas are complete: name, namespace, type, category, description"
    ) { facts in
      facts.packet.flatMap(XMPPacket.init)?.isCompletelyDescribed == false ? ["Metadata"] : []
    },
    ConformanceRule(
      "6.6.3-1", vi: "Thông tin tài liệu (Info) khớp với XMP",
      en: "The information dictionary agrees with the XMP"
    ) { facts in
      let info = facts.resolved(facts.trailer["Info"]).entries ?? [:]
      let packet = facts.packet.flatMap(XMPPacket.init)
      let pairs: [(String, String, XMPPacket.Namespace)] = [
        ("Title", "title", .dc), ("Author", "creator", .dc), ("Subject", "description", .dc),
        ("Producer", "Producer", .pdf), ("Creator", "CreatorTool", .xmp),
        ("Keywords", "Keywords", .pdf),
      ]
      let date = facts.resolved(info["CreationDate"]).text
      let isSameDate =
        date == nil
        || date.flatMap(xmpDate).map { packet?.value("CreateDate", .xmp)?.hasPrefix($0) ?? false }
          ?? false
      return (isSameDate ? [] : ["Info/CreationDate"])
        + pairs.filter { key, name, space in
          guard let text = facts.resolved(info[key]).text, !text.isEmpty else { return false }
          return packet?.values(name, space).joined(separator: "; ") != text
        }.map { "Info/\($0.0)" }
    },
    ConformanceRule(
      "6.6.4-1", vi: "XMP nêu phần của PDF/A", en: "The XMP states the part of PDF/A"
    ) { facts in
      facts.packet.flatMap(XMPPacket.init)?.value("part", .pdfaid) == nil ? ["Metadata"] : []
    },
    ConformanceRule(
      "6.6.4-2", vi: "Phần được nêu là phần được kiểm tra",
      en: "The stated part is the one that is checked"
    ) { facts in
      let part = facts.packet.flatMap(XMPPacket.init)?.value("part", .pdfaid)
      return part == nil || part == String(facts.level.part) ? [] : ["Metadata"]
    },
    ConformanceRule(
      "6.6.4-3", vi: "Mức được nêu là mức được kiểm tra",
      en: "The stated level is the one that is checked"
    ) { facts in
      let stated = facts.packet.flatMap(XMPPacket.init)?.value("conformance", .pdfaid)
      return stated == facts.level.conformance ? [] : ["Metadata"]
    },
  ]

  /// Clauses 6.9 to 6.11: optional content, presentations, requirements.
  static let attachments: [ConformanceRule] = [
    ConformanceRule(
      "6.9-1", vi: "Cấu hình lớp nội dung có tên", en: "Layer configurations have a name"
    ) { facts in facts.layerConfigurations { facts.resolved($0["Name"]).text?.isEmpty ?? true } },
    ConformanceRule(
      "6.9-4", vi: "Cấu hình lớp nội dung không tự đổi theo cách dùng (AS)",
      en: "Layer configurations do not change by usage (AS)"
    ) { facts in facts.layerConfigurations { $0["AS"] != nil } },
    ConformanceRule(
      "6.10-1", vi: "Không có cách trình bày thay thế", en: "There are no alternate presentations"
    ) { facts in
      (facts.names["AlternatePresentations"] != nil ? ["Names"] : [])
        + facts.pages.filter { facts.objects[$0]?.entries?["PresSteps"] != nil }.map(placeText)
    },
    ConformanceRule(
      "6.11-1", vi: "Tài liệu không đặt yêu cầu với chương trình đọc (Requirements)",
      en: "The document sets no requirements on its reader"
    ) { facts in facts.catalog["Requirements"] != nil ? ["Root"] : [] },
  ]
}

extension DocumentFacts {
  /// The places of optional content configurations that meet a condition.
  fileprivate func layerConfigurations(_ condition: ([String: PDFObject]) -> Bool) -> [String] {
    let layers = resolved(catalog["OCProperties"]).entries ?? [:]
    let all = [layers["D"]].compactMap { $0 } + (resolved(layers["Configs"]).array ?? [])
    return all.contains { condition(resolved($0).entries ?? [:]) } ? ["OCProperties"] : []
  }
}
