import Extraction
import Findings

extension EnvelopeContent {
  /// The checks of what is packed: V8 (it is a PDF, and signed) and V9 (it is no secret).
  func issues(_ settings: EnvelopeSettings) -> [EnvelopeIssue] {
    secrecyIssues + attachmentIssues(settings.signature)
  }

  private var secrecyIssues: [EnvelopeIssue] {
    guard !record.secrecyMarks.isEmpty || record[.secrecy].value?.envelopeValue != nil else {
      return []
    }
    return [
      EnvelopeIssue(
        check: "V9", level: .block, path: "MessageHeader",
        message: Wording(
          vi: "Văn bản có dấu độ mật: không được gửi qua trục liên thông (QĐ 28/2018 Điều 1).",
          en: "The document is marked secret: it must not be sent this way (QĐ 28/2018 Điều 1)."))
    ]
  }

  private func attachmentIssues(_ rule: EnvelopeSettings.SignatureRule) -> [EnvelopeIssue] {
    let path = "AttachmentEncoded/Attachment[1]"
    guard pdf.starts(with: Array("%PDF-".utf8)) else {
      return [
        EnvelopeIssue(
          check: "V8", level: .block, path: path,
          message: Wording(
            vi: "Tệp đính kèm không phải là PDF; tạo lại tệp PDF.",
            en: "The attachment is no PDF; make the PDF again."))
      ]
    }
    guard !isSigned else { return [] }
    return [
      EnvelopeIssue(
        check: "V8", level: rule == .required ? .block : .warn, path: path,
        message: Wording(
          vi: "Tệp PDF chưa ký số: bên nhận chỉ coi là để biết (QĐ 28/2018 Điều 4).",
          en: "The PDF is not signed: it is for information only (QĐ 28/2018 Điều 4)."))
    ]
  }
}

/// V13: the whole must stay under the limit.
func sizeIssue(byteCount: Int, limitBytes: Int) -> EnvelopeIssue? {
  guard byteCount > limitBytes else { return nil }
  return EnvelopeIssue(
    check: "V13", level: .block, path: "edXML",
    message: Wording(
      vi: "Gói tin \(byteCount) byte, vượt giới hạn \(limitBytes); giảm dung lượng tệp PDF.",
      en: "The envelope has \(byteCount) bytes, over the limit of \(limitBytes); shrink the PDF."))
}
