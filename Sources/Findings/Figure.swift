/// Figures as people write them: a decimal comma in Vietnamese, a point in English.
public enum Figure {
  /// `value` with at most `digits` decimals, trailing zeros left out.
  public static func text(_ value: Double, digits: Int, in language: Language) -> String {
    guard value.isFinite else { return "?" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    // 2⁵³ is where whole numbers stop being exact; no measure comes near it.
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "?" }
    let whole = Int(scaled / scale)
    var fraction = String(Int(scaled) - whole * Int(scale))
    fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0, !fraction.isEmpty else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)\(separator(language))\(fraction)"
  }

  /// Both figures with as many decimals as it takes to tell them apart, at least `digits`.
  ///
  /// "199.6 dpi, at least 199.8 dpi" must never be printed as "200 dpi, at least 200 dpi".
  public static func pair(
    _ measured: Double, _ required: Double, digits: Int, in language: Language
  ) -> (measured: String, required: String) {
    for digits in digits...(digits + 3) {
      let left = text(measured, digits: digits, in: language)
      let right = text(required, digits: digits, in: language)
      if left != right { return (left, right) }
    }
    return (
      text(measured, digits: digits, in: language), text(required, digits: digits, in: language)
    )
  }

  private static func separator(_ language: Language) -> String {
    switch language {
    case .vi: ","
    case .en: "."
    }
  }
}
