import Imaging

extension Marks {
  /// What was done to the page, as far as it can be seen; on a blank page nothing is looked for.
  func faults(of page: PageImage, tones: Tones, print: Print?, dpi: Double?) -> PageFaults {
    guard let print else { return PageFaults() }
    let color: ColorImage? = if case .color(let image) = page { image } else { nil }
    let cells = cellPicture(of: image, colored: color)
    let millimetre = dpi.map { $0 / 25.4 } ?? Double(max(image.width, image.height)) / 297
    let level = paper.paper
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
      colorCast: Measuring.colorCast(of: cells, paper: level),
      colorlessSeals: color.flatMap {
        Measuring.colorlessSeals(
          of: runs, pieces: pieces, cells: cells, image: $0, paper: level, millimetre: millimetre)
      },
      foldedCorners: Measuring.foldedCorners(
        in: cells, paper: level, millimetre: millimetre, image: image),
      occlusions: Measuring.occlusions(
        in: cells, paper: level, millimetre: millimetre, image: image))
  }

  private func clipping(_ tones: Tones) -> Double? {
    guard let ink = tones.ink, let bare = tones.paper else { return nil }
    return Measuring.clipping(
      of: image, runs: runs, pieces: pieces, text: text, on: paper, ink: ink, paper: bare)
  }
}
