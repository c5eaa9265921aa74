public import Imaging
public import Measuring

/// What is done to a page's pixels before they are read; the page itself is never changed.
public struct ReadingPlan: Sendable, Equatable, Codable {
  /// The turn that makes the text upright.
  public let turn: QuarterTurn
  /// The clockwise turn in degrees that makes the lines level; 0 leaves them as they are.
  public let deskewDegrees: Double
  /// What is done against the defects of the page.
  public let restoration: Restoration
  /// The factor of enlargement, 1 or 2.
  public let scale: Int
  /// Dots per inch of the page before enlarging, for the engine's ideas of sizes.
  public let dpi: Int

  /// Makes a plan.
  public init(
    turn: QuarterTurn = .none, deskewDegrees: Double = 0, restoration: Restoration = Restoration(),
    scale: Int = 1, dpi: Int = 300
  ) {
    precondition(scale > 0 && dpi > 0)
    self.turn = turn
    self.deskewDegrees = deskewDegrees
    self.restoration = restoration
    self.scale = scale
    self.dpi = dpi
  }
}

/// Draws the plan for reading a page from what was measured on it, and from nothing else.
///
/// Bilevel pages are read as they are. On 19 real ones of 200 and 300 dpi neither blurring (1-2-1: field
/// error rate 6.1 against 6.4 %, but 73 against 77 fields exact, marks on capitals lost) nor enlarging by
/// 1.25 (71 exact) or levelling from 0.1° on (75 exact) paid.
public func readingPlan(for page: Measurements, restoring: Bool = true) -> ReadingPlan {
  // Turning costs 60 ms a page and softens the strokes; up to 0.5° Tesseract follows the lines by
  // itself. Beyond 7° a skew is a misreading, not a crooked sheet.
  // Where lines run together one turn for all makes half of them worse.
  let least = page.faults.keystoneDegrees.map { $0 > 1.8 } ?? false ? 1.5 : 0.5
  let skew = page.skewDegrees.flatMap { abs($0) > least && abs($0) <= 7 ? $0 : nil } ?? 0
  // Enlarging doubles the cost. It pays for letters of 6 to 8 pixels (error rate 10 % to 1–2 %); from
  // 9 pixels on the engine reads them as they are (page-quality notes, findings 4 and 5).
  let isSmall = page.xHeight.map { $0 >= 4 && $0 < 9 } ?? false
  let isAffordable = page.widthPixels * page.heightPixels <= 12_000_000
  // 2500 is Tesseract's own bound, 70 its lowest credible resolution.
  let known = (page.effectiveDpi ?? page.declaredDpi?.lower).flatMap {
    $0.isFinite && $0 >= 70 && $0 <= 2400 ? Int($0.rounded()) : nil
  }
  let turn = page.orientationDegrees.map { QuarterTurn(degrees: $0) } ?? .none
  guard restoring else { return ReadingPlan(turn: turn, dpi: known ?? 300) }
  return ReadingPlan(
    turn: turn, deskewDegrees: skew, restoration: restoration(for: page),
    scale: isSmall && isAffordable ? 2 : 1, dpi: known ?? 300)
}

/// What the measures of a page ask for (page-quality notes 3.3).
private func restoration(for page: Measurements) -> Restoration {
  // A bilevel page is read as it is.
  guard page.colorMode != .bilevel else { return Restoration() }
  let print = page.print
  let streaks: [Restoration.Step] = page.faults.streaks?.isEmpty ?? true ? [] : [.levelStreaks]
  let isUneven = print.nonUniformity.map { $0 > 0.15 } ?? false
  let clip = clip(for: page)
  let paper: [Restoration.Step] = isUneven || clip != nil ? [.whiten(clipsAbove: clip)] : []
  // Grain goes first: the paper's level is then that of the paper, not of its brightest grains.
  let grain = smoothing(for: page)
  return Restoration(streaks + grain + paper + (grain.isEmpty ? strokes(for: page) : []))
}

/// Lighter than this share of the paper is not print; nil leaves the tones.
private func clip(for page: Measurements) -> Double? {
  // Blocks of a strongly compressed picture are not the print of the back.
  guard let contrast = page.contrast, (page.jpegQuality ?? 100) >= 12 else { return nil }
  if page.print.ghostStrokes.map({ $0 > 0.02 }) ?? false { return 0.55 }
  return page.print.showThrough.map { $0 > 0.01 } ?? false ? 1 - contrast / 2 : nil
}

/// What is done against grain and specks.
///
/// Specks of single pixels ask for a median, the grain of a sensor for a Gaussian. Strong grain makes specks
/// as well, but fewer: over 25 for each letter are specks of their own; where both drown the print, both
/// help.
private func smoothing(for page: Measurements) -> [Restoration.Step] {
  let ratio = page.signalToNoise ?? .infinity
  let specks = page.print.speckle ?? 0
  let size = max(0.5, (page.xHeight ?? 20) / 26)
  if ratio < 5.2 { return [.median, .gaussian(sigma: 2 * size)] }
  if ratio < 12 { return specks > 25 ? [.median] : [.gaussian(sigma: 1.2 * size)] }
  return specks > 1 ? [.median] : []
}

/// What is done for strokes with holes, strokes eaten away by light, and edges out of focus.
private func strokes(for page: Measurements) -> [Restoration.Step] {
  let size = max(0.5, (page.xHeight ?? 20) / 26)
  let edges = page.edgeGradient ?? 0
  let isEaten = page.faults.clipping.map { $0 > 0.1 } ?? false
  let hasHoles = page.print.whiteSpeckle.map { $0 > 0.6 } ?? false && edges > 0.27
  if isEaten || hasHoles { return [.thicken, .gaussian(sigma: 1.2 * size)] }
  // Sharpening tears smeared strokes apart, and turns a few grey levels to blots.
  let isSmeared = page.print.edgeEvenness.map { $0 < 0.8 } ?? false
  guard !isSmeared, page.contrast ?? 1 >= 0.1 else { return [] }
  return edges > 0 && edges < 0.19 ? [.sharpen(reach: max(2, Int((3 * size).rounded())))] : []
}
