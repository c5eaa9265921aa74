import Findings

/// One agency of the catalogue of the axis.
public struct CataloguedAgency: Sendable, Equatable, Codable {
  /// The code in force.
  public let code: String
  /// The name.
  public let name: String
  /// The parent body, when the catalogue says.
  public let parent: String?
  /// The code under the older rules; never made by hand from the new one.
  public let oldCode: String?
  /// The first day of the code; nil when not known.
  public let validFrom: CalendarDate?
  /// The last day of the code, nil while it is open; documents dated before it stay valid.
  public let validUntil: CalendarDate?
  /// Whether the axis hands nothing out to it.
  public let isLocked: Bool
  /// The e-mail address.
  public let mail: String?

  /// Makes an entry.
  public init(
    code: String, name: String, parent: String? = nil, oldCode: String? = nil,
    validFrom: CalendarDate? = nil, validUntil: CalendarDate? = nil, isLocked: Bool = false,
    mail: String? = nil
  ) {
    self.code = code
    self.name = name
    self.parent = parent
    self.oldCode = oldCode
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.isLocked = isLocked
    self.mail = mail
  }
}

/// The catalogue of agencies, which is the authority on codes: what is not in it is not sent to.
public struct AgencyCatalogue: Sendable, Equatable {
  /// The agencies, by code.
  public let agencies: [CataloguedAgency]
  private let byCode: [String: Int]

  /// Makes a catalogue; an agency answers to its old code too.
  public init(_ agencies: [CataloguedAgency]) {
    self.agencies = agencies.sorted { $0.code < $1.code }
    var byCode: [String: Int] = [:]
    for (index, agency) in self.agencies.enumerated() {
      if let old = agency.oldCode, !old.isEmpty { byCode[old] = byCode[old] ?? index }
    }
    for (index, agency) in self.agencies.enumerated() { byCode[agency.code] = index }
    self.byCode = byCode
  }

  /// The agency of a code of either generation; nil when there is none.
  public subscript(code: String) -> CataloguedAgency? { byCode[code].map { agencies[$0] } }

  /// What speaks against an agency as sender (V2) or receiver (V3) of a document of that day.
  func issues(
    of code: String, on date: CalendarDate?, check: String, path: String
  ) -> [EnvelopeIssue] {
    guard !agencies.isEmpty else { return [] }
    guard let agency = self[code] else {
      return [
        EnvelopeIssue(
          check: check, level: .block, path: path,
          message: Wording(
            vi: "Mã \(code) không có trong danh mục cơ quan; tra “sohoa agencies find”.",
            en: "The code \(code) is not in the catalogue; look it up with “sohoa agencies find”."))
      ]
    }
    if let until = agency.validUntil, let date, date > until {
      return [.closed(code, since: until, check: check, path: path)]
    }
    if agency.isLocked {
      return [
        EnvelopeIssue(
          check: check, level: .block, path: path,
          message: Wording(
            vi: "Cơ quan \(code) đang bị khóa trên Trục; hỏi đơn vị vận hành.",
            en: "The agency \(code) is locked on the axis; ask its operator."))
      ]
    }
    return []
  }
}

extension EnvelopeIssue {
  /// A code that was closed before the document's day.
  fileprivate static func closed(
    _ code: String, since date: CalendarDate, check: String, path: String
  ) -> EnvelopeIssue {
    EnvelopeIssue(
      check: check, level: .block, path: path,
      message: Wording(
        vi: "Mã \(code) đã đóng từ \(date.iso); tìm mã thay thế trong danh mục.",
        en: "The code \(code) was closed on \(date.iso); find its successor in the catalogue."))
  }

  /// A ministry code that QĐ 09/2025/QĐ-TTg closed, known even without a catalogue.
  static func closedByDecree(
    _ code: String, on date: CalendarDate?, check: String, path: String
  ) -> [EnvelopeIssue] {
    let closed: Set = [
      "G04", "G05", "G07", "G13", "G14", "G23", "G24", "G25", "G26", "G34", "G36", "G37",
    ]
    let groups = code.split(separator: ".").map(String.init)
    let isOld = AgencyCodeForm(of: code) == .old
    guard let top = isOld ? groups.last : groups.first, closed.contains(top),
      let day = CalendarDate(year: 2025, month: 4, day: 14), let date, date >= day
    else { return [] }
    return [.closed(code, since: day, check: check, path: path)]
  }
}
