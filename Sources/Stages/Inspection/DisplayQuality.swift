import Findings
import Imaging
public import Measuring

/// How well a person sees the content of a page (chất lượng hiển thị), and what is worst.
///
/// The quality of a page is that of its worst aspect: good contrast does not make up for blur. Each aspect
/// is 1 where a careful reader sees no defect, 0.5 where people begin to complain and a page should be
/// looked at, 0.3 where it should be scanned again, 0 where it cannot be read. The points are set by
/// looking at painted pages and real scans, and lie above the limits of OCR, which reads what people
/// refuse (page-quality notes, finding 5). Sharpness and contrast are those of the worst part of the page
/// that holds print.
public struct DisplayQuality: Sendable, Equatable, Codable {
  /// What can be wrong with the sight of a page.
  public enum Aspect: String, Sendable, Codable, CaseIterable {
    case sharpness, resolution, contrast, light, exposure, showThrough, noise, specks, strokes,
      compression
  }

  /// The quality, 0…1.
  public let value: Double
  /// The aspect that decides it.
  public let worst: Aspect

  /// The quality of a page; nil when it is blank, or when there is too little print to tell.
  ///
  /// On a bilevel page only resolution, specks and strokes can be told.
  public init?(of page: Measurements) {
    guard !page.isBlank, page.print.strokeWidth != nil else { return nil }
    let found = Aspect.allCases.compactMap { aspect in
      aspect.quality(of: page).map { (aspect, $0) }
    }
    guard let worst = found.min(by: { $0.1 < $1.1 }) else { return nil }
    value = worst.1
    self.worst = worst.0
  }
}

extension DisplayQuality.Aspect {
  /// The quality of one aspect, 0…1; nil when it was not measured.
  func quality(of page: Measurements) -> Double? {
    let print = page.print
    return switch self {
    case .sharpness:
      page.lowestEdgeGradient.map(
        Curve([(0.06, 0), (0.14, 0.3), (0.20, 0.5), (0.30, 0.85), (0.36, 1)]).callAsFunction)
    case .resolution:
      print.opticalDpi.map(
        Curve([(50, 0), (90, 0.3), (125, 0.5), (160, 0.85), (190, 1)]).callAsFunction)
    case .contrast:
      lowest(page.contrast, print.worstContrast).map(
        Curve([(0.1, 0), (0.25, 0.3), (0.38, 0.5), (0.55, 0.85), (0.7, 1)]).callAsFunction)
    case .light:
      print.nonUniformity.map(
        Curve([(0.1, 1), (0.25, 0.85), (0.5, 0.5), (0.7, 0.3), (1.2, 0)]).callAsFunction)
    case .exposure:
      page.faults.clipping.map(
        Curve([(0.03, 1), (0.1, 0.5), (0.2, 0.3), (0.6, 0)]).callAsFunction)
    case .showThrough:
      print.anyShowThrough.map(
        Curve([(0.003, 1), (0.01, 0.8), (0.02, 0.5), (0.05, 0.3), (0.2, 0)]).callAsFunction)
    case .noise:
      page.signalToNoise.map(
        Curve([(3, 0), (6, 0.3), (10, 0.5), (20, 0.85), (35, 1)]).callAsFunction)
    case .specks:
      print.speckle.map(
        Curve([(0.3, 1), (1, 0.85), (3, 0.5), (6, 0.3), (20, 0)]).callAsFunction)
    case .strokes:
      // Hairlines fade first in one typeface, all strokes at once in another.
      lowest(
        page.fineStroke.map(
          Curve([(0.06, 0), (0.1, 0.3), (0.12, 0.5), (0.14, 0.85), (0.15, 1)]).callAsFunction),
        page.relativeStroke.map(
          Curve([(0.04, 0), (0.065, 0.3), (0.08, 0.5), (0.09, 0.85), (0.097, 1)]).callAsFunction),
        print.touching.map(
          Curve([(0.25, 1), (0.5, 0.5), (1, 0.3), (4, 0)]).callAsFunction))
    case .compression:
      page.jpegQuality.map(Double.init).map(
        Curve([(4, 0), (12, 0.3), (25, 0.5), (50, 0.85), (70, 1)]).callAsFunction)
    }
  }

  /// What a person calls it.
  var title: Wording {
    switch self {
    case .sharpness: Wording(vi: "độ nét", en: "sharpness")
    case .resolution: Wording(vi: "độ phân giải", en: "resolution")
    case .contrast: Wording(vi: "độ tương phản", en: "contrast")
    case .light: Wording(vi: "độ sáng đều", en: "evenness of light")
    case .exposure: Wording(vi: "độ phơi sáng", en: "exposure")
    case .showThrough: Wording(vi: "hằn mặt sau", en: "show-through")
    case .noise: Wording(vi: "nhiễu hạt", en: "noise")
    case .specks: Wording(vi: "đốm bẩn", en: "specks")
    case .strokes: Wording(vi: "nét chữ", en: "strokes")
    case .compression: Wording(vi: "mức nén", en: "compression")
    }
  }
}

extension Measurements {
  /// The edge gradient of the page or of its least sharp part, whichever is lower.
  var lowestEdgeGradient: Double? { lowest(edgeGradient, print.worstEdgeGradient) }
}

private func lowest(_ figures: Double?...) -> Double? { figures.compactMap(\.self).min() }

extension PrintQuality {
  /// What shines through as tone, fragments or strokes, whichever is most, 0…1.
  var anyShowThrough: Double? {
    [showThrough, ghostFragments, ghostStrokes].compactMap(\.self).max()
  }
}
