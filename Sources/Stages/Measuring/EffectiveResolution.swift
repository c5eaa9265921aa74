import Foundation
package import Imaging

/// A sheet that documents are printed on, in millimetres, short side first.
package struct PaperSize: Sendable, Equatable {
  /// The name that people use.
  package let name: String
  /// The short side, in millimetres.
  package let short: Double
  /// The long side, in millimetres.
  package let long: Double

  /// ISO 216 sizes and the American ones that scanners are often left at; A4 is the legal size.
  package static let all = [
    PaperSize(name: "A4", short: 210, long: 297),
    PaperSize(name: "A3", short: 297, long: 420),
    PaperSize(name: "A5", short: 148, long: 210),
    PaperSize(name: "Letter", short: 215.9, long: 279.4),
    PaperSize(name: "Legal", short: 215.9, long: 355.6),
    PaperSize(name: "F4", short: 210, long: 330),
  ]
}

/// What the paper size and the print say of the resolution.
package struct EffectiveResolution: Equatable {
  /// Dots per inch.
  package let dpi: Double
  /// The paper size that the image matches, nil when only the print was used.
  package let paper: String?
}

/// The dots per inch that are really there; nil when neither paper nor print tells.
///
/// 1. A paper size fits when the aspect ratio agrees within 2.5 %. A3, A4 and A5 have the same ratio,
///    so the print chooses: body text of 13–14 pt has 11.9 dots per inch for each pixel of x-height
///    (Nghị định 30 Phụ lục I; x-height 0.45 em). Other sizes than A4 must fit 16 % better, and sizes other
///    than the one that the declared resolution gives (3 %) 35 %: a tag that makes exactly a sheet is rarely wrong.
/// 2. A size that the print contradicts by more than 50 % is dropped.
/// 3. Without enough sharp print, a size counts only where the declared resolution makes the sheet exactly
///    that size (3 %): shape and size then agree, which a resized image rarely does.
/// 4. No size fits: the print alone.
///
/// Accuracy: 2 % by paper, 20 % by print. It cannot see that an image was enlarged by software.
package func effectiveResolution(
  width: Int, height: Int, xHeight: Double?, declared: Resolution?
) -> EffectiveResolution? {
  let candidates = fittingPapers(width: width, height: height)
  guard let xHeight else {
    guard let declared else { return nil }
    let certain = candidates.first { abs($0.dpi / declared.lower - 1) <= 0.03 }
    return certain.map { EffectiveResolution(dpi: $0.dpi, paper: $0.name) }
  }
  let byPrint = 11.9 * xHeight
  let best = candidates.map { candidate in
    let isLegal = candidate.name == "A4"
    let isDeclared = declared.map { abs(candidate.dpi / $0.lower - 1) <= 0.03 } ?? false
    let handicap = (isLegal ? 0 : 0.15) + (isDeclared ? 0 : 0.3)
    return (candidate, abs(log(candidate.dpi / byPrint)) + handicap)
  }.min { $0.1 < $1.1 }
  guard let (paper, _) = best, abs(log(paper.dpi / byPrint)) <= log(1.5) else {
    return EffectiveResolution(dpi: byPrint, paper: nil)
  }
  return EffectiveResolution(dpi: paper.dpi, paper: paper.name)
}

private func fittingPapers(width: Int, height: Int) -> [(name: String, dpi: Double)] {
  let short = Double(min(width, height))
  let long = Double(max(width, height))
  return PaperSize.all.compactMap { size in
    let ratio = long / short / (size.long / size.short)
    guard abs(ratio - 1) <= 0.025 else { return nil }
    return (size.name, (short / size.short + long / size.long) / 2 * 25.4)
  }
}
