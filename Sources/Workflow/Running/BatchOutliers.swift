import Findings
import Foundation
import Imaging
import Measuring
import Reporting

/// The pages that stand out from all pages of a run, in the order of the documents and their pages.
///
/// For skew, paper size and contrast each page gets a robust z-score, 0.6745 · |x − median| / MAD, over the
/// pages of which the figure is known; 20 are needed. A batch that is more uniform than our measures are
/// exact would make everything stand out, so the MAD counts as that much at least. It depends on the
/// finished documents alone, not on the order in which workers ended, and weighs nothing: what was
/// settled page by page stays. It fails where a third of the run or more is of another kind: two batches
/// in one. Source: Iglewicz and Hoaglin 1993.
func outliers(in documents: [DocumentReport], under profile: Profile) -> [BatchFinding] {
  guard profile.limits[Rule.pageOutlier.id] != nil else { return [] }
  let pages = documents.flatMap { document in
    document.pages.filter { !$0.blank }.map { (file: document.file, page: $0) }
  }
  let scores = BatchMeasure.allCases.map { measure in
    robustScores(pages.map { measure.value($0.page.measurements) }, floor: measure.floor)
  }
  return pages.indices.flatMap { index in
    zip(BatchMeasure.allCases, scores).compactMap { measure, scores -> BatchFinding? in
      guard let score = scores[index],
        let breach = profile.breach(of: .pageOutlier, measured: score.z)
      else { return nil }
      let finding = Rule.pageOutlier.finding(
        .info, measured: score.z, required: breach.required,
        message: measure.message(score.value, usual: score.median))
      return BatchFinding(file: pages[index].file, page: pages[index].page.index, finding: finding)
    }
  }
}

/// What pages of a run are compared by.
private enum BatchMeasure: CaseIterable {
  case skew, size, contrast

  /// The figure of a page; nil when it is unknown.
  func value(_ measured: Measurements) -> Double? {
    switch self {
    case .skew: return measured.skewDegrees
    case .size:
      let long = Double(max(measured.widthPixels, measured.heightPixels))
      return (measured.declaredDpi?.lower ?? measured.effectiveDpi).map { long / $0 * 25.4 }
    case .contrast: return measured.contrast
    }
  }

  /// The least spread that counts: what the measure itself, or cropping by the scanner, may be off.
  var floor: Double {
    switch self {
    case .skew: 0.15
    case .size: 9
    case .contrast: 0.04
    }
  }

  func message(_ value: Double, usual: Double) -> Wording {
    func figures(_ language: Language, _ digits: Int) -> (String, String) {
      let pair = Figure.pair(value, usual, digits: digits, in: language)
      return (pair.measured, pair.required)
    }
    switch self {
    case .skew:
      let (vi, en) = (figures(.vi, 1), figures(.en, 1))
      return Wording(
        vi: "Nghiêng \(vi.0)°, cả lô thường nghiêng \(vi.1)°.",
        en: "Skewed by \(en.0)°, the batch usually by \(en.1)°.")
    case .size:
      let (vi, en) = (figures(.vi, 0), figures(.en, 0))
      return Wording(
        vi: "Cạnh dài \(vi.0) mm, cả lô thường là \(vi.1) mm.",
        en: "The long side is \(en.0) mm, in the batch usually \(en.1) mm.")
    case .contrast:
      let (vi, en) = (figures(.vi, 2), figures(.en, 2))
      return Wording(
        vi: "Độ đậm của chữ \(vi.0), cả lô thường là \(vi.1).",
        en: "The contrast is \(en.0), in the batch usually \(en.1).")
    }
  }
}

/// How far a figure lies off those of the batch.
package struct RobustScore: Equatable {
  package let value: Double
  package let median: Double
  /// Usual deviations, 0 or more; from 3.5 on a figure is rarely chance.
  package let z: Double
}

/// The robust z-score of each known figure; all nil below 20 known ones.
package func robustScores(_ values: [Double?], floor: Double) -> [RobustScore?] {
  let known = values.compactMap(\.self)
  guard known.count >= 20 else { return values.map { _ in nil } }
  let center = median(known)
  let spread = max(floor, median(known.map { abs($0 - center) }))
  return values.map { value in
    value.map { RobustScore(value: $0, median: center, z: 0.6745 * abs($0 - center) / spread) }
  }
}

private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
