import Findings
import QPDF

extension ConformanceRule {
  /// What ISO 19005-1 asks as part 2 does, by the clause in part 2: the clause in part 1.
  ///
  /// What is missing here part 1 does not ask, or asks more strictly in `onlyInPart1`.
  static let clausesInPart1: [String: String] = [
    "6.1.2-1": "6.1.2-1", "6.1.2-2": "6.1.2-2", "6.1.3-1": "6.1.3-1", "6.1.3-2": "6.1.3-2",
    "6.1.3-3": "6.1.3-3", "6.1.4-1": "6.1.4-1", "6.1.4-2": "6.1.4-2", "6.1.6-1": "6.1.6-1",
    "6.1.6-2": "6.1.6-2", "6.1.7.1-1": "6.1.7-1", "6.1.7.1-2": "6.1.7-2",
    "6.1.7.1-3": "6.1.7-3", "6.1.7.2-1": "6.1.10-1", "6.1.9-1": "6.1.8-1", "6.1.10-1": "6.1.10-2",
    "6.1.13-1": "6.1.12-1", "6.1.13-4": "6.1.12-4", "6.1.13-7": "6.1.12-7",
    "6.1.13-8": "6.1.12-8", "6.1.13-10": "6.1.12-10",
    "6.2.2-1": "6.2.10-1", "6.2.3-1": "6.2.2-1", "6.2.3-2": "6.2.2-2", "6.2.4.2-1": "6.2.3.2-1",
    "6.2.4.3-2": "6.2.3.3-1", "6.2.4.3-3": "6.2.3.3-2", "6.2.4.3-4": "6.2.3.3-3",
    "6.2.5-1": "6.2.8-1", "6.2.5-2": "6.2.8-2", "6.2.6-1": "6.2.9-1", "6.2.8-1": "6.2.4-1",
    "6.2.8-2": "6.2.4-2", "6.2.8-3": "6.2.4-3", "6.2.9-1": "6.2.5-1", "6.2.9-2": "6.2.7-1",
    "6.2.9-3": "6.2.6-1", "6.2.11.3.2-1": "6.3.3.2-1", "6.2.11.3.3-1": "6.3.3.3-1",
    "6.2.11.4.1-1": "6.3.4-1", "6.2.11.5-1": "6.3.6-1", "6.3.2-1": "6.5.3-1",
    "6.3.2-2": "6.5.3-2", "6.4.1-1": "6.6.2-1", "6.4.1-3": "6.9-1", "6.5.1-1": "6.6.1-1",
    "6.5.1-2": "6.6.1-2", "6.5.2-1": "6.6.2-2", "6.6.2.1-1": "6.7.2-1", "6.6.2.1-4": "6.7.5-1",
    "6.6.2.3-1": "6.7.8-1", "6.6.2.3-2": "6.7.8-2", "6.6.3-1": "6.7.3-1", "6.6.4-1": "6.7.11-1",
    "6.6.4-2": "6.7.11-2", "6.6.4-3": "6.7.11-3",
  ]

