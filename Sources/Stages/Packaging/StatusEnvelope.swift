import Findings

/// The envelope of a status report; the same report gives the same bytes.
///
/// Throws `PackagingError.blocked` with what V11 finds missing or wrong.
public func statusEnvelope(of report: StatusReport) throws(PackagingError) -> [UInt8] {
  let issues = report.issues
  guard !issues.blocks else { throw .blocked(issues) }
  let namespace = EnvelopeText.namespace
  var writer = XMLLines()
  writer.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
  writer.element(#"edXML xmlns="\#(namespace)""#) { root in
    root.element(#"edXML:edXMLEnvelope xmlns:edXML="\#(namespace)""#) { envelope in
      envelope.element("edXML:edXMLHeader") { header in
        header.element("edXML:MessageHeader") { $0.write(report) }
      }
    }
  }
  return Array(writer.whole.utf8)
}

extension XMLLines {
  fileprivate mutating func write(_ report: StatusReport) {
    element("edXML:From") { $0.write(Organization(report.from)) }
    write(report.about)
    write(report.staff)
    value("edXML:StatusCode", report.code)
    value("edXML:Description", report.reason?.envelopeValue)
    value("edXML:Timestamp", report.timestamp)
  }
}

extension StatusReport {
  /// The check V11.
  var issues: [EnvelopeIssue] {
    var issues: [EnvelopeIssue] = []
    for (value, path) in [
      (from.id.envelopeValue, "From/OrganId"), (about.organId, "ResponseFor/OrganId"),
      (about.code, "ResponseFor/Code"), (about.documentId, "ResponseFor/DocumentId"),
      (about.date?.slashed, "ResponseFor/PromulgationDate"), (timestamp, "Timestamp"),
    ] where value?.envelopeValue == nil {
      issues.append(.missing("V11", "MessageHeader/\(path)"))
    }
    guard let known = StatusCode(rawValue: code) else {
      issues.append(
        EnvelopeIssue(
          check: "V11", level: .block, path: "MessageHeader/StatusCode",
          message: Wording(
            vi: "Mã trạng thái phải là 01–06, 13, 15 hoặc 16.",
            en: "The status code must be 01–06, 13, 15 or 16.")))
      return issues
    }
    if known.needsReason, reason?.envelopeValue == nil {
      issues.append(.missing("V11", "MessageHeader/Description"))
    }
    return issues
      + EnvelopeHeader.text(reason?.envelopeValue, limit: nil, "MessageHeader/Description")
  }
}
