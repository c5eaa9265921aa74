public import Extraction
public import Findings

/// One fact about a document as a person reads it.
public struct FactLine: Sendable, Equatable {
  /// What it is about.
  public let title: Wording
  /// What was seen.
  public let text: Wording
}

extension RecordFacts {
  /// The facts as persons read them: seals, signatures, and what shows that it was signed digitally.
  public var lines: [FactLine] {
    var lines = [
      FactLine(title: Wording(vi: "con dấu", en: "seal"), text: sealText),
      FactLine(title: Wording(vi: "chữ ký", en: "signature"), text: signatureText),
    ]
    if !digitalSignatures.isEmpty {
      let pages = Set(digitalSignatures.map(\.page)).sorted()
      lines.append(
        FactLine(
          title: Wording(vi: "chữ ký số hiển thị", en: "shown digital signature"),
          text: on(pages, Wording(vi: "có", en: "yes"))))
    }
    return lines
  }

  private var sealText: Wording {
    let kinds = SealUse.allCases.compactMap { use -> Wording? in
      let pages = Set(seals.filter { $0.use == use }.map(\.evidence.page)).sorted()
      return pages.isEmpty ? nil : on(pages, use.title)
    }
    guard !kinds.isEmpty else { return Wording(vi: "không thấy", en: "none seen") }
    return Wording(
      vi: kinds.map(\.vi).joined(separator: "; "), en: kinds.map(\.en).joined(separator: "; "))
  }

  private var signatureText: Wording {
    guard let isSigned else {
      return Wording(vi: "không tìm thấy chỗ ký", en: "no place of a signature found")
    }
    guard isSigned else { return Wording(vi: "không thấy", en: "none seen") }
    let pages = Set(signatures.filter(\.isSigned).map(\.evidence.page)).sorted()
    let over = isSignedOverName == true
    return on(
      pages,
      Wording(
        vi: over ? "có, đè lên họ tên" : "có", en: over ? "yes, over the name" : "yes"))
  }
}

extension SealUse {
  /// What people call it.
  public var title: Wording {
    switch self {
    case .signature: Wording(vi: "trên chữ ký", en: "on a signature")
    case .hanging: Wording(vi: "dấu treo", en: "hanging seal (dấu treo)")
    case .joining: Wording(vi: "giáp lai", en: "joining seal (giáp lai)")
    case .arrival: Wording(vi: "dấu đến", en: "stamp of arrival")
    case .other: Wording(vi: "chỗ khác", en: "elsewhere")
    }
  }
}

private func on(_ pages: [Int], _ text: Wording) -> Wording {
  let list = pages.map(String.init).joined(separator: ", ")
  return Wording(
    vi: "\(text.vi) (trang \(list))",
    en: "\(text.en) (\(pages.count == 1 ? "page" : "pages") \(list))")
}
