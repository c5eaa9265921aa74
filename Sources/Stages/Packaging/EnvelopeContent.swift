package import Extraction

/// Everything that an envelope is made of, as plain values.
///
/// Tests make one by hand; the program makes one of an accepted document only.
package struct EnvelopeContent: Sendable, Equatable {
  package let record: DocumentRecord
  package let pdf: [UInt8]
  /// Pages of the PDF that carry something, as the envelope states them.
  package let pageAmount: Int
  package let isSigned: Bool
  package let from: Agency
  package let to: [Agency]
  /// Copies issued; nil when the sender does not say.
  package let promulgationAmount: Int?
  /// What is asked of the receivers, and when the sender packed it; nil leaves both out.
  package let business: Business?
  /// Until when an answer is asked for; nil when none is.
  package let dueDate: CalendarDate?

  package init(
    record: DocumentRecord, pdf: [UInt8], pageAmount: Int, isSigned: Bool = false, from: Agency,
    to: [Agency], promulgationAmount: Int? = nil, business: Business? = nil,
    dueDate: CalendarDate? = nil
  ) {
    self.record = record
    self.pdf = pdf
    self.pageAmount = pageAmount
    self.isSigned = isSigned
    self.from = from
    self.to = to
    self.promulgationAmount = promulgationAmount
    self.business = business
    self.dueDate = dueDate
  }
}