  /// What only ISO 19005-1 forbids, because it rests on PDF 1.4.
  static let onlyInPart1: [ConformanceRule] = [
    ConformanceRule(
      "6.1.4-3", vi: "Bảng tham chiếu không phải là luồng, không có luồng đối tượng",
      en: "There are no cross-reference streams and no object streams"
    ) { facts in
      let isStream = facts.trailer["Type"]?.name == "XRef" || facts.trailer["XRefStm"] != nil
      return (isStream ? ["trailer"] : [])
        + facts.streams.filter {
          ["XRef", "ObjStm"].contains(facts.resolved($0.entries["Type"]).name ?? "")
        }.map { placeText($0.id) }
    },
    ConformanceRule(
      "6.1.10-3", vi: "Luồng chỉ dùng bộ lọc của PDF 1.4 (không JPEG 2000, không Crypt)",
      en: "Streams use only filters of PDF 1.4 (no JPEG 2000, no Crypt)"
    ) { facts in
      facts.streams.filter { stream in
        facts.filters(of: stream.entries).contains { ["JPXDecode", "Crypt"].contains($0) }
      }.map { placeText($0.id) }
    },
    ConformanceRule(
      "6.1.11-1", vi: "Không có tệp đính kèm", en: "There are no embedded files"
    ) { facts in facts.embeddedFilePlaces },
    ConformanceRule(
      "6.1.12-2", vi: "Số thực nằm trong ±32 767", en: "Real numbers lie within ±32 767"
    ) { facts in facts.placesBeyond { $0.largestReal > 32_767 } },
    ConformanceRule(
      "6.1.12-3", vi: "Chuỗi dài tối đa 65 535 byte", en: "Strings have at most 65 535 bytes"
    ) { facts in facts.placesBeyond { $0.longestString > 65_535 } },
    ConformanceRule(
      "6.1.12-5", vi: "Mảng có tối đa 8 191 phần tử", en: "Arrays have at most 8 191 items"
    ) { facts in facts.placesBeyond { $0.longestArray > 8_191 } },
    ConformanceRule(
      "6.1.12-6", vi: "Từ điển có tối đa 4 095 mục", en: "Dictionaries have at most 4 095 entries"
    ) { facts in facts.placesBeyond { $0.largestDictionary > 4_095 } },
    ConformanceRule(
      "6.1.12-9", vi: "Không gian màu DeviceN có tối đa 8 mực",
      en: "DeviceN colour spaces have at most 8 colourants"
    ) { facts in facts.objectPlaces { facts.colorants(of: $0).count > 8 } },
    ConformanceRule(
      "6.1.13-1", vi: "Không có lớp nội dung tùy chọn (OCProperties)",
      en: "There is no optional content (OCProperties)"
    ) { facts in facts.catalog["OCProperties"] != nil ? ["Root"] : [] },
    ConformanceRule(
      "6.4-1", vi: "Không có mặt nạ mềm (SMask)", en: "There are no soft masks (SMask)"
    ) { facts in
      facts.places { entries in
        guard let mask = entries["SMask"] else { return false }
        return facts.resolved(mask).name != "None"
      }
        + facts.objects(of: "Image") { (facts.resolved($0["SMaskInData"]).integer ?? 0) != 0 }
    },
    ConformanceRule(
      "6.4-2", vi: "Không có nhóm trong suốt", en: "There are no transparency groups"
    ) { facts in
      facts.places { entries in
        guard let group = facts.resolved(entries["Group"]).entries else { return false }
        return facts.resolved(group["S"]).name == "Transparency"
      }
    },
    ConformanceRule(
      "6.4-3", vi: "Chế độ hòa trộn chỉ là Normal hoặc Compatible",
      en: "Blend modes are Normal or Compatible"
    ) { facts in
      facts.graphicsStates { state in
        guard let mode = state["BM"] else { return false }
        return !["Normal", "Compatible"].contains(facts.resolved(mode).name ?? "")
      }
    },
    ConformanceRule(
      "6.4-4", vi: "Độ mờ CA và ca là 1", en: "The opacities CA and ca are 1"
    ) { facts in
      facts.graphicsStates { state in
        ["CA", "ca"].contains { key in
          state[key].map { facts.resolved($0).number != 1 } ?? false
        }
      }
    },
    ConformanceRule(
      "6.5.2-1", vi: "Chỉ có các loại chú giải của PDF 1.4, không âm thanh, phim, tệp đính kèm",
      en: "Annotations are those of PDF 1.4 without sound, film and attachments"
    ) { facts in
      facts.annotations.filter {
        !annotationsOfPart1.contains(facts.resolved($0.entries["Subtype"]).name ?? "")
      }.map(\.place)
    },
    ConformanceRule(
      "6.5.3-3", vi: "Hình của chú giải chỉ có mục N", en: "Appearances of annotations hold only N"
    ) { facts in
      facts.annotations.filter { annotation in
        guard let appearance = facts.resolved(annotation.entries["AP"]).entries else {
          return false
        }
        return appearance.keys.contains { $0 != "N" }
      }.map(\.place)
    },
    ConformanceRule(
      "6.7.2-2", vi: "Siêu dữ liệu XMP không nén", en: "The XMP metadata is not filtered"
    ) { facts in
      facts.resolved(facts.catalog["Metadata"]).entries?["Filter"] != nil ? ["Metadata"] : []
    },
  ]

  private static let annotationsOfPart1: Set<String> = [
    "Text", "Link", "FreeText", "Line", "Square", "Circle", "Highlight", "Underline", "Squiggly",
    "StrikeOut", "Stamp", "Ink", "Popup", "Widget", "PrinterMark", "TrapNet",
  ]
}
