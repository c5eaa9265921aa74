public import Findings

/// What should be said of a PDF that is not wrong: it grew, or its pages never were paper.
///
/// `scanBytes` is the size of the scans that it is made of, nil when it is made of parts of them.
public func notes(on deliverable: Deliverable, pdfBytes: Int, scanBytes: Int?) -> [Finding] {
  let pages = deliverable.pages
  var findings: [Finding] = []
  var isWritten = true
  if case .original = deliverable { isWritten = false }
  if let scanBytes, scanBytes > 0, isWritten {
    let allowed = scanBytes + scanBytes * 3 / 100 + pages.count * bytesPerPage
    // Packing again without loss is a reason, and the report names it page by page.
    if pdfBytes > allowed, !pages.contains(where: \.repacked) {
      findings.append(grown(pdfBytes - pages.count * bytesPerPage, scanBytes))
    }
  }
  let digital = pages.count { $0.content != .scan }
  if digital > 0 { findings.append(bornDigital(digital, of: pages.count)) }
  let links = pages.reduce(0) { $0 + ($1.droppedLinks ?? 0) }
  if links > 0 { findings.append(droppedLinks(links)) }
  for decision in [OldText.Decision.kept, .replaced, .distrusted] {
    let old = pages.compactMap(\.oldText).filter { $0.decision == decision }
    if !old.isEmpty { findings.append(oldTextNote(decision, on: old, of: pages.count)) }
  }
  return findings
}

/// One finding for all pages of a document on which the same was decided; the worst share stands for them.
private func oldTextNote(_ decision: OldText.Decision, on old: [OldText], of all: Int) -> Finding {
  let worst = old.compactMap(\.agreement).min()
  let percent = worst.map { Int(($0 * 100).rounded()) }
  let count = "\(old.count)/\(all)"
  let figures = Wording(
    vi: percent.map { "; ít nhất \($0) % từ trùng với chữ vừa đọc" } ?? "; không so sánh được",
    en: percent.map { "; at least \($0) % of its words agree with the fresh reading" }
      ?? "; it could not be compared")
  let words =
    switch decision {
    case .kept:
      Wording(
        vi: "Lớp chữ có sẵn của \(count) trang được giữ",
        en: "The old text layer of \(count) pages is kept")
    case .replaced:
      Wording(
        vi: "Lớp chữ có sẵn của \(count) trang được thay bằng chữ vừa đọc",
        en: "The old text layer of \(count) pages is replaced by what was read now")
    case .distrusted:
      Wording(
        vi: "Lớp chữ có sẵn của \(count) trang không tin được, vẫn còn trong tệp",
        en: "The old text layer of \(count) pages is not to be relied on and stays in the file")
    }
  return Rule.pdfOldText.finding(
    .info, measured: worst, required: nil,
    message: Wording(vi: words.vi + figures.vi + ".", en: words.en + figures.en + "."))
}

/// The text of a dense page, its font's share and its objects; measured on real letters.
private let bytesPerPage = 8_000

private func grown(_ bytes: Int, _ scanBytes: Int) -> Finding {
  let percent = (Double(bytes) / Double(scanBytes) - 1) * 100
  let rounded = (percent * 10).rounded() / 10
  return Rule.pdfGrown.finding(
    .info, measured: rounded, required: 3,
    message: Wording(
      vi: "PDF lớn hơn bản quét \(rounded) %, không kể lớp chữ.",
      en: "The PDF is \(rounded) % larger than the scan, its text not counted."))
}

private func bornDigital(_ count: Int, of all: Int) -> Finding {
  Rule.pdfBornDigital.finding(
    .info, measured: Double(count), required: nil,
    message: Wording(
      vi: "\(count)/\(all) trang là văn bản điện tử gốc, được giữ nguyên, không chuyển thành ảnh.",
      en: "\(count) of \(all) pages are born digital: kept as they are, not turned into pictures."))
}

private func droppedLinks(_ count: Int) -> Finding {
  Rule.pdfLinkDropped.finding(
    .info, measured: Double(count), required: 0,
    message: Wording(
      vi: "Bỏ \(count) liên kết hoặc dấu trang vì trang đích không có trong văn bản.",
      en: "\(count) links or bookmarks are left out, because the page they lead to is not there."))
}
