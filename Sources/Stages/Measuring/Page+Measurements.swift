import Imaging
public import Ingest
import Leptonica

/// Takes every measure of a page; knows no threshold of any profile.
///
/// The page is walked three times: for grey and hue, for the paper, for the ink. Everything else works
/// on the runs and pieces of ink, whose number grows with the print and not with the pixels.
public func measurements(of page: Page) -> Measurements {
  let shares = page.image.color.map(colorShares)
  let gray = shares?.gray ?? page.image.sealSafeGray
  let found = Marks(of: gray, color: page.image.color).measurements(of: page, shares: shares)
  return found.isBlank ? faintPrint(in: gray, of: page, shares: shares) ?? found : found
}

/// The measures of a page that seems blank, when a second look finds print: paler than 10 levels, but crisp.
///
/// A slight blur takes out the grain, so that half of the usual depth is enough. What shines through from the
/// back stays blank: its edges are soft.
private func faintPrint(
  in gray: GrayImage, of page: Page, shares: ColorShares?
) -> Measurements? {
  guard page.header.colorMode != .bilevel, let smooth = try? smoothed(gray, sigma: 1) else {
    return nil
  }
  let found = Marks(of: smooth, color: page.image.color, isSmoothed: true)
    .measurements(of: page, shares: shares)
  return found.isBlank || found.print.letters < 60 ? nil : found
}

/// The ink of a page and the paper under it: what all measures start from.
struct Marks {
  let image: GrayImage
  let paper: PaperMap
  let runs: InkRuns
  let pieces: InkPieces
  let text: TextPieces
  /// The darkest pixel of each run.
  let darkest: [UInt8]
  /// The letters that are not of a seal or a pen in colour: what the sight of print is judged by.
  let black: TextPieces
  /// Whether the picture was smoothed to find print that is hardly there: its edges are not those of the scan.
  let isSmoothed: Bool

  init(
    of image: GrayImage, color: ColorImage?, isSmoothed: Bool = false
  ) {
    self.image = image
    self.isSmoothed = isSmoothed
    paper = paperMap(of: image, faintest: isSmoothed ? 4 : 10)
    runs = inkRuns(of: image, on: paper)
    pieces = inkPieces(of: runs)
    text = textPieces(of: pieces, width: image.width, height: image.height)
    darkest = darkestOfRuns(of: image, runs: runs)
    if let color { black = text.withoutHue(of: pieces, in: color) } else { black = text }
  }

  func measurements(of page: Page, shares: ColorShares?) -> Measurements {
    let tones = tones
    let blank = isBlank(
      blankEvidence(tones, inkHueShare: shares?.inkHueShare ?? 0),
      softest: isSmoothed ? 0.15 : 0.25)
    let print = blank ? nil : self.print
    let effective = effectiveResolution(
      width: image.width, height: image.height, xHeight: print?.xHeight,
      declared: page.header.declared)
    let border = blackBorder(of: image, paper: paper.paper)
    let dpi = effective?.dpi ?? page.header.declared?.lower
    let cut = cutOffLetters(
      of: pieces, text: text, xHeight: print?.xHeight, border: border, width: image.width,
      height: image.height)
    let shown = blank || paper.isBilevel ? nil : tones
    // On a blank page nothing is looked for but whether a scanner could have left anything on it.
    var quality = PrintQuality()
    var faults = PageFaults()
    if let print {
      let streaks = Measuring.streaks(in: page.image)
      let cells = cellPicture(of: image, colored: page.image.color)
      let millimetre = dpi.map { $0 / 25.4 } ?? Double(max(image.width, image.height)) / 297
      let folded = foldedCorners(
        in: cells, paper: paper.paper, millimetre: millimetre, image: image)
      quality = printQuality(
        of: page.image, tones: shown, print: print, dpi: dpi, streaks: streaks, folded: folded)
      faults = self.faults(
        of: page.image, cells: cells, tones: tones, print: print, quality: quality,
        streaks: streaks, folded: folded, millimetre: millimetre,
        declaredMillimetre: page.header.declared.map { $0.lower / 25.4 })
    } else if page.header.colorMode != .bilevel, isWhiteOut(image) {
      faults = PageFaults(clipping: 1)
    }
    return Measurements(
      widthPixels: image.width, heightPixels: image.height, colorMode: page.header.colorMode,
      chromaShare: shares?.hueShare, declaredDpi: page.header.declared,
      effectiveDpi: effective?.dpi, paper: effective?.paper, xHeight: print?.xHeight,
      skewDegrees: print?.lines.skewDegrees, skewConfidence: print?.lines.skewConfidence,
      orientationDegrees: print?.lines.orientation?.rawValue, isBlank: blank,
      edgeGradient: shown?.edgeGradient, contrast: shown?.contrast, noise: shown?.noise,
      signalToNoise: shown?.signalToNoise,
      separability: shown == nil ? nil : otsuSplit(of: paper.histogram).separability,
      blackBorderMillimetres: millimetres(border.depth, dpi: dpi),
      blackBorderBox: border.deepest?.box, cutOffText: blank ? nil : cut.count,
      cutOffBoxes: blank ? [] : Array(cut.prefix(20)), jpegQuality: page.jpegQuality,
      print: quality, faults: faults,
      fingerprint: blank
        ? nil
        : Measuring.fingerprint(
          of: InkCells(
            of: runs, border: border, skewDegrees: print?.lines.skewDegrees ?? 0)))
  }

