import Foundation
import Imaging
import Measuring

/// How large the sheet of a page is, the way it lies left out of account.
struct SheetMeasure: Equatable {
  let short: Double
  let long: Double
  /// Whether the sides are millimetres; else only their ratio means something.
  let isMetric: Bool
  let isBlank: Bool

  /// Goes by what the file states of its resolution, else by what print and paper say.
  init(_ measured: Measurements) {
    let (width, height) = (Double(measured.widthPixels), Double(measured.heightPixels))
    isBlank = measured.isBlank
    let stated = measured.declaredDpi.map { ($0.x, $0.y) }
    guard let dpi = stated ?? measured.effectiveDpi.map({ ($0, $0) }) else {
      (short, long, isMetric) = (min(width, height), max(width, height), false)
      return
    }
    let (across, down) = (width / dpi.0 * 25.4, height / dpi.1 * 25.4)
    (short, long, isMetric) = (min(across, down), max(across, down), true)
  }

  /// The name of the paper when the sides fit one within 4 %, such as `A3`.
  var paper: String? {
    guard isMetric else { return nil }
    return PaperSize.all.first {
      abs(short / $0.short - 1) <= 0.04 && abs(long / $0.long - 1) <= 0.04
    }?.name
  }

  /// Whether two sheets are of one size: each side within an eighth, as cropping scanners leave it.
  ///
  /// F4 and A4 differ by a ninth in length and are mixed in every old file.
  func fits(_ other: SheetMeasure) -> Bool {
    guard isMetric, other.isMetric else {
      return abs(log(long / short * other.short / other.long)) < log(1.125)
    }
    return abs(log(short / other.short)) < log(1.125) && abs(log(long / other.long)) < log(1.125)
  }
}

/// The sheets that are of another size than the rest, at most a third, with the place from 1.
///
/// Without three sheets of one size there is no rest to stand out from. Blank backs are left out.
func oddSheets(
  among sheets: [SheetMeasure]
) -> [(place: Int, sheet: SheetMeasure, common: SheetMeasure)] {
  let written = sheets.indices.filter { !sheets[$0].isBlank }
  let counted = written.map { one in
    (one, written.count { sheets[$0].fits(sheets[one]) })
  }
  // Of equally common sizes the first counts.
  guard let most = counted.map(\.1).max(), most >= 3,
    let common = counted.first(where: { $0.1 == most })?.0
  else { return [] }
  let odd = written.filter { !sheets[$0].fits(sheets[common]) }
  guard odd.count * 3 <= written.count else { return [] }
  return odd.map { ($0 + 1, sheets[$0], sheets[common]) }
}
