import Archiving
import Foundation
import Ingest
import Measuring
import Recognition

extension Worker {
  /// Writes the access copy, reads it, and puts back the picture of every page that is read worse.
  mutating func accessCopy(
    of job: ArchiveJob, _ form: AccessForm, oldTexts: [OldText?]
  ) throws -> AccessCopy {
    func write(keeping pages: Set<Int>) throws -> AccessCopy {
      try writeAccessCopy(
        of: job.scans, part: job.part, text: job.text, oldTexts: oldTexts, metadata: job.metadata,
        form: form,
        keeping: pages, limits: job.limits, to: accessPath(of: job.target))
    }
    let copy = try write(keeping: [])
    guard let reading = job.reading else { return copy }
    let scan = try scan(at: copy.path, limits: job.limits)
    var worse: Set<Int> = []
    for page in copy.pages where page.form != nil {
      guard let before = job.text[page.page - 1], !before.words.isEmpty else { continue }
      let image = try Ingest.page(page.page, of: scan, limits: job.limits)
      let after = try read(image, measurements(of: image), reading)
      if !after.isReadAsWell(as: before) { worse.insert(page.page) }
    }
    return worse.isEmpty ? copy : try write(keeping: worse)
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