  /// Pixels as millimetres; no depth is 0 mm at any resolution.
  private func millimetres(_ pixels: Int, dpi: Double?) -> Double? {
    pixels == 0 ? 0 : dpi.map { Double(pixels) / $0 * 25.4 }
  }
}

extension Marks {
  /// How ink and paper stand against each other.
  struct Tones {
    var ink: Double?
    var paper: Double?
    var contrast: Double?
    /// Contrast of the darkest tenth of the ink.
    var darkContrast: Double?
    var edgeGradient: Double?
    /// How alike edges are in all directions, 0…1.
    var evenness: Double?
    var noise: Double?
    var signalToNoise: Double?
    var worst = WorstZone()
  }

  /// How large the print is and how its lines lie.
  struct Print {
    let xHeight: Double?
    /// Whether the pieces of ink are far lower than the lines: strokes that fell to pieces.
    let isBroken: Bool
    let lines: TextLines
    /// Letters that run together, for each that stands alone.
    let touching: Double?
  }

  private var tones: Tones {
    let noise = paper.isBilevel ? nil : Measuring.noise(of: image, runs: runs, pieces: pieces)
    let zones = PageZones(width: image.width, height: image.height)
    let inks = zoneInk(
      of: image, runs: runs, pieces: pieces, text: black, paper: paper, darkest: darkest,
      zones: zones)
    var all = InkTones()
    for ink in inks { all.add(ink.tones) }
    guard let tone = paperTone(of: paper), let ink = all.typical else {
      return Tones(noise: noise)
    }
    let edges = edgeGradients(
      of: image, runs: runs, pieces: pieces, text: black, darkest: darkest, on: paper, zones: zones)
    var gradients = EdgeGradients()
    for (edge, zone) in zip(edges, inks) { gradients.add(edge, over: zone.step ?? tone - ink) }
    return Tones(
      ink: ink, paper: tone, contrast: weberContrast(ink: ink, paper: tone),
      darkContrast: all.dark.flatMap { weberContrast(ink: $0, paper: tone) },
      edgeGradient: gradients.mean(over: 1), evenness: gradients.evenness, noise: noise,
      // Half a grey level is what 8 bits can tell: clean paper has no infinite ratio.
      signalToNoise: noise.map { max(0, tone - ink) / max($0, 0.5) },
      worst: worstZone(inks: inks, edges: edges, zones: zones))
  }

  private var print: Print {
    let letters = text.indices.map { pieces.boxes[$0] }
    let standing = Measuring.xHeight(ofLetterHeights: letters.map(\.height))
    let lines = textLines(of: runs, pieces: pieces, text: text, xHeight: standing)
    // Letters that lie on their side are as high as their box is wide.
    let isSideways = lines.orientation?.swapsSides ?? false
    let byPieces =
      isSideways ? Measuring.xHeight(ofLetterHeights: letters.map(\.width)) : standing
    let byLines =
      isSideways
      ? nil
      : lineHeight(
        of: runs, pieces: pieces, skewDegrees: lines.skewDegrees ?? 0,
        tallest: tallestLetter(width: image.width, height: image.height))
    let xHeight = trustedHeight(pieces: byPieces, lines: byLines)
    return Print(
      xHeight: xHeight,
      isBroken: byPieces ?? 0 < xHeight ?? 0,
      lines: lines,
      touching: Measuring.touching(of: pieces, text: text, xHeight: xHeight))
  }

  private func blankEvidence(_ tones: Tones, inkHueShare: Double) -> BlankEvidence {
    BlankEvidence(
      paper: paper.paper,
      darkShare: Double(pieces.areas.reduce(0, +)) / Double(image.width * image.height),
      letters: text.indices.count, largeMarks: text.largeMarks,
      inkShare: Double(text.inkArea) / Double(image.width * image.height),
      contrast: tones.darkContrast, edgeGradient: paper.isBilevel ? nil : tones.edgeGradient,
      inkHueShare: inkHueShare)
  }
}
