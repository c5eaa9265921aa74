import Imaging

extension Marks {
  /// What was done to the page, as far as it can be seen; on a blank page nothing is looked for.
  func faults(of page: PageImage, tones: Tones, print: Print?, dpi: Double?) -> PageFaults {
    guard let print else { return PageFaults() }
    let cells = cellPicture(of: image, colored: page.color)
    let millimetre = dpi.map { $0 / 25.4 } ?? Double(max(image.width, image.height)) / 297
    let level = paper.paper
    let bare = paperColor(of: cells, paper: level)
    return PageFaults(
      clipping: paper.isBilevel ? nil : clipping(tones),
      keystoneDegrees: print.xHeight.flatMap { xHeight in
        keystone(
          of: text.indices.map { pieces.boxes[$0] }, xHeight: xHeight,
          isSideways: print.lines.orientation?.swapsSides ?? false, width: image.width,
          height: image.height)
      },
      streaks: Measuring.streaks(in: page),
      motionFaults: print.xHeight.map {
        Measuring.motionFaults(of: runs, pieces: pieces, xHeight: $0, millimetre: millimetre)
      },
      colorCast: bare.map { Measuring.colorCast(of: $0) },
      colorlessSeals: page.color.flatMap { seals(in: cells, image: $0, paper: bare, millimetre) },
      foldedCorners: Measuring.foldedCorners(
        in: cells, paper: level, millimetre: millimetre, image: image),
      occlusions: Measuring.occlusions(
        in: cells, paper: level, color: bare, millimetre: millimetre, image: image))
  }

  private func seals(
    in cells: CellPicture, image: ColorImage, paper: PaperColor?, _ millimetre: Double
  ) -> [Box]? {
    paper.map {
      colorlessSeals(
        of: runs, pieces: pieces, cells: cells, image: image, paper: $0, millimetre: millimetre)
    }
  }

  private func clipping(_ tones: Tones) -> Double? {
    guard let ink = tones.ink, let bare = tones.paper else { return nil }
    return Measuring.clipping(
      of: image, runs: runs, pieces: pieces, text: text, on: paper, ink: ink, paper: bare)
  }
}
