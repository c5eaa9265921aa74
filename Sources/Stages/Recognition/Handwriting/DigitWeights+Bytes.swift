extension DigitWeights {
  /// The weights, out of their base64 (RFC 4648).
  static var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8CodeUnitCount * 3 / 4)
    var (bits, count) = (UInt32(0), 0)
    for sign in text.description.utf8 {
      let value: UInt8
      switch sign {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = sign - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = sign - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = sign - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue  // line ends and the padding
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
