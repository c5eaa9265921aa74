import Foundation
import Imaging

/// A picture without the rings of a black seal, in which print that a ring crosses keeps its letters.
///
/// On a grey or bilevel page a seal has the colour of print, and whatever touches its ring is one piece with it. A ring is
/// a line of one width, so its ink is taken away where a look along the radius finds no more than that width; where it
/// finds more, a letter crosses and stays (the way staff lines are taken out of music, Dalitz et al. 2008). On a grey page
/// print is darker than a seal, and what is as dark as print stays too.
struct RingErasure {
  /// The box of a ring, which may lie partly outside the picture.
  struct Place {
    let x: Int
    let y: Int
    let side: Int
  }

  private typealias Direction = (across: Double, down: Double)

  /// The centre, in pixels.
  private var x: Double
  private var y: Double
  private var pixels: [UInt8]
  private var ink: InkGrid
  /// Distances from the centre that are looked at, in pixels.
  private let reach: ClosedRange<Int>
  /// The level of the paper, and of the darkest print.
  private let paper: UInt8
  private let printLevel: Int

  /// Takes the seals' rings out of a picture, up to four of each.
  static func erased(_ places: [Place], from image: GrayImage, dpi: Int) -> GrayImage {
    places.reduce(image) { image, place in
      var erasure = RingErasure(place, on: image, millimetre: Double(dpi) / 25.4)
      var left = 4
      while left > 0, erasure.eraseClearest() { left -= 1 }
      return GrayImage(width: image.width, height: image.height, pixels: erasure.pixels)
    }
  }

  /// Sets the centre right, which the seal's box gives to a millimetre.
  private init(_ place: Place, on image: GrayImage, millimetre: Double) {
    pixels = image.pixels
    let histogram = image.pixels.reduce(into: [Int](repeating: 0, count: 256)) { $0[Int($1)] += 1 }
    let otsu = otsuSplit(of: histogram).threshold
    func level(_ share: Double, of levels: Range<Int>) -> Int {
      var left = share * Double(histogram[levels].reduce(0, +))
      return levels.first { level in
        left -= Double(histogram[level])
        return left <= 0
      } ?? levels.lowerBound
    }
    let bright = level(0.5, of: otsu..<256)
    paper = UInt8(bright)
    printLevel = level(0.2, of: 0..<otsu)
    // Thin lines are paler than letters.
    let threshold = (otsu + bright) / 2
    ink = InkGrid(width: image.width, height: image.height)
    for at in image.pixels.indices where Int(image.pixels[at]) < threshold { ink.cells[at] = 1 }
    let radius = Double(place.side) / 2
    (x, y) = (Double(place.x) + radius, Double(place.y) + radius)
    reach = max(3, Int(radius - 6 * millimetre))...Int(radius + 1.5 * millimetre)
    // First in steps of a quarter millimetre, then of a pixel or so.
    for (step, steps) in [(max(1, millimetre / 4), 4), (max(1, millimetre / 12), 3)] {
      let start = (x: x, y: y)
      var best = (sharpness: -1.0, x: x, y: y)
      for down in -steps...steps {
        for across in -steps...steps {
          (x, y) = (start.x + Double(across) * step, start.y + Double(down) * step)
          // A thick ring is covered from beside its centre too; thin ones are not.
          let sharpness = shares(angles: 120).reduce(0) { $0 + $1 * $1 * $1 }
          if sharpness > best.sharpness { best = (sharpness, x, y) }
        }
      }
      (x, y) = (best.x, best.y)
    }
  }

  /// The pixel at a distance from the centre in a direction, nil outside the picture.
  private func place(_ distance: Int, _ direction: Direction) -> Int? {
    let column = Int((x + Double(distance) * direction.across).rounded())
    let row = Int((y + Double(distance) * direction.down).rounded())
    return column >= 0 && row >= 0 && column < ink.width && row < ink.height
      ? row * ink.width + column : nil
  }

  private static func directions(_ count: Int) -> [Direction] {
    (0..<count).map { step in
      let angle = 2 * Double.pi * Double(step) / Double(count)
      return (cos(angle), sin(angle))
    }
  }

  /// How much of the circle at each distance of the reach has ink on it or a pixel beside, 0…1, of what lies in the picture.
  private func shares(angles: Int) -> [Double] {
    var seen = [Int](repeating: 0, count: reach.count)
    var inked = seen
    for direction in Self.directions(angles) {
      let line = reach.map { place($0, direction).map { ink.cells[$0] != 0 } }
      for index in line.indices.dropFirst().dropLast() {
        guard let own = line[index] else { continue }
        seen[index] += 1
        if own || line[index - 1] ?? false || line[index + 1] ?? false { inked[index] += 1 }
      }
    }
    return zip(seen, inked).map { $0 * 4 < angles ? 0 : Double($1) / Double($0) }
  }

  /// Takes out the ring that most of a circle shows; false when of none more than half is there.
  private mutating func eraseClearest() -> Bool {
    let shares = shares(angles: 720)
    guard let clearest = shares.indices.max(by: { shares[$0] < shares[$1] }),
      shares[clearest] >= 0.55
    else { return false }
    let ring = reach.lowerBound + clearest
    let lines = Self.directions(Int(4 * Double.pi * Double(ring))).compactMap { direction in
      line(at: ring, direction).map { (direction: direction, run: $0) }
    }
    guard !lines.isEmpty else { return false }
    let width = lines.map(\.run.count).sorted()[lines.count / 2]
    let middles = lines.filter { $0.run.count <= width }.map {
      ($0.run.lowerBound + $0.run.upperBound) / 2
    }.sorted()
    let middle = middles[middles.count / 2]
    let levels = lines.compactMap { place(middle, $0.direction).map { Int(pixels[$0]) } }.sorted()
    let own = levels[levels.count / 2]
    // Print tells itself where it is clearly darker.
    let dark = own - printLevel > 30 ? (own + printLevel) / 2 : nil
    for (direction, run) in lines {
      let isAlone = run.count <= width + max(1, width / 2)
      guard isAlone || dark != nil else { continue }
      let erased = isAlone ? run : run.clamped(to: middle - width...middle + width)
      for distance in (erased.lowerBound - 1)...(erased.upperBound + 1) {
        guard let at = place(distance, direction) else { continue }
        if let dark, Int(pixels[at]) < dark { continue }
        pixels[at] = paper
        ink.cells[at] = 0
      }
    }
    return true
  }

  /// The run of ink along the radius that holds the ring, up to two pixels off: a seal is not quite round.
  private func line(at ring: Int, _ direction: Direction) -> ClosedRange<Int>? {
    func isInk(_ distance: Int) -> Bool {
      place(distance, direction).map { ink.cells[$0] != 0 } ?? false
    }
    guard let start = [0, 1, -1, 2, -2].map({ ring + $0 }).first(where: isInk) else { return nil }
    var (low, high) = (start, start)
    while high - low < 60, isInk(low - 1) { low -= 1 }
    while high - low < 60, isInk(high + 1) { high += 1 }
    return low...high
  }
}
