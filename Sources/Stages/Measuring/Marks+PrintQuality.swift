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
    of page: PageImage, tones: Tones?, print: Print, dpi: Double?, streaks: [Box]
  ) -> PrintQuality {
    let xHeight = print.xHeight
    var width: Double?
    if !isSmoothed, let tones, let ink = tones.ink, let light = tones.paper {
      width = edgeWidth(of: image, runs: runs, pieces: pieces, text: text, step: light - ink)
    }
    let shining = tones.flatMap { showThrough($0, streaks: streaks) }
    let specks = speckle(of: pieces, xHeight: xHeight)
    let holes = whiteSpeckle(of: runs, pieces: pieces, xHeight: xHeight)
    let stroke = Measuring.strokeWidth(of: runs, pieces: pieces, text: text)
    return PrintQuality(
      letters: text.indices.count,
      nonUniformity: nonUniformity(of: paper),
      showThrough: shining?.share,
      // Print that breaks leaves fragments of its own.
      ghostFragments: print.isBroken || isBroken(stroke: stroke, holes: holes, xHeight: xHeight)
        ? nil
        : ghostShare(
          of: pieces, paleSpots: shining?.paleSpots ?? [], color: page.color, xHeight: xHeight,
          speckle: specks, width: image.width, height: image.height),
      ghostStrokes: ghosts(tones, areWhole: specks ?? 0 < 0.5 && holes ?? 0 < 0.3),
      speckle: specks,
      whiteSpeckle: holes,
      strokeWidth: stroke,
      touching: print.touching,
      edgeWidth: width,
      opticalDpi: dpi.flatMap {
        // Letters that run together have no edges of their own.
        print.touching ?? 0 > 1.5
          ? nil
          : opticalResolution(
            edgeWidth: width, replication: replication(of: runs),
            // Edges of less than 2.9 pixels are not those of an enlarged picture.
            resampling: width.map { $0 >= 2.9 } ?? false ? resampling(of: image) : nil, dpi: $0)
      },
      edgeEvenness: tones?.evenness, worstEdgeGradient: tones?.worst.edgeGradient,
      worstContrast: tones?.worst.contrast)
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
