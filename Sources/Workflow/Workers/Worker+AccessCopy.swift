import Archiving
import Foundation
import Imaging
import Ingest
import Measuring
import Recognition

extension Worker {
  /// Writes the access copy and reads it: a page that is read worse is packed with more effort, at last not at all.
  mutating func accessCopy(
    of job: ArchiveJob, _ form: AccessForm, oldTexts: [OldText?]
  ) throws -> AccessCopy {
    var efforts: [Int: AccessEffort] = [:]
    var unread: Set<Int>?
    while true {
      let copy = try writeAccessCopy(
        of: job.scans, part: job.part, text: job.text, oldTexts: oldTexts, metadata: job.metadata,
        form: form, efforts: efforts, limits: job.limits, to: accessPath(of: job.target))
      guard let reading = job.reading else { return copy }
      let packed = copy.pages.filter { $0.form != nil && unread?.contains($0.page) ?? true }
      let worse = try packed.map(\.page).filter { try reads(copy, $0, worseThan: job, reading) }
      let next = worse.compactMap { page in (efforts[page] ?? .small).next.map { (page, $0) } }
      guard !next.isEmpty else { return copy }
      efforts.merge(next) { $1 }
      unread = Set(worse)
    }
  }

  private mutating func reads(
    _ copy: AccessCopy, _ number: Int, worseThan job: ArchiveJob, _ reading: ReadingSettings
  ) throws -> Bool {
    guard let before = job.text[number - 1], !before.words.isEmpty else { return false }
    let page = try Ingest.page(
      number, of: try scan(at: copy.path, limits: job.limits), limits: job.limits)
    return !(try read(page, measurements(of: page), reading)).isReadAsWell(as: before)
  }
}

/// The access copy lies beside the archived PDF.
func accessPath(of target: String) -> String {
  let stem = target.hasSuffix(".pdf") ? String(target.dropLast(4)) : target
  return stem + ".access.pdf"
}

extension RecognizedPage {
  /// Whether what was read with confidence on another picture of the page is read here too.
  ///
  /// As many letters but a fiftieth, and all words but four in a hundred in their places, letter for
  /// letter. Two readings differ by that much where nobody sees a difference: real colour scans that were
  /// only encoded again at JPEG quality 92 kept 95 to 100 words in a hundred, painted ones 99. Pages that are
  /// read worse lose a line or the marks of many words. Mean confidence is no measure: a pen stroke that
  /// one reading takes for letters and the other passes over moves it by more than worse print does.
  fileprivate func isReadAsWell(as other: RecognizedPage) -> Bool {
    func letters(_ page: RecognizedPage) -> Int {
      page.words.filter { $0.confidence >= 60 }.reduce(0) { $0 + $1.text.count }
    }
    // A mask with half pixels is read at a higher resolution.
    let scale = Double(other.width) / Double(max(1, width))
    let agreement = TextAgreement(
      of: words.map { ($0.text, $0.box.scaled(by: scale)) }, with: other)
    return letters(self) * 50 >= letters(other) * 49 && (agreement.coverage ?? 1) >= 0.96
  }
}

extension Box {
  fileprivate func scaled(by scale: Double) -> Box {
    func scaled(_ pixels: Int) -> Int { Int((Double(pixels) * scale).rounded()) }
    return Box(x: scaled(x), y: scaled(y), width: scaled(width), height: scaled(height))
  }
}
