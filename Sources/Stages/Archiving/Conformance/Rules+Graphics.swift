import Findings
import QPDF

extension ConformanceRule {
  /// Clauses 6.2.2 to 6.2.6 and 6.2.10: operators, colour, graphics states, transparency.
  static let graphics: [ConformanceRule] = [
    ConformanceRule(
      "6.2.2-1", vi: "Nội dung chỉ dùng các toán tử của ISO 32000-1 và đọc được đến hết",
      en: "Content uses only the operators of ISO 32000-1 and is read to its end"
    ) { facts in
      facts.contents.filter { !$0.value.unknownOperators.isEmpty || $0.value.isUnreadable }
        .keys.sorted().map(placeText)
    },
    ConformanceRule(
      "6.2.3-1", vi: "OutputIntent PDF/A có hồ sơ ICC hợp lệ",
      en: "A PDF/A output intent has a valid ICC profile"
    ) { facts in
      let intents = facts.outputIntents
      let isSound = intents.allSatisfy { facts.profile(of: $0) != nil }
      return isSound ? [] : ["OutputIntents"]
    },
    ConformanceRule(
      "6.2.3-2", vi: "Mọi OutputIntent PDF/A dùng chung một hồ sơ",
      en: "All output intents share one profile"
    ) { facts in
      Set(facts.outputIntents.map { $0["DestOutputProfile"]?.id }).count > 1
        ? ["OutputIntents"] : []
    },
    ConformanceRule(
      "6.2.4.2-1", vi: "Hồ sơ ICC của ảnh hợp lệ và khớp số thành phần",
      en: "ICC profiles of images are valid and have the number of components that is stated"
    ) { facts in facts.brokenProfiles },
    ConformanceRule(
      "6.2.4.3-2", vi: "DeviceRGB chỉ dùng khi OutputIntent là RGB",
      en: "DeviceRGB is used only with an RGB output intent"
    ) { facts in facts.uses(of: "DeviceRGB", unless: ["RGB "]) },
    ConformanceRule(
      "6.2.4.3-3", vi: "DeviceCMYK chỉ dùng khi OutputIntent là CMYK",
      en: "DeviceCMYK is used only with a CMYK output intent"
    ) { facts in facts.uses(of: "DeviceCMYK", unless: ["CMYK"]) },
    ConformanceRule(
      "6.2.4.3-4", vi: "DeviceGray chỉ dùng khi có OutputIntent",
      en: "DeviceGray is used only with an output intent"
    ) { facts in facts.uses(of: "DeviceGray", unless: ["RGB ", "CMYK", "GRAY"]) },
    ConformanceRule(
      "6.2.5-1", vi: "Trạng thái đồ họa không có hàm truyền TR",
      en: "Graphics states have no transfer function TR"
    ) { facts in facts.graphicsStates { $0["TR"] != nil } },
    ConformanceRule(
      "6.2.5-2", vi: "TR2 chỉ được là Default", en: "TR2 can only be Default"
    ) { facts in
      facts.graphicsStates { state in
        state["TR2"].map { facts.resolved($0).name != "Default" } ?? false
      }
    },
    ConformanceRule(
      "6.2.5-3", vi: "Trạng thái đồ họa không có HTP", en: "Graphics states have no HTP"
    ) { facts in facts.graphicsStates { $0["HTP"] != nil } },
    ConformanceRule(
      "6.2.6-1", vi: "Ý đồ tái tạo màu là một trong bốn tên chuẩn",
      en: "Rendering intents are one of the four standard names"
    ) { facts in
      let known: Set = ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]
      let named = facts.places { entries in
        ["RI", "Intent"].contains { key in
          guard key == "RI" || facts.resolved(entries["Subtype"]).name == "Image" else {
            return false
          }
          return facts.resolved(entries[key]).name.map { !known.contains($0) } ?? false
        }
      }
      return named
        + facts.contents.filter { !$0.value.intents.isSubset(of: known) }.keys.sorted().map(
          placeText)
    },
    ConformanceRule(
      "6.2.10-1", vi: "Chế độ hòa trộn là tên chuẩn", en: "Blend modes are standard names"
    ) { facts in
      facts.graphicsStates { state in
        guard let mode = state["BM"] else { return false }
        let object = facts.resolved(mode)
        return (object.array ?? [object]).contains { !blendModes.contains($0.name ?? "") }
      }
    },
    ConformanceRule(
      "6.2.10-2", vi: "Trang có độ trong suốt thì có không gian màu để hòa trộn",
      en: "A page with transparency has a colour space to blend in"
    ) { facts in
      guard facts.outputIntents.isEmpty else { return [] }
      return facts.places { entries in
        entries["SMask"].map { facts.resolved($0).entries != nil } ?? false
          || facts.resolved(entries["S"]).name == "Transparency" && entries["CS"] == nil
      }
    },
  ]

  private static let blendModes: Set<String> = [
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
    "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color",
    "Luminosity",
  ]
}

