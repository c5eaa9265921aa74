import Imaging
public import Ingest

/// Takes every measure of a page; knows no threshold of any profile.
///
/// The page is walked three times: for grey and hue, for the paper, for the ink. Everything else works
/// on the runs and pieces of ink, whose number grows with the print and not with the pixels.
public func measurements(of page: Page) -> Measurements {
  let shares = page.image.color.map(colorShares)
  return Marks(of: shares?.gray ?? page.image.sealSafeGray)
    .measurements(of: page, shares: shares)
}

/// The ink of a page and the paper under it: what all measures start from.
struct Marks {
  let image: GrayImage
  let paper: PaperMap
  let runs: InkRuns
  let pieces: InkPieces
  let text: TextPieces
  let darkness: InkDarkness

  init(of image: GrayImage) {
    self.image = image
    paper = paperMap(of: image)
    runs = inkRuns(of: image, on: paper)
    pieces = inkPieces(of: runs)
    text = textPieces(of: pieces, width: image.width, height: image.height)
    darkness = inkDarkness(of: image, runs: runs, pieces: pieces)
  }

  func measurements(of page: Page, shares: ColorShares?) -> Measurements {
    let tones = tones
    let blank = isBlank(blankEvidence(tones, inkHueShare: shares?.inkHueShare ?? 0))
    let print = blank ? nil : self.print
    // Blur joins letters to marks and neighbours: what is left is not the height of letters.
    let isMerged =
      tones.edgeGradient.map { $0 < 0.15 } ?? false
      || print?.touching.map { $0 > 0.4 } ?? false
    let effective = effectiveResolution(
      width: image.width, height: image.height, xHeight: isMerged ? nil : print?.xHeight,
      declared: page.header.declared)
    let border = blackBorder(of: image, paper: paper.paper)
    let dpi = effective?.dpi ?? page.header.declared?.lower
    let cut = cutOffLetters(
      of: pieces, text: text, xHeight: print?.xHeight, border: border, width: image.width,
      height: image.height)
    let shown = blank || paper.isBilevel ? nil : tones
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
      print: print.map { printQuality(of: page.image, tones: shown, print: $0, dpi: dpi) }
        ?? PrintQuality(),
      faults: faults(of: page.image, tones: tones, print: print, dpi: dpi),
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
    var noise: Double?
    var signalToNoise: Double?
    var worst = WorstZone()
  }

  /// How large the print is and how its lines lie.
  struct Print {
    let xHeight: Double?
    let lines: TextLines
    /// Letters that run together, for each that stands alone.
    let touching: Double?
  }

  private var tones: Tones {
    let noise = paper.isBilevel ? nil : Measuring.noise(of: image, runs: runs, pieces: pieces)
    let zones = PageZones(width: image.width, height: image.height)
    let inks = zoneInk(
      of: image, runs: runs, pieces: pieces, text: text, paper: paper, darkness: darkness,
      zones: zones)
    var all = InkTones()
    for ink in inks { all.add(ink.tones) }
    guard let tone = paperTone(of: paper), let ink = all.typical else {
      return Tones(noise: noise)
    }
    let edges = edgeGradients(
      of: image, runs: runs, pieces: pieces, text: text, on: paper, zones: zones)
    var gradients = EdgeGradients()
    for edge in edges { gradients.add(edge) }
    return Tones(
      ink: ink, paper: tone, contrast: weberContrast(ink: ink, paper: tone),
      darkContrast: all.dark.flatMap { weberContrast(ink: $0, paper: tone) },
      edgeGradient: gradients.mean(over: tone - ink), noise: noise,
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
    let xHeight =
      isSideways ? Measuring.xHeight(ofLetterHeights: letters.map(\.width)) : standing
    return Print(
      xHeight: xHeight, lines: lines,
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
