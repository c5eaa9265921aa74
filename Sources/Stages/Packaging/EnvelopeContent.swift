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
  /// What is asked of the receivers beside taking the document in; nil for a new document.
  package let business: Business?

  package init(
    record: DocumentRecord, pdf: [UInt8], pageAmount: Int, isSigned: Bool = false, from: Agency,
    to: [Agency], promulgationAmount: Int? = nil, business: Business? = nil
  ) {
    self.record = record
    self.pdf = pdf
    self.pageAmount = pageAmount
    self.isSigned = isSigned
    self.from = from
    self.to = to
    self.promulgationAmount = promulgationAmount
    self.business = business
  }
}
