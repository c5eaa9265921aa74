import Foundation
import Imaging
import Ingest
import Measuring
import Painting
import Testing

@Suite struct `Colours of the paper` {
  private let print = PaintedPage().text(text())

  @Test(
    arguments: [
      ([1, 1, 1], 0.0, 1.0), ([1, 0.93, 0.78], 0, 5),  // white, yellowed
      ([0.85, 0.93, 1], 8, 30), ([1, 0.85, 0.9], 8, 30), ([0.85, 1, 0.87], 8, 30),
    ] as [([Double], Double, Double)])
  func `are no cast when age makes them`(factors: [Double], low: Double, high: Double) throws {
    let image = colored(print, factors)
    let cast = try #require(measurements(of: page(.color(image))).faults.colorCast)
    #expect(cast >= low && cast <= high)
  }

  /// A page with a ring of 36 mm and a stroke of blue ink.
  private func sealed(_ ring: [UInt8], blue: [UInt8] = [40, 60, 170]) -> PageFaults {
    let head = PaintedPage().text(text()).filled(
      Box(x: 0, y: 1000, width: 1240, height: 754), with: 240)
    let image = colored(head)
      .painted(ring) { x, y in
        let far = hypot(Double(x) - 400, Double(y) - 1300)
        return far > 102 && far < 107
      }
      .painted(blue) { x, y in (700..<1000).contains(x) && (1300..<1306).contains(y) }
    return measurements(of: page(.color(image))).faults
  }

  @Test func `are missed in a black seal beside blue ink only`() throws {
    #expect(sealed([40, 40, 42]).colorlessSeals?.count == 1)
    #expect(sealed([205, 40, 55]).colorlessSeals == [])
    #expect(sealed([40, 40, 42], blue: [40, 40, 40]).colorlessSeals == [])
  }

  @Test func `convert to CIELAB as the standard says`() {
    let red = LabColor(red: 255, green: 0, blue: 0)
    #expect(abs(red.lightness - 53.24) < 0.1 && abs(red.a - 80.09) < 0.1 && abs(red.b - 67.2) < 0.1)
    #expect(LabColor(red: 119, green: 119, blue: 119).chroma < 0.1)
  }
}

@Suite struct `What hides the page` {
  private let print = PaintedPage().text(text())

  private func folded(_ legs: (Int, Int), _ value: UInt8) -> PaintedPage {
    var painted = print
    for y in 0..<legs.1 {
      for x in 0..<legs.0 where x * legs.1 + y * legs.0 < legs.0 * legs.1 {
        painted.pixels[y * painted.width + painted.width - 1 - x] = value
      }
    }
    return painted
  }

  @Test(arguments: [UInt8(20), 150, 215]) func `a folded corner is boxed`(value: UInt8) throws {
    let box = try #require(faults(of: folded((110, 90), value)).foldedCorners?.first)
    #expect(abs(box.x - 1130) <= 12 && box.y == 0 && abs(box.height - 90) <= 12)
  }

  @Test func `a small corner, the wedge beside a crooked sheet and shade are no fold`() {
    #expect(faults(of: folded((40, 40), 150)).foldedCorners == [])
    #expect(faults(of: folded((300, 20), 20)).foldedCorners == [])
    #expect(faults(of: print.shaded(downTo: 0.7)).foldedCorners == [])
  }

  @Test func `a finger from the edge and a note on the text are boxed`() throws {
    let finger = colored(print).painted([205, 150, 125]) { x, y in
      x > 1100 && abs(y - 900) < 50 && (x > 1150 || hypot(Double(x) - 1150, Double(y) - 900) < 50)
    }
    let box = try #require(measurements(of: page(.color(finger))).faults.occlusions?.first)
    #expect(abs(box.x - 1100) <= 10 && box.maxX >= 1230)
    let note = colored(print).painted([250, 232, 110]) { x, y in
      (300..<700).contains(x) && (500..<900).contains(y)
    }
    #expect(measurements(of: page(.color(note))).faults.occlusions?.count == 1)
  }

  @Test func `a seal, a coloured band and a black border hide nothing`() {
    let seal = colored(print).painted([205, 40, 55]) { x, y in
      let far = hypot(Double(x) - 600, Double(y) - 1200)
      return far > 98 && far < 106
    }
    let band = colored(print).painted([60, 90, 200]) { _, y in (30..<90).contains(y) }
    let border = colored(print).painted([20, 20, 20]) { x, _ in x < 60 }
    for image in [seal, band, border] {
      #expect(measurements(of: page(.color(image))).faults.occlusions == [])
    }
  }
}
