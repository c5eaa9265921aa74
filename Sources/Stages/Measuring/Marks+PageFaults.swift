import Imaging

extension Marks {
  /// What was done to the page, as far as it can be seen.
  func faults(
    of page: PageImage, cells: CellPicture, tones: Tones, print: Print, quality: PrintQuality,
    streaks: [Box], folded: [Box], millimetre: Double, declaredMillimetre: Double?
  ) -> PageFaults {
    let level = paper.paper
    let bare = paperColor(of: cells, paper: level)
    let ink = bare.map { ColoredCells(cells, paper: $0) }
    let clipping = paper.isBilevel ? nil : clipping(tones, quality, xHeight: print.xHeight)
    let traits = print.xHeight.map { xHeight in
      PrintTraits(
        xHeight: xHeight,
        // Torn letters are lower, so that their page seems coarser than it is: the file may know better.
        millimetre: max(millimetre, min(declaredMillimetre ?? 0, 1.5 * millimetre)),
        // Grain of 12 counts moves the ends of strokes by pixels.
        isGrainy: (tones.noise ?? 0) > 12,
        isWhole: (clipping ?? 0) < 0.05 && (quality.ghostStrokes ?? 0) < 0.05
          && (paper.isBilevel || (tones.edgeGradient ?? 0) >= 0.3)
          && (quality.fineStroke ?? .infinity) >= 0.12 * xHeight)
    }
    return PageFaults(
      clipping: clipping,
      keystoneDegrees: keystoneDegrees(print),
      streaks: streaks,
      motionFaults: traits.map { motionFaults(of: page, ink: ink, paper: bare, $0) },
      colorCast: bare.map { Measuring.colorCast(of: $0) },
      colorlessSeals: page.color.flatMap { seals(ink, in: $0, millimetre) },
      foldedCorners: folded,
      occlusions: Measuring.occlusions(
        in: cells, paper: level, color: bare, millimetre: millimetre, image: image))
  }

  /// Where the sheet slipped, told by the print, else by rules, seals and signatures.
  private func motionFaults(
    of page: PageImage, ink: ColoredCells?, paper: PaperColor?, _ traits: PrintTraits
  ) -> [Box] {
    var bands = Measuring.motionFaults(of: runs, pieces: pieces, traits)
    if !traits.isGrainy {
      var others = brokenRules(of: runs, pieces: pieces, traits)
      if let color = page.color, let ink, let paper {
        others += brokenInk(ink, of: color, paper: paper, traits)
      }
      // One slip breaks all that stands in its rows, and counts once.
      for band in others where !bands.contains(where: band.overlaps) { bands.append(band) }
    }
    return bands.sorted { $0.lowerBound < $1.lowerBound }
      .map { Box(x: 0, y: $0.lowerBound, width: runs.width, height: $0.count) }
  }

  private func seals(
    _ ink: ColoredCells?, in image: ColorImage, _ millimetre: Double
  ) -> [Box]? {
    ink.map {
      colorlessSeals(of: runs, pieces: pieces, ink: $0, image: image, millimetre: millimetre)
    }
  }

  private func keystoneDegrees(_ print: Print) -> Double? {
    print.xHeight.flatMap { xHeight in
      keystone(
        of: text.indices.map { pieces.boxes[$0] }, xHeight: xHeight,
        isSideways: print.lines.orientation?.swapsSides ?? false,
        width: image.width, height: image.height)
    }
  }

  private func clipping(_ tones: Tones, _ quality: PrintQuality, xHeight: Double?) -> Double? {
    guard let ink = tones.ink, let bare = tones.paper else { return nil }
    let areThin =
      quality.relativeStroke(xHeight: xHeight).map { $0 < 0.09 }
      ?? true
      // Where most strokes fell to specks, on paper without any grain, the widest are left.
      || (quality.speckle ?? 0) > 1.5 && (tones.noise ?? 1) < 0.5
    // Print of the back among the strokes is thin and pale in any light.
    return Measuring.clipping(
      of: image, runs: runs, pieces: pieces, text: text, ink: ink, paper: bare,
      isEaten: areThin && (quality.ghostStrokes ?? 0) < 0.2)
  }
}
