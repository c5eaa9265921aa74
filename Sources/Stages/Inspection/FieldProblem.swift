import Extraction
public import Findings
import Foundation

/// Why a value cannot stand in a field.
public struct FieldProblem: Error, Sendable, Equatable {
  /// The field.
  public let path: FieldPath
  /// What is wrong and what is expected; it does not repeat the value.
  public let message: Wording

  init(_ path: FieldPath, vi: String, en: String) {
    self.path = path
    message = Wording(vi: vi, en: en)
  }
}

/// The value as it will be stored (trimmed, NFC), or why it cannot stand in that field.
///
/// Lengths are those of Nghị định 30/2020/NĐ-CP Phụ lục VI, counted in characters as people see them.
/// An empty value clears an optional field and is refused nowhere: a missing field is found later.
public func validated(_ value: String, for path: FieldPath) -> Result<String, FieldProblem> {
  let text = value.precomposedStringWithCanonicalMapping
    .trimmingCharacters(in: .whitespacesAndNewlines)
  let problem = text.isEmpty ? nil : controlCharacters(text, path) ?? breach(of: path, by: text)
  return problem.map { .failure($0) } ?? .success(text)
}

private func breach(of path: FieldPath, by text: String) -> FieldProblem? {
  switch path {
  case .field(let name): breach(of: name, by: text)
  case .signer(.fullName): tooLong(text, path, limit: 50)
  case .signer: tooLong(text, path, limit: 100)
  case .list:
    listEntries(text).lazy.compactMap { tooLong($0, path, limit: 500) }.first
  }
}

private func breach(of name: FieldName, by text: String) -> FieldProblem? {
  let path = FieldPath.field(name)
  switch name {
  case .codeNumber: return codeNumberProblem(text, path)
  case .codeNotation: return codeNotationProblem(text, path)
  case .promulgationDate, .arrivalDate: return dateProblem(text, path)
  case .pageAmount: return pageAmountProblem(text, path)
  case .priority: return oneOf(["Khẩn", "Thượng khẩn", "Hỏa tốc"], text, path)
  case .secrecy: return oneOf(["Mật", "Tối mật", "Tuyệt mật"], text, path)
  case .subject: return tooLong(text, path, limit: 500)
  case .organName, .organizationInCharge: return tooLong(text, path, limit: 200)
  case .promulgationPlace, .documentType, .sphereOfPromulgation:
    return tooLong(text, path, limit: 100)
  case .language, .arrivalNumber: return tooLong(text, path, limit: 30)
  case .copyForm: return oneOf(["Sao y", "Sao lục", "Trích sao"], text, path)
  }
}

/// Digits with at most one letter behind them (`12a`), 11 characters.
private func codeNumberProblem(_ text: String, _ path: FieldPath) -> FieldProblem? {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let rest = text.dropFirst(digits.count)
  let isNumber =
    !digits.isEmpty && (rest.isEmpty || (rest.count == 1 && rest.allSatisfy(\.isLetter)))
  guard !isNumber || text.count > 11 else { return nil }
  return FieldProblem(
    path,
    vi: "Số văn bản chỉ gồm chữ số, có thể thêm một chữ cái ở cuối (ví dụ 347 hoặc 12a), "
      + "không quá 11 ký tự.",
    en: "A document number has digits and at most one letter behind them (such as 347 or 12a), "
      + "11 characters at most.")
}

/// No slash in front (the number stands before it), no space inside, 30 characters.
private func codeNotationProblem(_ text: String, _ path: FieldPath) -> FieldProblem? {
  if text.hasPrefix("/") {
    return FieldProblem(
      path, vi: "Ký hiệu không bắt đầu bằng dấu gạch chéo: ghi QĐ-UBND, không ghi /QĐ-UBND.",
      en: "A notation does not begin with a slash: QĐ-UBND, not /QĐ-UBND.")
  }
  if text.contains(where: \.isWhitespace) {
    return FieldProblem(
      path, vi: "Ký hiệu không có khoảng trắng.", en: "A notation has no spaces.")
  }
  return tooLong(text, path, limit: 30)
}

private func dateProblem(_ text: String, _ path: FieldPath) -> FieldProblem? {
  guard !isCalendarDate(text) else { return nil }
  return FieldProblem(
    path, vi: "Ngày phải có thật và viết dạng năm-tháng-ngày, ví dụ 2024-02-29.",
    en: "A date must exist and be written year-month-day, such as 2024-02-29.")
}

/// Whether `text` is `yyyy-MM-dd` of the Gregorian calendar, from 1900 on.
func isCalendarDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
    parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
    let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
  else { return false }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year >= 1900 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
}

private func pageAmountProblem(_ text: String, _ path: FieldPath) -> FieldProblem? {
  guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(text),
    (1...999).contains(count)
  else {
    return FieldProblem(
      path, vi: "Số trang là số nguyên từ 1 đến 999.",
      en: "The number of pages is a whole number from 1 to 999.")
  }
  return nil
}

private func oneOf(_ values: [String], _ text: String, _ path: FieldPath) -> FieldProblem? {
  guard !values.contains(text) else { return nil }
  let list = values.joined(separator: ", ")
  return FieldProblem(
    path, vi: "Giá trị phải là một trong: \(list).", en: "The value must be one of: \(list).")
}

private func tooLong(_ text: String, _ path: FieldPath, limit: Int) -> FieldProblem? {
  guard text.count > limit else { return nil }
  return FieldProblem(
    path, vi: "Dài \(text.count) ký tự; \(path.title.vi) không quá \(limit) ký tự.",
    en: "\(text.count) characters long; \(path.title.en): \(limit) characters at most.")
}

private func controlCharacters(_ text: String, _ path: FieldPath) -> FieldProblem? {
  guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
    return nil
  }
  return FieldProblem(
    path, vi: "Giá trị nằm trên một dòng, không có ký tự điều khiển.",
    en: "The value stands on one line, without control characters.")
}

/// The entries of a list, parted by semicolons.
func listEntries(_ text: String) -> [String] {
  text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    .filter { !$0.isEmpty }
}
