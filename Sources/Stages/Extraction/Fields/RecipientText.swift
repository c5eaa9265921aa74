import Foundation

/// How the lines of Nơi nhận and Kính gửi are written, to put right what recognisers do to them.
enum RecipientText {
  /// The text of an item without its dash and its end, and with closed phrases in their right form.
  ///
  /// A literal pattern is parsed each time that it is come to, a hundredth of a run, so most are come to only where
  /// something is that they cannot match without.
  static func repaired(_ text: String) -> String {
    var body = text.unicodeScalars[...]
    while let first = body.first, Letters.base(first) == nil, first != "(" { body.removeFirst() }
    var value = String(body).trimmed(of: " -–—~+•_*:;,.")
    // `NhưĐiều 2`: a capital after small letters begins a word.
    value = value.replacing(/(\p{Ll}{2})(\p{Lu}\p{Ll})/) { "\($0.1) \($0.2)" }
    value = value.split(separator: " ").flatMap { Syllables.unfused(String($0)) }
      .joined(separator: " ")
    // `(đê bíc)`, `(để b/©)`: slash or c was read as something else.
    if value.contains("(đ") {
      value = value.replacing(/\(đ[eêểếềẻẽễ] b[\/ilíìI1|ưứ][cCe©€]\)/, with: "(để b/c)")
    }
    if ["UBND", "HĐND", "HDND"].contains(where: value.contains) {
      // `UBND nh`: of the narrow letters one is left.
      value = value.replacing(/\b(UBND|HĐND) t?[iìíĩị]?nh\b/) { "\($0.1) tỉnh" }
      value = value.replacing(/\bHDND\b/, with: "HĐND")
    }
    // `HĐND tính`: what such a line ends with is the province.
    if ["ình", "ính", "ĩnh", "ịnh"].contains(where: value.lowercased().contains) {
      value = value.replacing(/(?i)(\S+) t[ìíĩị]nh(?=$| \()/) { found in
        ["MÁY", "GIỚI"].map(Letters.skeleton).contains(Letters.skeleton(String(found.1)))
          ? String(found.0) : "\(found.1) tỉnh"
      }
    }
    value = commasForStops(value)
    for phrase in phrases { value = value.replacing(phrase) }
    return value
  }

  /// What stands in such lists again and again (Nghị định 30/2020 Phụ lục III, the sample pages).
  private static let phrases = [
    "Như trên", "Như thành phần", "Như Điều", "Như kính gửi", "(để biết)", "(để báo cáo)",
    "(để b/c)", "(để thực hiện)", "(để th/h)", "(để phối hợp)", "(để chỉ đạo)", "(để theo dõi)",
    "Ban Giám đốc", "Ban Giám hiệu", "Phó Giám đốc", "Chủ tịch", "Phó Chủ tịch", "Bộ Giáo dục",
    "Bộ Khoa học",
    "Bộ Nông nghiệp", "Bộ Văn hóa", "Bộ Dân tộc", "Bộ Kế hoạch", "Bộ Giao thông", "Bộ Lao động",
    "Bộ Thông tin", "Báo và Đài",
    "Phát thanh", "Truyền hình", "các đơn vị", "các phòng", "Ban Thường vụ", "Thường trực",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế", "Bộ Tư pháp", "Bộ Xây dựng",
    "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Bộ Công Thương",
  ]

  /// Whether an item is one of the phrases that refer to the document itself.
  static func isClosed(_ value: String) -> Bool {
    let words = value.split(separator: " ").map { $0.lowercased() }
    if ["như trên", "như thành phần", "như kính gửi"].contains(words.joined(separator: " ")) {
      return true
    }
    return words.count == 3 && words.prefix(2) == ["như", "điều"]
      && words[2].allSatisfy { "123456789".contains($0) } && words[2].count == 1
  }

  /// Whether no word looks misread.
  ///
  /// `Như Điều s` lacks its number, `1ổ chức` and `BND1ĩnh` have a figure before small letters, `ĐCTFLUBNDtỉnh` has
  /// many capitals before them.
  static func isPlausible(_ value: String) -> Bool {
    let words = value.split { " .,:;/-–()".contains($0) }.map(String.init)
    if words.count > 1, Letters.skeleton(words[0] + words[1]) == Letters.skeleton("Như Điều"),
      words.dropFirst(2).first?.first?.isNumber != true
    {
      return false
    }
    return words.allSatisfy { word in
      let letters = Letters.count(in: word)
      return
        (!word.contains(where: \.isNumber)
        || word.firstMatch(of: /\d(?:\p{Ll}{2}|(?=\p{Ll})[^a-z])/) == nil)
        && (letters.small == 0 || letters.capitals < 2 || letters.capitals + letters.small <= 6)
    }
  }

  /// Whether an item begins with what receivers are called by, marks and all: `Bệ Tài chính` does not.
  static func opensAsReceivers(_ value: String) -> Bool {
    guard let first = value.split(whereSeparator: { " .,:;/-(".contains($0) }).first else {
      return false
    }
    return openings.contains(first.lowercased().precomposedStringWithCanonicalMapping)
  }

  /// First words of agencies, offices, people and files (Nghị định 30/2020 Phụ lục III, and lists of agencies).
  private static let openings = Set(
    """
    như các cục chi sở bộ ban bảo báo đài đảng đoàn công cổng cơ chủ chánh phó giám hội huyện hạt hiệp hiệu hđnd ubnd \
    ubmttq ủy uỷ văn vp vpcp viện vụ phòng p trung tt ttr trường trưởng trang tòa toà thanh thành thủ thường tỉnh \
    tổng tổ tập kho khoa lãnh liên lưu mặt nhà ngân quỹ quân bhxh bcđ bgđ bgh ct pct cvp đu đ lực xã phường thị quận \
    doanh bệnh kiểm học đại thư cảng vườn bưu điện trạm đội đồn chính website ông bà đồng thông cá bí tnhh \
    đơn sinh người giảng nhân hộ khối btv bch bqp byt bnv bgdđt btc sgdđt
    """.split(separator: " ").map { String($0).precomposedStringWithCanonicalMapping })

  /// A full stop before a small letter is a comma that lost its tail; abbreviations, which are short and bear no marks,
  /// keep theirs.
  private static func commasForStops(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.enumerated().map { index, word in
      guard word.hasSuffix("."), index + 1 < words.count,
        words[index + 1].first?.isLowercase ?? false,
        word.count > 3 || word.count == 3 && word.contains(where: hasMark),
        word.dropLast().allSatisfy(\.isLowercase)
      else { return word }
      return word.dropLast() + ","
    }.joined(separator: " ")
  }
}

private func hasMark(_ letter: Character) -> Bool { letter.isLetter && !letter.isASCII }

extension String {
  /// The text with a phrase in its own marks wherever its letters stand, in the case that was read.
  fileprivate func replacing(_ phrase: String) -> String {
    var words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let pattern = phrase.split(separator: " ").map(String.init)
    guard words.count >= pattern.count else { return self }
    for start in 0...words.count - pattern.count {
      let places = pattern.indices.map { start + $0 }
      guard zip(places, pattern).allSatisfy({ words[$0].isSame(as: $1) }) else { continue }
      for (place, word) in zip(places, pattern) { words[place] = word.inCase(of: words[place]) }
    }
    return words.joined(separator: " ")
  }

  /// Whether two words have the same letters and the same signs around them.
  private func isSame(as other: String) -> Bool {
    func signs(_ word: String) -> [Unicode.Scalar] {
      word.unicodeScalars.filter { Letters.base($0) == nil }
    }
    return Letters.skeleton(self) == Letters.skeleton(other) && signs(self) == signs(other)
  }

  private func inCase(of word: String) -> String {
    if word.count(where: \.isLetter) > 1, !word.contains(where: \.isLowercase) {
      return uppercased()
    }
    guard let first = word.first(where: \.isLetter), let own = self.first(where: \.isLetter),
      first.isUppercase != own.isUppercase
    else { return self }
    return first.isUppercase ? prefix(1).uppercased() + dropFirst() : lowercased()
  }
}
