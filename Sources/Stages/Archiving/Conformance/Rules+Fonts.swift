import Findings
import QPDF

extension ConformanceRule {
  /// Clause 6.2.11: fonts.
  static let fonts: [ConformanceRule] = [
    ConformanceRule(
      "6.2.11.3.2-1", vi: "Phông CIDFontType2 nhúng có CIDToGIDMap",
      en: "An embedded CIDFontType2 has a CIDToGIDMap"
    ) { facts in
      facts.fontPlaces { font in
        guard facts.resolved(font["Subtype"]).name == "CIDFontType2" else { return false }
        let map = facts.resolved(font["CIDToGIDMap"])
        return !(map.isStream || map.name == "Identity")
      }
    },
    ConformanceRule(
      "6.2.11.3.3-1", vi: "Bảng mã CMap là bảng chuẩn hoặc được nhúng",
      en: "CMaps are predefined or embedded"
    ) { facts in
      facts.fontPlaces { font in
        guard facts.resolved(font["Subtype"]).name == "Type0" else { return false }
        let encoding = facts.resolved(font["Encoding"])
        return
          !(encoding.isStream || ["Identity-H", "Identity-V"].contains(encoding.name ?? "")
          || encoding.name?.contains("-UCS2-") ?? false
          || encoding.name?.contains("-UTF16-") ?? false)
      }
    },
    ConformanceRule(
      "6.2.11.4.1-1", vi: "Mọi phông của chữ nhìn thấy được đều được nhúng",
      en: "Every font of visible text is embedded"
    ) { facts in
      facts.usedFonts.filter { $0.isVisible && !facts.isEmbedded($0.font) }
        .map { placeText($0.place) }
    },
    ConformanceRule(
      "6.2.11.5-1", vi: "Độ rộng ký tự trong phông và trong PDF khớp nhau",
      en: "Widths in the PDF agree with the font program"
    ) { facts in facts.fontPlaces { facts.widthsDisagree($0) } },
    ConformanceRule(
      "6.2.11.7.2-1", vi: "Mọi ký tự được dùng đều có nghĩa trong Unicode",
      en: "Every character that is used maps to Unicode", level: .pdfA2u
    ) { facts in facts.unmappedFonts },
    ConformanceRule(
      "6.2.11.7.2-2", vi: "ToUnicode không chứa U+0000, U+FEFF, U+FFFE",
      en: "ToUnicode never gives U+0000, U+FEFF or U+FFFE", level: .pdfA2u
    ) { facts in
      facts.fontPlaces { font in
        guard let map = facts.toUnicode(of: font) else { return false }
        return map.values.contains { !$0.allSatisfy { ![0, 0xFEFF, 0xFFFE].contains($0) } }
      }
    },
    ConformanceRule(
      "6.2.11.8-1", vi: "Không dùng ký tự .notdef", en: "The .notdef glyph is not used"
    ) { facts in
      facts.usedFonts.filter { facts.showsNotdef($0) }.map { placeText($0.place) }
    },
  ]
}

/// A font that some content shows text in, and the strings that it shows.
struct UsedFont: Equatable {
  let place: ObjectID
  let font: [String: PDFObject]
  let strings: Set<[UInt8]>
  let isVisible: Bool
}

extension DocumentFacts {
  /// The fonts that pages and forms show text in.
  var usedFonts: [UsedFont] {
    var used: [UsedFont] = []
    for id in contents.keys.sorted() {
      guard let content = contents[id], let owner = objects[id]?.entries else { continue }
      let fonts = resolved(resolved(owner["Resources"]).entries?["Font"]).entries ?? [:]
      for name in content.shownStrings.keys.sorted() {
        used.append(
          UsedFont(
            place: fonts[name]?.id ?? id, font: resolved(fonts[name]).entries ?? [:],
            strings: content.shownStrings[name] ?? [],
            isVisible: content.visibleFonts.contains(name)))
      }
    }
    return used
  }

