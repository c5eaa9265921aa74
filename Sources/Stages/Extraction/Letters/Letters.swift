/// What each letter is without its marks and its case, and what case it has.
///
/// Vietnamese OCR errs on marks far more often than on letters, so everything that is looked for is
/// compared without marks; this also folds the two placements of tone marks (`hòa`, `hoà`).
enum Letters {
  private static let families: [(base: Unicode.Scalar, lower: String, upper: String)] = [
    ("A", "aàáảãạăằắẳẵặâầấẩẫậäåāą", "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÄÅĀĄ"),
    ("C", "cçć", "CÇĆ"),
    ("D", "dđ", "DĐÐ"),
    ("E", "eèéẻẽẹêềếểễệëēę", "EÈÉẺẼẸÊỀẾỂỄỆËĒĘ"),
    ("I", "iìíỉĩịîïī", "IÌÍỈĨỊÎÏĪ"),
    ("N", "nñń", "NÑŃ"),
    ("O", "oòóỏõọôồốổỗộơờớởỡợöøō", "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÖØŌ"),
    ("U", "uùúủũụưừứửữựûüū", "UÙÚỦŨỤƯỪỨỬỮỰÛÜŪ"),
    ("Y", "yỳýỷỹỵÿ", "YỲÝỶỸỴŸ"),
    ("S", "sš", "SŠ"),
    ("Z", "zž", "ZŽ"),
  ]

  private static let tableEnd = 0x1F00

  /// The capital ASCII letter or the digit of each scalar; 0 where there is none.
  private static let bases: [UInt8] = {
    var table = [UInt8](repeating: 0, count: tableEnd)
    for code in 0x30...0x39 { table[code] = UInt8(code) }
    for code in 0x41...0x5A {
      table[code] = UInt8(code)
      table[code + 0x20] = UInt8(code)
    }
    for family in families {
      for scalar in (family.lower + family.upper).unicodeScalars {
        table[Int(scalar.value)] = UInt8(family.base.value)
      }
    }
    return table
  }()

  /// 1 for a small letter, 2 for a capital, 0 for anything else.
  private static let cases: [UInt8] = {
    var table = [UInt8](repeating: 0, count: tableEnd)
    for code in 0x41...0x5A {
      table[code] = 2
      table[code + 0x20] = 1
    }
    for family in families {
      for scalar in family.lower.unicodeScalars { table[Int(scalar.value)] = 1 }
      for scalar in family.upper.unicodeScalars { table[Int(scalar.value)] = 2 }
    }
    return table
  }()

  /// The capital ASCII letter or digit under a scalar, nil for anything else.
  static func base(_ scalar: Unicode.Scalar) -> UInt8? {
    guard scalar.value < tableEnd else { return nil }
    let base = bases[Int(scalar.value)]
    return base == 0 ? nil : base
  }

  /// Whether it is a small letter.
  static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < tableEnd && cases[Int(scalar.value)] == 1
  }

  /// Whether it is a capital letter.
  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < tableEnd && cases[Int(scalar.value)] == 2
  }

  /// Whether it is a letter with a mark, as Vietnamese has and English has not.
  static func isMarked(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xC0 && (isSmall(scalar) || isCapital(scalar))
  }

  /// Whether it is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  /// The letters and digits of a text, as capitals without marks.
  static func skeleton(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let base = base(scalar) { result.append(base) }
    }
    return result
  }

  /// How many capitals and how many small letters a text holds.
  static func count(in text: String) -> (capitals: Int, small: Int) {
    var capitals = 0
    var small = 0
    for scalar in text.unicodeScalars {
      if isCapital(scalar) { capitals += 1 } else if isSmall(scalar) { small += 1 }
    }
    return (capitals, small)
  }
}
