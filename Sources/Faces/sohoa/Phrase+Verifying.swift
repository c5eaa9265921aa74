import Archiving
import Findings

extension Phrase {
  /// A rule that only veraPDF names.
  static func unseen(_ unseen: OutsideComparison.Unseen) -> Wording {
    let breach = unseen.breach
    let place = breach.place.map { " (\($0))" } ?? ""
    let text = "\(breach.clause) \(breach.description)\(place)"
    return switch unseen.view {
    case .met:
      Wording(
        vi: "≠ chỉ verapdf báo, sohoa kiểm tra thấy đạt: \(text)",
        en: "≠ only verapdf names it, sohoa finds it met: \(text)")
    case .sameClause:
      Wording(
        vi: "≈ verapdf báo, sohoa báo quy tắc khác cùng điều: \(text)",
        en: "≈ verapdf names it, sohoa names another rule of the clause: \(text)")
    case .unknown:
      Wording(
        vi: "≠ chỉ verapdf báo, sohoa không có quy tắc này: \(text)",
        en: "≠ only verapdf names it, sohoa has no such rule: \(text)")
    }
  }

  /// A rule that only we name.
  static func onlyOurs(_ result: ConformanceResult) -> Wording {
    Wording(
      vi: "≠ chỉ sohoa báo: \(result.clause) \(result.message.vi)",
      en: "≠ only sohoa names it: \(result.clause) \(result.message.en)")
  }

  /// How the two verdicts stand to each other.
  static func comparison(
    _ comparison: OutsideComparison, _ report: OutsideReport, level: String, file: String
  ) -> Wording {
    let version = report.version.map { " \($0)" } ?? ""
    let verdict =
      report.isCompliant
      ? Wording(vi: "đạt PDF/A-\(level)", en: "PDF/A-\(level) is met")
      : Wording(
        vi: "không đạt PDF/A-\(level), \(report.breaches.count) quy tắc",
        en: "PDF/A-\(level) is not met, \(report.breaches.count) rules")
    let counts = (
      comparison.shared.count, comparison.onlyOutside.count, comparison.onlyOurs.count
    )
    return Wording(
      vi: "\(comparison.agrees ? "=" : "≠") \(file): verapdf\(version): \(verdict.vi); "
        + (comparison.agrees ? "hai bên cùng kết luận" : "hai bên KHÁC kết luận")
        + "; cùng báo \(counts.0), chỉ verapdf \(counts.1), chỉ sohoa \(counts.2)",
      en: "\(comparison.agrees ? "=" : "≠") \(file): verapdf\(version): \(verdict.en); "
        + (comparison.agrees ? "both agree" : "the two DISAGREE")
        + "; named by both \(counts.0), by verapdf only \(counts.1), by sohoa only \(counts.2)")
  }
}
