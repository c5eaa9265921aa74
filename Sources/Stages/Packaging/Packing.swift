public import Inspection

/// Whether the PDF that is packed carries a digital signature.
///
/// A signed one has the legal value of paper, an unsigned one is for information only (QĐ 28/2018
/// Điều 4), which the package says as a warning.
public enum AttachmentSignature: String, Sendable, Codable {
  /// It is signed.
  case signed
  /// It is not.
  case unsigned
}

/// Packs an accepted document into its envelope, or says which of the checks V1…V13 block.
///
/// - Parameters:
///   - document: What Inspection accepted; its record fills the header.
///   - pdf: The bytes of the deliverable.
///   - signature: Whether the deliverable is signed.
///   - pageAmount: The pages of the PDF that are not blank.
///   - sender: Who sends; its code begins the document's identifier.
///   - receivers: Who receives, in the order they are written.
///   - promulgationAmount: Copies issued; nil when the sender does not say.
///   - business: What is asked of the receivers, and when the sender packed it; nil leaves both out.
///   - dueDate: Until when an answer is asked for; nil when none is.
///   - today: The day in Vietnam, which the document's date must not exceed.
///   - settings: What the pipeline says about envelopes.
///   - catalogue: The agencies that exist; an empty one says nothing.
/// - Returns: The package, with what a person should know as its warnings.
/// - Throws: `PackagingError.blocked` with every issue, warnings too.
public func submissionPackage(
  of document: AcceptedDocument, pdf: [UInt8], signature: AttachmentSignature, pageAmount: Int,
  from sender: Agency, to receivers: [Agency], promulgationAmount: Int? = nil,
  business: Business? = nil, dueDate: CalendarDate? = nil, today: CalendarDate,
  settings: EnvelopeSettings = .standard,
  catalogue: AgencyCatalogue = AgencyCatalogue([])
) throws(PackagingError) -> SubmissionPackage {
  try submissionPackage(
    of: EnvelopeContent(
      record: document.record, pdf: pdf, pageAmount: pageAmount, isSigned: signature == .signed,
      from: sender, to: receivers, promulgationAmount: promulgationAmount, business: business,
      dueDate: dueDate),
    today: today, settings: settings, catalogue: catalogue)
}