  /// The places of font dictionaries that meet a condition.
  func fontPlaces(_ condition: ([String: PDFObject]) -> Bool) -> [String] {
    places { resolved($0["Type"]).name == "Font" && condition($0) }
  }

  private func descendant(of font: [String: PDFObject]) -> [String: PDFObject]? {
    (resolved(font["DescendantFonts"]).array?.first).flatMap { resolved($0).entries }
  }

  /// Whether the glyphs lie in the file; a Type 3 font is made of content.
  func isEmbedded(_ font: [String: PDFObject]) -> Bool {
    if resolved(font["Subtype"]).name == "Type3" { return true }
    let own = descendant(of: font) ?? font
    let descriptor = resolved(own["FontDescriptor"]).entries ?? [:]
    return ["FontFile", "FontFile2", "FontFile3"].contains { resolved(descriptor[$0]).isStream }
  }

  /// Whether the default width contradicts `hmtx`, for fonts in which every glyph is as wide.
  func widthsDisagree(_ font: [String: PDFObject]) -> Bool {
    guard resolved(font["Subtype"]).name == "CIDFontType2", font["W"] == nil,
      let id = resolved(font["FontDescriptor"]).entries?["FontFile2"]?.id, let program = data[id],
      let widths = TrueTypeWidths(program)
    else { return false }
    let stated = resolved(font["DW"]).number ?? 1000
    return widths.advances.dropFirst().contains { abs($0 - stated) > 1 }
  }

  /// The codes and texts of a font's ToUnicode map.
  func toUnicode(of font: [String: PDFObject]) -> [Int: [UInt16]]? {
    (font["ToUnicode"]?.id).flatMap { data[$0] }.map(unicodeMap)
  }

  /// The embedded character maps of a composite font: its own and those it is built on.
  func encodingMaps(of font: [String: PDFObject]) -> [[UInt8]] {
    guard resolved(font["Subtype"]).name == "Type0" else { return [] }
    var (maps, seen, next) = ([[UInt8]](), Set<ObjectID>(), font["Encoding"]?.id)
    while let id = next, seen.insert(id).inserted {
      data[id].map { maps.append($0) }
      next = objects[id]?.entries?["UseCMap"]?.id
    }
    return maps
  }

  /// Fonts that show a code which their ToUnicode map does not know.
  var unmappedFonts: [String] {
    usedFonts.filter { used in
      let isComposite = resolved(used.font["Subtype"]).name == "Type0"
      guard let map = toUnicode(of: used.font) else {
        // Simple fonts with a standard encoding of standard names map by themselves.
        return isComposite || !hasStandardEncoding(used.font)
      }
      return used.strings.contains { codes($0, isComposite).contains { map[$0] == nil } }
    }.map { placeText($0.place) }
  }

  private func hasStandardEncoding(_ font: [String: PDFObject]) -> Bool {
    let encoding = resolved(font["Encoding"])
    let name = encoding.name ?? resolved(encoding.entries?["BaseEncoding"]).name
    let differs = encoding.entries?["Differences"] != nil
    return ["WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"].contains(name ?? "")
      && !differs
  }

  /// Whether a composite font shows CID 0 or a CID whose glyph is 0.
  func showsNotdef(_ used: UsedFont) -> Bool {
    guard let descendant = descendant(of: used.font),
      ["Identity-H", "Identity-V"].contains(resolved(used.font["Encoding"]).name ?? "")
    else { return false }
    let glyphs = (descendant["CIDToGIDMap"]?.id).flatMap { data[$0] }
    return used.strings.contains { string in
      codes(string, true).contains { cid in
        guard let glyphs else { return cid == 0 }
        return cid * 2 + 1 >= glyphs.count || (glyphs[cid * 2] == 0 && glyphs[cid * 2 + 1] == 0)
      }
    }
  }

  private func codes(_ string: [UInt8], _ isComposite: Bool) -> [Int] {
    guard isComposite else { return string.map(Int.init) }
    return stride(from: 0, to: string.count - 1, by: 2).map {
      Int(string[$0]) << 8 | Int(string[$0 + 1])
    }
  }
}
