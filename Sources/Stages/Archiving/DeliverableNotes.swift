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
  return findings
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
