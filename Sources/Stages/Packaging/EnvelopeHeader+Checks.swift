import Findings

extension EnvelopeHeader {
  /// The checks of the header, V1 to V6, V10 and V12, in the order of the elements.
  func issues(today: CalendarDate) -> [EnvelopeIssue] {
    senderIssues + receiverIssues + codeIssues + dateIssues(today: today) + typeIssues
      + subjectIssues + textIssues + otherIssues + (business?.issues ?? [])
  }

  private var senderIssues: [EnvelopeIssue] {
    let path = "MessageHeader/From"
    var issues: [EnvelopeIssue] = []
    if let id = from.id {
      issues += Self.codeForm(of: id, check: "V2", path: "\(path)/OrganId")
    } else {
      issues.append(.missing("V2", "\(path)/OrganId"))
    }
    if from.name == nil { issues.append(.missing("V2", "\(path)/OrganName")) }
    return issues + Self.texts(of: from, path: path)
  }

  private var receiverIssues: [EnvelopeIssue] {
    guard !to.isEmpty else { return [.missing("V3", "MessageHeader/To")] }
    var issues: [EnvelopeIssue] = []
    var seen: Set<String> = []
    for (index, receiver) in to.enumerated() {
      let path = "MessageHeader/To[\(index + 1)]"
      guard let id = receiver.id else {
        issues.append(.missing("V3", "\(path)/OrganId"))
        continue
      }
      if !seen.insert(id).inserted {
        issues.append(
          EnvelopeIssue(
            check: "V3", level: .block, path: "\(path)/OrganId",
            message: Wording(
              vi: "Cơ quan nhận này đã có trong danh sách; xóa bớt một dòng.",
              en: "This receiver is already in the list; remove one of the two.")))
      }
      issues += Self.codeForm(of: id, check: "V3", path: "\(path)/OrganId")
      issues += Self.texts(of: receiver, path: path)
    }
    return issues
  }

  private var codeIssues: [EnvelopeIssue] {
    let path = "MessageHeader/Code"
    return Self.required(number, limit: 11, tooLong: .block, "\(path)/CodeNumber")
      + Self.required(notation, limit: 30, tooLong: .block, "\(path)/CodeNotation")
      + Self.separators(number, "\(path)/CodeNumber")
      + Self.separators(notation, "\(path)/CodeNotation")
  }

  private func dateIssues(today: CalendarDate) -> [EnvelopeIssue] {
    let path = "MessageHeader/PromulgationInfo/PromulgationDate"
    guard let date else {
      guard dateIsUnreadable else { return [.missing("V4", path)] }
      return [
        EnvelopeIssue(
          check: "V4", level: .block, path: path,
          message: Wording(
            vi: "Ngày ban hành không phải là một ngày có thật; sửa lại ngày.",
            en: "The date of the document is no day of the calendar; correct it."))
      ]
    }
    if let dueDate, dueDate < date {
      return [
        EnvelopeIssue(
          check: "V4", level: .block, path: "MessageHeader/DueDate",
          message: Wording(
            vi: "Hạn trả lời ở trước ngày ban hành; sửa bằng “sohoa review due”.",
            en: "An answer is asked for before the date of the document; see “sohoa review due”."))
      ]
    }
    guard date > today else { return [] }
    return [
      EnvelopeIssue(
        check: "V4", level: .block, path: path,
        message: Wording(
          vi: "Ngày ban hành ở tương lai; kiểm tra lại ngày của văn bản và đồng hồ máy.",
          en: "The date of the document is in the future; check it and the computer's clock."))
    ]
  }

  private var typeIssues: [EnvelopeIssue] {
    let path = "MessageHeader/DocumentType"
    var issues = Self.required(typeName, limit: 100, tooLong: .warn, "\(path)/TypeName")
    if let type, !(1...2).contains(type.type) {
      issues.append(
        EnvelopeIssue(
          check: "V6", level: .warn, path: "\(path)/Type",
          message: Wording(
            vi: "Loại văn bản phải là 1 hoặc 2; sửa bảng loại văn bản.",
            en: "The type must be 1 or 2; correct the table of document types.")))
    }
    if typeName != nil, type == nil {
      issues.append(
        EnvelopeIssue(
          check: "V6", level: .warn, path: "\(path)/Type",
          message: Wording(
            vi: "Tên loại không có trong bảng; gửi như văn bản hành chính, chỉ kèm tên loại.",
            en: "The type's name is not in the table; it is sent as administrative, by name.")))
    }
    return issues
  }

  private var subjectIssues: [EnvelopeIssue] {
    Self.required(subject, limit: 500, tooLong: .warn, "MessageHeader/Subject")
  }

  private var textIssues: [EnvelopeIssue] {
    let signerPath = "MessageHeader/SignerInfo"
    var issues =
      Self.text(place, limit: 50, "MessageHeader/PromulgationInfo/Place")
      + Self.text(signer?.competence, limit: nil, "\(signerPath)/Competence")
      + Self.text(signer?.position, limit: 100, "\(signerPath)/Position")
      + Self.text(signer?.fullName, limit: 50, "\(signerPath)/FullName")
      + Self.text(sphere, limit: 100, "MessageHeader/OtherInfo/SphereOfPromulgation")
    for (index, line) in toPlaces.enumerated() {
      issues += Self.text(line, limit: 150, "MessageHeader/ToPlaces/Place[\(index + 1)]")
    }
    return issues
  }

  private var otherIssues: [EnvelopeIssue] {
    var issues: [EnvelopeIssue] = []
    if signerCount > 1 {
      issues.append(
        EnvelopeIssue(
          check: "V5", level: .warn, path: "MessageHeader/SignerInfo",
          message: Wording(
            vi: "Văn bản có nhiều người ký; gói tin chỉ ghi được người ký thứ nhất.",
            en: "Several people signed; an envelope has room for the first one only.")))
    }
    if priority == nil {
      issues.append(
        EnvelopeIssue(
          check: "V4", level: .block, path: "MessageHeader/OtherInfo/Priority",
          message: Wording(
            vi: "Độ khẩn không thuộc các mức quy định; sửa lại độ khẩn.",
            en: "The urgency is none of the levels that exist; correct it.")))
    }
    if pageAmount < 1 || statedPageAmount.map({ $0 != pageAmount }) == true {
      issues.append(
        EnvelopeIssue(
          check: "V12", level: pageAmount < 1 ? .block : .warn,
          path: "MessageHeader/OtherInfo/PageAmount",
          message: Wording(
            vi: "Số trang không khớp với tệp PDF; kiểm tra xem có thiếu trang không.",
            en: "The number of pages differs from the PDF's; check that no page is missing.")))
    }
    return issues
  }
}
