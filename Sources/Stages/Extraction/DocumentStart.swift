import Imaging
public import Recognition

/// A page on which a document begins: it bears a whole heading of its own.
public struct DocumentStart: Sendable, Equatable {
  /// The page, from 1.
  public let page: Int
  /// Number and notation as read, such as `12/QĐ-UBND`.
  public let code: String

  /// Makes a start.
  public init(page: Int, code: String) {
    self.page = page
    self.code = code
  }
}

/// The pages behind the first on which another document begins, in order.
///
/// For a start everything must be there: Quốc hiệu and Tiêu ngữ at the top, a notation on the line of the
/// number, digits in the number or a whole date, and a code that no page before bears, since the same code
/// again is a copy. From the first annex on (`Phụ lục`, `Mẫu số`, `Kèm theo …` at the top of a page) there is
/// no start: annexes hold blank forms and copies of other documents, headings and all. So a second
/// document behind an annex is missed, which costs less than a document torn apart.
public func documentStarts(in pages: [RecognizedPage?]) -> [DocumentStart] {
  let layouts = layouts(of: pages)
  guard let first = layouts.first else { return [] }
  var codes: Set<String> = []
  if let code = HeadingReading(first).code { codes.insert(text(of: code)) }
  var starts: [DocumentStart] = []
  for page in layouts.dropFirst() {
    if opensAnnex(page) { break }
    guard hasMotto(page) else { continue }
    let heading = HeadingReading(page)
    guard let code = heading.code, code.notation?.value != nil,
      hasDigits(code.number?.raw ?? code.number?.value) || heading.date?.date.value != nil
    else { continue }
    let text = text(of: code)
    if codes.insert(text).inserted { starts.append(DocumentStart(page: page.number, code: text)) }
  }
  return starts
}

private func text(of code: CodeReading) -> String {
  let number = code.number?.value ?? "…"
  return code.notation?.value.map { "\(number)/\($0)" } ?? number
}

private func hasDigits(_ text: String?) -> Bool {
  text?.unicodeScalars.contains(where: Letters.isDigit) ?? false
}

private let country = Letters.skeleton("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
private let motto = Letters.skeleton("Độc lập - Tự do - Hạnh phúc")
private let annexes = [
  "Phụ lục", "Kèm theo", "Ban hành kèm theo", "Mẫu số", "Biểu số", "Biểu mẫu", "Mẫu",
].map { Letters.skeleton($0) }

/// Whether Quốc hiệu and Tiêu ngữ both stand in the upper quarter.
private func hasMotto(_ page: PageLayout) -> Bool {
  let top = page.rows.filter { $0.middle < 0.25 * page.height }
  return [country, motto].allSatisfy { phrase in
    top.contains { likeness(of: phrase, in: $0.skeleton) != nil }
  }
}

/// Whether a line in the upper third begins as an annex or a form does.
private func opensAnnex(_ page: PageLayout) -> Bool {
  page.lines.contains { line in
    guard line.middle < page.height / 3 else { return false }
    return annexes.contains { opening in
      guard line.skeleton.starts(with: opening) else { return false }
      // `Mẫu` alone begins many a sentence; a number follows where it heads a form.
      guard opening.count <= 3 else { return true }
      return line.skeleton.count <= opening.count + 12
        && line.skeleton.dropFirst(opening.count).contains { (0x30...0x39).contains($0) }
    }
  }
}
