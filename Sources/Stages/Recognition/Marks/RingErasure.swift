import Foundation
import Imaging
import Leptonica

/// A picture without the rings of a black seal, in which print that a ring crosses keeps its letters.
///
/// On a grey or bilevel page a seal has the colour of print, and whatever touches its ring is one piece with it. A ring is
/// a line of one width, so its ink is taken away where a look along the radius finds no more than that width; where it
/// finds more, a letter crosses and stays (the way staff lines are taken out of music, Dalitz et al. 2008).
struct RingErasure {
  /// The box of a ring, which may lie partly outside the picture.
  struct Place {
    let x: Int
    let y: Int
    let side: Int
  }

  /// The centre, in pixels.
  private var x: Double
  private var y: Double
  private let ink: InkGrid
  /// Distances from the centre that are looked at, in pixels.
  private let reach: ClosedRange<Int>

  /// Takes the seals' rings out of a picture.
  static func erased(
    _ boxes: [Place], from image: GrayImage, dpi: Int
  ) throws(LeptonicaError) -> GrayImage {
    guard !boxes.isEmpty else { return image }
    let threshold = otsuThreshold(of: image)
    var ink = InkGrid(width: image.width, height: image.height)
    for at in image.pixels.indices where Int(image.pixels[at]) < threshold { ink.cells[at] = 1 }
    var pixels = image.pixels
    for box in boxes {
      let ring = RingErasure(box, on: ink, millimetre: Double(dpi) / 25.4)
      for at in ring.places { pixels[at] = 255 }
    }
    return GrayImage(width: image.width, height: image.height, pixels: pixels)
  }

  /// Sets the centre right, which the seal's box gives to half a millimetre.
  private init(
    _ box: Place, on ink: InkGrid, millimetre: Double
  ) {
    self.ink = ink
    let radius = Double(box.side) / 2
    (x, y) = (Double(box.x) + radius, Double(box.y) + radius)
    reach = max(1, Int(radius - 5 * millimetre))...Int(radius + 1.5 * millimetre)
    let (startX, startY) = (x, y)
    let step = max(1, millimetre / 12)
    var best = (share: -1.0, x: x, y: y)
    for down in stride(from: -12, through: 12, by: 1) {
      for across in stride(from: -12, through: 12, by: 1) {
        (x, y) = (startX + Double(across) * step, startY + Double(down) * step)
        let share = shares(angles: 90).max() ?? 0
        if share > best.share { best = (share, x, y) }
      }
    }
    (x, y) = (best.x, best.y)
  }

  /// How much of the circle at each distance of the reach has ink, 0…1, of what lies in the picture.
  private func shares(angles: Int) -> [Double] {
    var (seen, inked) = ([Int](repeating: 0, count: reach.count), [Int](repeating: 0, count: reach.count))
    for step in 0..<angles {
      let angle = 2 * Double.pi * Double(step) / Double(angles)
      let (across, down) = (cos(angle), sin(angle))
      for (place, distance) in reach.enumerated() {
        let (column, row) = (Int(x + Double(distance) * across), Int(y + Double(distance) * down))
        guard column >= 0, row >= 0, column < ink.width, row < ink.height else { continue }
        seen[place] += 1
        inked[place] += Int(ink.cells[row * ink.width + column])
      }
    }
    return zip(seen, inked).map { $0 * 4 < angles ? 0 : Double($1) / Double($0) }
  }

  /// The distances at which a ring runs: three fifths of the circle have ink.
  private var rings: [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for (place, share) in shares(angles: 720).enumerated() where share >= 0.6 {
      let distance = reach.lowerBound + place
      if let last = found.last, last.upperBound == distance - 1 {
        found[found.count - 1] = last.lowerBound...distance
      } else {
        found.append(distance...distance)
      }
    }
    return found
  }

  /// The pixels that are the rings' alone, with the grey rim on both sides.
  private var places: Set<Int> {
    var places: Set<Int> = []
    for ring in rings {
      let width = ring.count + 2
      let middle = (ring.lowerBound + ring.upperBound) / 2
      let steps = Int(4 * Double.pi * Double(ring.upperBound))
      for step in 0..<steps {
        let angle = 2 * Double.pi * Double(step) / Double(steps)
        let (across, down) = (cos(angle), sin(angle))
        func place(_ distance: Int) -> Int? {
          let (column, row) = (Int(x + Double(distance) * across), Int(y + Double(distance) * down))
          return column >= 0 && row >= 0 && column < ink.width && row < ink.height
            ? row * ink.width + column : nil
        }
        func isInk(_ distance: Int) -> Bool { place(distance).map { ink.cells[$0] != 0 } ?? false }
        // The seal is not quite round: the line is looked for a little to both sides.
        guard let start = [0, 1, -1, 2, -2, 3, -3].map({ middle + $0 }).first(where: isInk) else { continue }
        var (low, high) = (start, start)
        while high - low <= 2 * width, isInk(low - 1) { low -= 1 }
        while high - low <= 2 * width, isInk(high + 1) { high += 1 }
        guard high - low + 1 <= width + width / 2 else { continue }
        for distance in (low - 1)...(high + 1) {
          if let at = place(distance) { places.insert(at) }
        }
      }
    }
    return places
  }
}