extension DocumentFacts {
  /// The output intents that PDF/A goes by.
  var outputIntents: [[String: PDFObject]] {
    (resolved(catalog["OutputIntents"]).array ?? []).compactMap { resolved($0).entries }
      .filter { resolved($0["S"]).name == "GTS_PDFA1" }
  }

  /// The profile of an output intent; nil when it is missing or no ICC profile for a device.
  func profile(of intent: [String: PDFObject]) -> ICCHeader? {
    guard let id = intent["DestOutputProfile"]?.id, let bytes = data[id],
      let header = ICCHeader(bytes), header.isForDevices,
      header.components == resolved(resolved(intent["DestOutputProfile"]).entries?["N"]).integer
    else { return nil }
    return header
  }

  /// ICCBased colour spaces whose profile is broken or has another number of components.
  var brokenProfiles: [String] {
    objectPlaces { object in
      guard let items = object.array, items.count > 1, resolved(items[0]).name == "ICCBased" else {
        return false
      }
      guard let id = items[1].id, let bytes = data[id], let header = ICCHeader(bytes) else {
        return true
      }
      // ISO 19005-1 6.2.3.2 rests on the edition that PDF 1.4 knows.
      return header.components != resolved(resolved(items[1]).entries?["N"]).integer
        || !header.isForImages || (level.part == 1 && header.version != 2)
    }
  }

  /// Where a device colour space is used, unless an output intent covers it.
  func uses(of space: String, unless covered: [String]) -> [String] {
    let isCovered = outputIntents.contains { intent in
      profile(of: intent).map { covered.contains($0.colorSpace) } ?? false
    }
    guard !isCovered else { return [] }
    let named = places { entries in
      // The alternate of an ICC profile is never used where the profile is understood.
      entries.contains { key, value in key != "Alternate" && names(space, value) }
    }
    return named
      + contents.filter { $0.value.deviceColors.contains(space) }.keys.sorted().map {
        placeText($0)
      }
  }

  private func names(_ space: String, _ value: PDFObject) -> Bool {
    if value.name == space { return true }
    return value.array?.contains { names(space, $0) } ?? false
  }

  /// The places of graphics states that meet a condition.
  func graphicsStates(_ condition: ([String: PDFObject]) -> Bool) -> [String] {
    var states: [(String, [String: PDFObject])] = []
    for (owner, entries) in dictionaries {
      for (_, state) in resolved(entries["ExtGState"]).entries ?? [:] {
        if let values = resolved(state).entries {
          states.append((placeText(state.id ?? owner), values))
        }
      }
    }
    return Set(states.filter { condition($0.1) }.map(\.0)).sorted()
  }
}

/// The header of an ICC profile (ICC.1:2010 7.2).
struct ICCHeader: Equatable {
  /// Four letters: `RGB `, `CMYK`, `GRAY`, `Lab `.
  let colorSpace: String
  /// Four letters: `mntr`, `prtr`, `scnr`, `spac`.
  let deviceClass: String
  /// The edition of the format: 2 or 4.
  let version: Int

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 132, Array(bytes[36..<40]) == Array("acsp".utf8),
      bytes[8] == 2 || bytes[8] == 4
    else { return nil }
    let size = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    guard size <= bytes.count else { return nil }
    version = Int(bytes[8])
    colorSpace = String(decoding: bytes[16..<20], as: UTF8.self)
    deviceClass = String(decoding: bytes[12..<16], as: UTF8.self)
  }

  /// Whether it describes a monitor or a printer.
  var isForDevices: Bool { deviceClass == "mntr" || deviceClass == "prtr" }

  /// Whether an image may be described by it.
  var isForImages: Bool { ["scnr", "mntr", "prtr", "spac"].contains(deviceClass) }

  /// Components a pixel, 0 when not known.
  var components: Int { ["GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4][colorSpace] ?? 0 }
}
