import Findings

/// What an envelope asks of its receivers: to take a document in, to recall, update or replace one.
public struct Business: Sendable, Equatable {
  /// What it asks for.
  public let action: BusinessAction
  /// Why.
  public let reason: String
  /// The older documents that it acts on.
  public let actsOn: [DocumentReference]
  /// Who in the office did it.
  public let staff: Staff?
  /// When it was ordered, `yyyy/MM/dd HH:mm:ss` in Vietnam's time; kept, so that a repeat is the same.
  public let timestamp: String

  /// Makes an action on older documents.
  public init(
    _ action: BusinessAction, of actsOn: [DocumentReference], reason: String,
    staff: Staff? = nil, timestamp: String
  ) {
    self.action = action
    self.reason = reason
    self.actsOn = actsOn
    self.staff = staff
    self.timestamp = timestamp
  }

  /// A document that acts on none before it (loại 0), packed at a time that is kept.
  public static func new(timestamp: String) -> Business {
    // The words of the vendor's samples.
    Business(.new, of: [], reason: "Văn bản điện tử mới", timestamp: timestamp)
  }

  /// The check V10: an action names what it acts on.
  var issues: [EnvelopeIssue] {
    let path = "TraceHeaderList/Bussiness"
    var issues: [EnvelopeIssue] = []
    if action != .new, actsOn.isEmpty || actsOn.contains(where: { $0.documentId == nil }) {
      issues.append(.missing("V10", "\(path)/DocumentId"))
    }
    if action == .update, actsOn.count > 1 {
      issues.append(
        EnvelopeIssue(
          check: "V10", level: .block, path: "\(path)/DocumentId",
          message: Wording(
            vi: "Mỗi lần chỉ cập nhật được một văn bản.",
            en: "One document is updated at a time.")))
    }
    if action != .new, reason.envelopeValue == nil {
      issues.append(.missing("V10", "\(path)/BussinessDocReason"))
    }
    return issues
      + EnvelopeHeader.text(
        reason.envelopeValue, limit: nil, "\(path)/BussinessDocReason")
  }
}

extension XMLLines {
  /// The documents that an envelope is about.
  ///
  /// A replacement names them too: one widespread reader is blind to the list of replacements.
  mutating func writeReferences(of business: Business?) {
    guard let business, business.action == .recall || business.action == .replace else { return }
    for reference in business.actsOn { write(reference) }
  }

  /// One document that an envelope or a report is about, in the order of the vendor's writer.
  mutating func write(_ reference: DocumentReference) {
    element("edXML:ResponseFor") { element in
      element.value("edXML:OrganId", reference.organId?.envelopeValue)
      element.value("edXML:Code", reference.code?.envelopeValue)
      element.value("edXML:DocumentId", reference.documentId?.envelopeValue)
      element.value("edXML:PromulgationDate", reference.date?.slashed)
    }
  }

  /// Who did something, in the order of the vendor's writer.
  mutating func write(_ staff: Staff?) {
    guard let staff else { return }
    element("edXML:StaffInfo") { info in
      info.value("edXML:Department", staff.department?.envelopeValue)
      info.value("edXML:Staff", staff.name?.envelopeValue)
      info.value("edXML:Email", staff.email?.envelopeValue)
      info.value("edXML:Mobile", staff.mobile?.envelopeValue)
    }
  }

  /// `TraceHeaderList`: the sender's hop, then what is asked for.
  mutating func write(_ business: Business, from sender: String, to receivers: [Organization]) {
    element("edXML:TraceHeaderList") { list in
      list.element("edXML:TraceHeader") { hop in
        hop.value("edXML:OrganId", sender)
        hop.value("edXML:Timestamp", business.timestamp)
      }
      list.element("edXML:Bussiness") { element in
        if business.action == .update {
          element.value("edXML:DocumentId", business.actsOn.first?.documentId?.envelopeValue)
        }
        element.value("edXML:BussinessDocType", business.action.rawValue)
        element.value("edXML:BussinessDocReason", business.reason.envelopeValue)
        element.value("edXML:Paper", 0)
        if business.action == .update {
          // Which of 0 and 1 adds a receiver and which removes one is not known, so no list is sent.
          element.element("edXML:BussinessDocumentInfo") { info in
            info.value("edXML:DocumentInfo", 1)
            info.value("edXML:DocumentReceiver", 0)
          }
        }
        if business.action == .replace {
          element.element("edXML:ReplacementInfoList") { list in
            for replaced in business.actsOn {
              list.element("edXML:ReplacementInfo") { info in
                info.value("edXML:DocumentId", replaced.documentId?.envelopeValue)
                info.element("edXML:OrganIdList") { organs in
                  for receiver in receivers { organs.value("edXML:OrganId", receiver.id) }
                }
              }
            }
          }
        }
        element.write(business.staff)
      }
    }
  }
}
