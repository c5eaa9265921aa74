/// The grammar that an agency code follows.
///
/// The axis catalogue is the authority, and real test axes use ids outside every grammar: a code
/// that fits none of the forms deserves a warning, never a refusal.
public enum AgencyCodeForm: String, Sendable, Codable, CaseIterable {
  /// `000.00.24.H44`: four groups, 13 characters (QCVN 102:2016, QĐ 28/2018 Điều 10.2.a).
  case old
  /// `H37.DN.001`: a state body, at most 35 characters, built left to right (QĐ 20/2020 Điều 4).
  case stateBody
  /// `Z01…`: a scheme code and an organisation code without a separator (QĐ 20/2020 Điều 6).
  case otherBody
  /// `0123456789` or `0123456789-001`: a registration number (QĐ 20/2020 Điều 5).
  case enterprise

  /// The form of a code; nil when it fits none.
  public init?(of code: String) {
    let bytes = Array(code.utf8)
    if Self.isOld(bytes) {
      self = .old
    } else if Self.isStateBody(bytes) {
      self = .stateBody
    } else if Self.isOtherBody(bytes) {
      self = .otherBody
    } else if Self.isEnterprise(bytes) {
      self = .enterprise
    } else {
      return nil
    }
  }

  /// `VVV.ZZ.YY.MXX`, read from right to left: M is a letter from A to Y, the rest are digits.
  private static func isOld(_ code: [UInt8]) -> Bool {
    let groups = groups(of: code)
    guard groups.map(\.count) == [3, 2, 2, 3] else { return false }
    return groups[0...2].allSatisfy { $0.allSatisfy(isDigit) } && isLevelOne(groups[3])
  }

  private static func isStateBody(_ code: [UInt8]) -> Bool {
    let groups = groups(of: code)
    guard code.count <= 35, isLevelOne(groups[0]) else { return false }
    return groups.dropFirst().allSatisfy { group in
      !group.isEmpty && group.allSatisfy { isDigit($0) || isLetter($0) }
    }
  }

  /// The tail is defined by each scheme, so only its length is checked.
  private static func isOtherBody(_ code: [UInt8]) -> Bool {
    guard (4...35).contains(code.count), code[0] == UInt8(ascii: "Z") else { return false }
    return isDigit(code[1]) && isDigit(code[2]) && code[1...2] != [0x30, 0x30]
  }

  private static func isEnterprise(_ code: [UInt8]) -> Bool {
    guard code.count == 10 || code.count == 14, code.prefix(10).allSatisfy(isDigit) else {
      return false
    }
    return code.count == 10
      || code[10] == UInt8(ascii: "-") && code.suffix(3).allSatisfy(isDigit)
  }

  private static func isLevelOne(_ group: ArraySlice<UInt8>) -> Bool {
    guard group.count == 3, let first = group.first else { return false }
    return isLetter(first) && first != UInt8(ascii: "Z") && group.dropFirst().allSatisfy(isDigit)
  }

  private static func groups(of code: [UInt8]) -> [ArraySlice<UInt8>] {
    code.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
