public import Findings

/// What a receiver's office (or, for 13, the sender's) reports on a document.
public enum StatusCode: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  /// Đã đến: the receiver's system has it.
  case arrived = "01"
  /// Từ chối tiếp nhận: refused, with the reason.
  case refused = "02"
  /// Đã tiếp nhận: entered in the book.
  case received = "03"
  /// Phân công: given to somebody.
  case assigned = "04"
  /// Đang xử lý: being worked on.
  case inProgress = "05"
  /// Hoàn thành: done.
  case completed = "06"
  /// Lấy lại: the sender asks to take it back.
  case withdrawalAsked = "13"
  /// Đồng ý: to a withdrawal or an update.
  case agreed = "15"
  /// Từ chối: a withdrawal or an update.
  case disagreed = "16"

  /// Whether a report with it must give a reason.
  public var needsReason: Bool {
    switch self {
    case .refused, .withdrawalAsked, .disagreed: true
    case .arrived, .received, .assigned, .inProgress, .completed, .agreed: false
    }
  }

  /// The code's name for a person.
  public var title: Wording {
    switch self {
    case .arrived: Wording(vi: "đã đến", en: "arrived")
    case .refused: Wording(vi: "từ chối tiếp nhận", en: "refused")
    case .received: Wording(vi: "đã tiếp nhận", en: "received")
    case .assigned: Wording(vi: "đã phân công", en: "assigned")
    case .inProgress: Wording(vi: "đang xử lý", en: "in progress")
    case .completed: Wording(vi: "đã hoàn thành", en: "completed")
    case .withdrawalAsked: Wording(vi: "lấy lại", en: "withdrawal asked")
    case .agreed: Wording(vi: "đồng ý", en: "agreed")
    case .disagreed: Wording(vi: "không đồng ý", en: "disagreed")
    }
  }
}

/// The document that an envelope is about, answers, recalls or replaces.
public struct DocumentReference: Sendable, Equatable, Codable {
  /// The agency that issued it.
  public let organId: String?
  /// Number and notation, `123/SMH-VP`.
  public let code: String?
  /// Its date.
  public let date: CalendarDate?
  /// Its identifier.
  public let documentId: String?

  /// Makes a reference.
  public init(organId: String?, code: String?, date: CalendarDate?, documentId: String?) {
    self.organId = organId
    self.code = code
    self.date = date
    self.documentId = documentId
  }

  /// The reference that an identifier of ours says by itself.
  public init(documentId: String) {
    let parts = DocumentIdParts(documentId)
    self.init(
      organId: parts.sender, code: parts.code, date: CalendarDate(slashed: parts.date),
      documentId: documentId)
  }
}

/// Who in an office did something.
public struct Staff: Sendable, Equatable, Codable {
  /// The department.
  public let department: String?
  /// The person.
  public let name: String?
  /// The telephone number.
  public let mobile: String?
  /// The e-mail address.
  public let email: String?

  /// Makes an entry; what is not known is left out.
  public init(
    department: String? = nil, name: String? = nil, mobile: String? = nil, email: String? = nil
  ) {
    self.department = department
    self.name = name
    self.mobile = mobile
    self.email = email
  }
}

/// A report on a document.
public struct StatusReport: Sendable, Equatable, Codable {
  /// Who reports.
  public let from: Agency
  /// The document concerned.
  public let about: DocumentReference
  /// Who handled it there.
  public let staff: Staff?
  /// The code; two digits as a rule, anything when it was received.
  public let code: String
  /// The words that go with it; the reason for 02, 13 and 16.
  public let reason: String?
  /// When, `yyyy/MM/dd HH:mm:ss` in Vietnam's time.
  public let timestamp: String?

  /// Makes a report.
  public init(
    from: Agency, about: DocumentReference, staff: Staff? = nil, code: String,
    reason: String? = nil, timestamp: String?
  ) {
    self.from = from
    self.about = about
    self.staff = staff
    self.code = code
    self.reason = reason
    self.timestamp = timestamp
  }
}
