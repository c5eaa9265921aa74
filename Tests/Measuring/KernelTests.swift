import Imaging
import Leptonica
import Measuring
import Painting
import Testing

/// Pictures on which a kernel must agree with its plain twin.
struct KernelCase: CustomTestStringConvertible {
  let testDescription: String
  let image: GrayImage

  init(_ name: String, _ width: Int, _ height: Int, _ value: (Int, Int) -> UInt8) {
    testDescription = name
    var pixels: [UInt8] = []
    for y in 0..<height { for x in 0..<width { pixels.append(value(x, y)) } }
    image = GrayImage(width: width, height: height, pixels: pixels)
  }

  static let all: [KernelCase] = {
    var random = SplitMix(seed: 7)
    return [
      KernelCase("white", 200, 150) { _, _ in 255 },
      KernelCase("black", 200, 150) { _, _ in 0 },
      KernelCase("checkerboard", 201, 151) { ($0 + $1) % 2 == 0 ? 0 : 255 },
      KernelCase("noise", 333, 257) { _, _ in UInt8(truncatingIfNeeded: random.next()) },
      KernelCase("1 pixel wide", 1, 300) { $1 % 3 == 0 ? 0 : 255 },
      KernelCase("1 pixel high", 300, 1) { x, _ in x % 3 == 0 ? 0 : 255 },
      KernelCase("8200 wide checkerboard", 8200, 9) { ($0 + $1) % 2 == 0 ? 0 : 255 },
      KernelCase("8200 high", 9, 8200) { ($0 + $1) % 2 == 0 ? 0 : 255 },
      KernelCase("stripes over tiles", 257, 129) { x, _ in x / 5 % 2 == 0 ? 40 : 230 },
    ]
  }()
}

@Suite struct `Kernels agree with their plain twins` {
  @Test(arguments: KernelCase.all) func `runs of ink`(row: KernelCase) {
    let map = paperMap(of: row.image)
    let runs = inkRuns(of: row.image, on: map)
    var starts: [Int32] = []
    var ends: [Int32] = []
    var first: [Int] = [0]
    for y in 0..<row.image.height {
      var wasInk = false
      for x in 0...row.image.width {
        let isInk =
          x < row.image.width
          && row.image.pixels[y * row.image.width + x] < map.threshold(x: x, y: y)
        if isInk && !wasInk { starts.append(Int32(x)) }
        if !isInk && wasInk { ends.append(Int32(x)) }
        wasInk = isInk
      }
      first.append(starts.count)
    }
    #expect([runs.starts, runs.ends] == [starts, ends])
    #expect(runs.firstOfRow == first)
  }

  @Test(arguments: KernelCase.all) func `pieces of ink`(row: KernelCase) throws {
    let map = paperMap(of: row.image)
    let pieces = inkPieces(of: inkRuns(of: row.image, on: map))
    let cut = GrayImage(
      width: row.image.width, height: row.image.height,
      pixels: row.image.pixels.enumerated().map { at, value in
        value < map.threshold(x: at % row.image.width, y: at / row.image.width) ? 0 : 255
      })
    let expected = try inkComponents(of: cut, below: 128)
    #expect(sorted(zip(pieces.boxes, pieces.areas)) == sorted(expected.map { ($0.box, $0.area) }))
  }

  private func sorted(_ pieces: some Sequence<(Box, Int)>) -> [[Int]] {
    pieces.map { [$0.y, $0.x, $0.width, $0.height, $1] }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: KernelCase.all) func `Immerkær's mask`(row: KernelCase) {
    let image = row.image
    guard image.height >= 3 else { return }
    let mask = [[1, -2, 1], [-2, 4, -2], [1, -2, 1]]
    for y in 1..<min(8, image.height - 1) {
      var sum = 0
      for x in stride(from: 1, to: image.width - 1, by: 1) {
        var value = 0
        for dy in -1...1 {
          for dx in -1...1 {
            value +=
              mask[dy + 1][dx + 1] * Int(image.pixels[(y + dy) * image.width + x + dx])
          }
        }
        sum += abs(value)
      }
      #expect(maskSum(image.row(y - 1), image.row(y), image.row(y + 1)) == sum)
    }
  }

  @Test(arguments: KernelCase.all) func `counts of hue`(row: KernelCase) {
    let bytes = row.image.pixels
    let count = bytes.count / 3
    guard count > 0 else { return }
    var counts = HueCounts()
    counts.add(bytes.span)
    var hue = 0
    var ink = 0
    for at in 0..<count {
      let channels = bytes[at * 3..<at * 3 + 3].map(Int.init)
      let order = channels.sorted()
      if order[2] - order[0] > 12 { hue += 1 }
      if order[2] - order[1] > 60, channels[1] != order[2] { ink += 1 }
    }
    #expect([counts.hue, counts.ink] == [hue, ink])
  }

  @Test(arguments: KernelCase.all) func `any picture can be measured`(row: KernelCase) {
    let found = measurements(of: page(.gray(row.image)))
    #expect([found.widthPixels, found.heightPixels] == [row.image.width, row.image.height])
  }
}

@Suite struct `Otsu's split` {
  @Test func `cuts two values in the middle and explains everything`() {
    var histogram = [Int](repeating: 0, count: 256)
    histogram[0] = 10
    histogram[255] = 90
    let split = otsuSplit(of: histogram)
    #expect([Double(split.threshold), split.separability] == [128, 1])
  }

  @Test func `explains nothing where there is one value`() {
    var histogram = [Int](repeating: 0, count: 256)
    histogram[200] = 100
    let split = otsuSplit(of: histogram)
    #expect([Double(split.threshold), split.separability] == [128, 0])
  }
}
