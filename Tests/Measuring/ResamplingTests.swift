import Imaging
import Measuring
import Painting
import Testing

@Suite struct `Pictures enlarged by software` {
  /// A page of print, enlarged by `factor` with interpolation between the pixels.
  private func enlarged(by factor: Double) -> GrayImage {
    let small = PaintedPage(width: 620, height: 400).text(text { $0.xHeight = 11 }).blurred(0.5)
    let (width, height) = (Int(620 * factor), Int(400 * factor))
    var pixels = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = (Double(x) / factor, Double(y) / factor)
        let (left, top) = (min(618, Int(u)), min(398, Int(v)))
        let (across, down) = (u - Double(left), v - Double(top))
        func value(_ column: Int, _ row: Int) -> Double {
          Double(small.pixels[(top + row) * 620 + left + column])
        }
        let upper = value(0, 0) * (1 - across) + value(1, 0) * across
        let lower = value(0, 1) * (1 - across) + value(1, 1) * across
        pixels[y * width + x] = UInt8(upper * (1 - down) + lower * down)
      }
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  @Test(arguments: [2.3, 3.0, 3.6]) func `show the grid that they had before`(factor: Double) throws
  {
    let image = enlarged(by: factor)
    let found = resampling(of: image)
    let share = try #require(found)
    #expect(abs(share * factor - 1) < 0.02)
  }

  @Test func `are not seen in a page that was scanned`() {
    // Strokes at places without any period, as print has them.
    var random = SplitMix(seed: 7)
    var painted = PaintedPage()
    for line in 0..<40 {
      for _ in 0..<90 {
        let x = Int.random(in: 60..<1180, using: &random)
        painted = painted.filled(Box(x: x, y: 60 + line * 40, width: 3, height: 16), with: 20)
      }
    }
    let scanned = resampling(of: painted.blurred(0.8).noisy(2).image)
    #expect(scanned == nil)
    let bare = resampling(of: PaintedPage().image)
    #expect(bare == nil)
  }

  @Test func `carry the resolution from before`() {
    #expect(opticalResolution(edgeWidth: 3, replication: 1, resampling: 0.25, dpi: 300) == 75)
    #expect(opticalResolution(edgeWidth: 1.7, replication: 1, dpi: 300) == 300)
  }
}

@Suite struct `Sharpness by direction` {
  /// Upright ticks, or crosses of slanted strokes as tall, a little soft as a scanner sees them.
  private func still(slanted: Bool) -> PaintedPage {
    var painted = PaintedPage().text(text { $0.xHeight = 26 })
    guard slanted else { return painted.blurred(0.8) }
    painted = PaintedPage()
    for left in stride(from: 80, to: 1100, by: 30) {
      for top in stride(from: 80, to: 1600, by: 60) {
        for step in 0..<20 {
          for x in [left + step, left + 19 - step] {
            painted = painted.filled(Box(x: x, y: top + step, width: 4, height: 2), with: 20)
          }
        }
      }
    }
    return painted.blurred(0.8)
  }

  /// A sheet that slid by six pixels while it was seen.
  private func moved(_ still: PaintedPage, byX stepX: Int, byY stepY: Int) -> PaintedPage {
    var moved = still
    for y in 0..<still.height - 6 {
      for x in 0..<still.width - 6 {
        let sum = (0..<6).reduce(0) {
          $0 + Int(still.pixels[(y + $1 * stepY) * still.width + x + $1 * stepX])
        }
        moved.pixels[y * still.width + x] = UInt8(sum / 6)
      }
    }
    return moved
  }

  @Test(arguments: [(0, 1, false), (1, 0, false), (1, 1, true)])
  func `is that of the softer one`(stepX: Int, stepY: Int, slanted: Bool) throws {
    let still = still(slanted: slanted)
    let sharp = try #require(measurements(of: page(still)).edgeGradient)
    let smeared = moved(still, byX: stepX, byY: stepY)
    #expect(try #require(measurements(of: page(smeared)).edgeGradient) < 0.75 * sharp)
  }

  @Test(arguments: [(1, 0, false), (1, 1, true)])
  func `is uneven where the sheet moved and even where it was out of focus`(
    stepX: Int, stepY: Int, slanted: Bool
  ) throws {
    func evenness(_ painted: PaintedPage) throws -> Double {
      try #require(measurements(of: page(painted)).print.edgeEvenness)
    }
    let still = still(slanted: slanted)
    #expect(try evenness(still) > 0.9)
    #expect(try evenness(still.blurred(2)) > 0.9)
    #expect(try evenness(moved(still, byX: stepX, byY: stepY)) < 0.8)
  }
}
