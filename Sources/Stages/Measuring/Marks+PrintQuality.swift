import Imaging

/// Where the print of a page is worst, and how bad it is there.
package struct WorstZone: Equatable {
  package var edgeGradient: Double?
  package var contrast: Double?
}

/// The lowest sharpness and contrast among the zones that hold enough print to tell.
///
/// A zone counts with 400 edges, about 40 letters: less says more of the letters than of the scan.
func worstZone(inks: [ZoneInk], edges: [EdgeGradients], zones: PageZones) -> WorstZone {
  var worst = WorstZone()
  for (ink, edge) in zip(inks, edges) {
    guard let dark = ink.tones.typical, let paper = ink.paper,
      let gradient = edge.mean(over: paper - dark, fewest: 400)
    else { continue }
    worst.edgeGradient = min(worst.edgeGradient ?? gradient, gradient)
    if let contrast = weberContrast(ink: dark, paper: paper) {
      worst.contrast = min(worst.contrast ?? contrast, contrast)
    }
  }
  return worst
}

extension Marks {
  /// How the print stands on the paper; `tones` is nil on a bilevel page, which has none.
  func printQuality(
    of page: PageImage, tones: Tones?, print: Print, dpi: Double?, streaks: [Box], folded: [Box]
  ) -> PrintQuality {
    let xHeight = print.xHeight
    var width: Double?
    if !isSmoothed, let tones, let ink = tones.ink, let light = tones.paper {
      width = edgeWidth(of: image, runs: runs, pieces: pieces, text: text, step: light - ink)
    }
    let shining = tones.flatMap { showThrough($0, streaks: streaks) }
    let specks = speckle(of: pieces, xHeight: xHeight)
    let holes = whiteSpeckle(of: runs, pieces: pieces, xHeight: xHeight)
    let stroke = strokeWidths(of: runs, pieces: pieces, text: text, streaks: streaks)
    let optical = opticalDpi(edgeWidth: width, touching: print.touching, dpi: dpi)
    // Of what was enlarged to more than twice its size all edges are soft.
    let isEnlarged = optical.flatMap { optical in dpi.map { optical < 0.45 * $0 } } ?? false
    let ghosts =
      isEnlarged ? 0 : ghosts(tones, areWhole: specks ?? 0 < 0.5 && holes ?? 0 < 0.3)
    return PrintQuality(
      letters: text.indices.count,
      nonUniformity: nonUniformity(of: paper),
      showThrough: shining?.share,
      // Print that breaks leaves fragments of its own, and so does print that is all blur.
      ghostFragments: print.isBroken
        || isBroken(stroke: stroke?.mean, holes: holes, xHeight: xHeight)
        || tones?.edgeGradient ?? 1 < softest
        ? nil
        : ghostShare(
          of: pieces, paleSpots: shining?.paleSpots ?? [], color: page.color, xHeight: xHeight,
          speckle: specks, leavingOut: streaks + folded, width: image.width, height: image.height),
      ghostStrokes: ghosts,
      speckle: specks,
      whiteSpeckle: holes,
      strokeWidth: stroke?.mean,
      fineStroke: stroke?.fine,
      touching: print.touching,
      edgeWidth: width,
      // Where a fifth of the strokes shines through from the back, edges are those of the paper.
      opticalDpi: ghosts ?? 0 > 0.2 ? nil : optical,
      edgeEvenness: tones?.evenness, worstEdgeGradient: tones?.worst.edgeGradient,
      worstContrast: tones?.worst.contrast)
  }

  private func opticalDpi(edgeWidth: Double?, touching: Double?, dpi: Double?) -> Double? {
    // Letters that run together have no edges of their own.
    guard let dpi, touching ?? 0 <= 1.5 else { return nil }
    // Edges of less than 2.9 pixels are not those of an enlarged picture.
    let isSoft = edgeWidth.map { $0 >= 2.9 } ?? false
    return opticalResolution(
      edgeWidth: edgeWidth, replication: replication(of: runs),
      resampling: isSoft ? resampling(of: image) : nil, dpi: dpi)
  }

  /// Whether strokes are so thin or so full of holes that they fall to pieces.
  private func isBroken(stroke: Double?, holes: Double?, xHeight: Double?) -> Bool {
    let thin = relativeStroke(width: stroke, xHeight: xHeight)
    return thin.map { $0 < 0.075 } ?? false || holes.map { $0 > 0.5 } ?? false
  }

  /// Print that is soft or smeared all over has no strokes that are softer than the others.
  private func ghosts(_ tones: Tones?, areWhole: Bool) -> Double? {
    guard let tones, tones.paper != nil else { return nil }
    guard let edges = tones.edgeGradient, let even = tones.evenness, even >= 0.7,
      edges >= 0.26 * even
    else { return 0 }
    return ghostStrokes(
      of: image, runs: runs, pieces: pieces, text: black, darkest: darkest, paper: paper,
      areWhole: areWhole)
  }

  private func showThrough(_ tones: Tones, streaks: [Box]) -> ShowThrough? {
    guard let ink = tones.ink, let light = tones.paper else { return nil }
    return Measuring.showThrough(
      of: image, runs: runs, paper: paper, tone: (ink, light), noise: tones.noise ?? 0,
      edgeGradient: tones.edgeGradient,
      streaks: streaks)
  }
}
