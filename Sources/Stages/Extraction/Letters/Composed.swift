/// A text in composed form (NFC), with the look-alikes of Đ made Đ.
///
/// The standard library has no public normalisation; recognisers write composed letters nearly
/// always, so only texts with combining marks take the slow way.
func composed(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isComposed = true
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xD0: result.append("Đ")
    case 0xF0: result.append("đ")
    case 0x300...0x36F:
      isComposed = false
      result.append(scalar)
    default: result.append(scalar)
    }
  }
  let plain = String(result)
  guard !isComposed else { return plain }
  return String(plain.map { vietnameseLetters[$0] ?? $0 })
}

/// Each Vietnamese letter in composed form; `Character` looks up by canonical equivalence.
private let vietnameseLetters: [Character: Character] = {
  let letters =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
  return Dictionary(letters.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
}()
