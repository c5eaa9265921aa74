public import Findings
public import Foundation
public import Inspection

/// The forms in which a report can be written.
public enum ReportKind: String, Sendable, CaseIterable {
  /// For a person at a terminal, worst first.
  case text
  /// The report value itself.
  case json
  /// One self-contained page.
  case html
  /// For CI systems that read JUnit XML.
  case junit
  /// For code scanning (SARIF 2.1.0).
  case sarif
  /// One line a document, for spreadsheets.
  case csv
  /// One line a document with its metadata, in the columns of the register.
  case fields
}

extension Report {
  /// The report in one form, in one language where the form is for a person.
  public func rendered(as kind: ReportKind, language: Language) throws -> Data {
    switch kind {
    case .text: Data(text(language).utf8)
    case .json: try json()
    case .html: Data(html(language).utf8)
    case .junit: Data(junit(language).utf8)
    case .sarif: try sarif(language)
    case .csv: Data(csv(language).utf8)
    case .fields: Data(register(language).utf8)
    }
  }

  /// Indented JSON with sorted keys: the same value is the same bytes.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// The documents, worst first, in order of their names among equals.
  var worstFirst: [DocumentReport] {
    documents.enumerated().sorted { left, right in
      let (a, b) = (left.element.badness, right.element.badness)
      return a == b ? left.offset < right.offset : b.lexicographicallyPrecedes(a)
    }.map(\.element)
  }
}

extension DocumentReport {
  /// What makes a document worse than another, weightiest first: how it stands, then its findings.
  fileprivate var badness: [Int] {
    let severities = allFindings.map(\.finding.severity)
    return [
      verdict.weight, isHeldBack ? 1 : 0, severities.count { $0 == .reject },
      severities.count { $0 == .review }, -qualityInThousandths,
    ]
  }
}

extension DocumentReport {
  /// The display quality of the worst page, 0…1; nil when that of no page is known.
  var displayQuality: Double? { pages.compactMap(\.displayQuality).min() }
  /// The same for sorting, 0…1000; what is unknown is not held against a document.
  var qualityInThousandths: Int { Int((min(1, max(0, displayQuality ?? 1)) * 1000).rounded()) }
  /// The legibility of the worst page, 0…1; nil when that of no page is known.
  var ocrLegibility: Double? { pages.compactMap(\.ocrLegibility).min() }
}

extension Standing {
  /// More is worse; what could not be processed at all comes first.
  var weight: Int {
    switch self {
    case .accepted: 0
    case .review: 1
    case .rescan: 2
    case .failed: 3
    }
  }
}

extension Standing {
  /// How something stands by its verdict alone.
  public init(_ verdict: Verdict) {
    switch verdict.outcome {
    case .accepted: self = .accepted
    case .review: self = .review
    case .rescan: self = .rescan
    }
  }

  /// The word for a person.
  public var title: Wording {
    switch self {
    case .accepted: Wording(vi: "Đạt", en: "accepted")
    case .review: Wording(vi: "Cần xem", en: "review")
    case .rescan: Wording(vi: "Quét lại", en: "rescan")
    case .failed: Wording(vi: "Lỗi", en: "failed")
    }
  }
}

extension Severity {
  /// The word for a person.
  public var title: Wording {
    switch self {
    case .info: Wording(vi: "lưu ý", en: "info")
    case .review: Wording(vi: "cần xem", en: "review")
    case .reject: Wording(vi: "không đạt", en: "reject")
    }
  }
}

/// A page as people name it within a sentence, `trang 3`.
func placeName(_ page: Int, _ language: Language) -> String {
  language == .vi ? "trang \(page)" : "page \(page)"
}
