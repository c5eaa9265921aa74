import Archiving
import Foundation
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
  /// Whether as many letters were read, with as much confidence, as on another picture of the page.
  ///
  /// A fiftieth of the letters and two points of confidence is what two readings of one page differ by
  /// that miss as many words of the truth; pages that read worse lose four points or all their letters.
  fileprivate func isReadAsWell(as other: RecognizedPage) -> Bool {
    func letters(_ page: RecognizedPage) -> Int {
      page.words.filter { $0.confidence >= 60 }.reduce(0) { $0 + $1.text.count }
    }
    func confidence(_ page: RecognizedPage) -> Double {
      let all = page.words.reduce(0) { $0 + $1.text.count }
      let sum = page.words.reduce(0.0) { $0 + Double($1.confidence) * Double($1.text.count) }
      return all == 0 ? 0 : sum / Double(all)
    }
    return letters(self) * 50 >= letters(other) * 49 && confidence(self) >= confidence(other) - 2
  }
}
