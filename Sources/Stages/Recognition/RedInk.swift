import Imaging

/// What counts as red ink on one page: redder than its paper by a margin.
///
/// R − G above 36 and R − B above 16 beyond the paper, R above 100. Seals and stamps on white paper have
/// R − max(G, B) above 40 and R above 110 (page-quality notes, 4.3); the margins here are wider so that
/// brown and magenta ink and the chroma that JPEG 4:2:0 smears count too. Blue ink has R − B below 0, black
/// print R below 100, and on brown covers the paper itself is taken off.
struct RedInk: Equatable {
  /// R − G must be above this.
  let overGreen: Int16
  /// R − B must be above this.
  let overBlue: Int16
  /// The green of the paper.
  let paperGreen: UInt8

  /// Looks at every 16th pixel of every 16th row for the colour of the paper: the medians.
  init(on image: ColorImage) {
    var greens = [Int](repeating: 0, count: 256)
    var overGreens = [Int](repeating: 0, count: 511)
    var overBlues = [Int](repeating: 0, count: 511)
    let pixels = image.pixels.span
    var samples = 0
    for y in stride(from: 0, to: image.height, by: 16) {
      for x in stride(from: 0, to: image.width, by: 16) {
        let at = (y * image.width + x) * 3
        let (red, green, blue) = (Int(pixels[at]), Int(pixels[at + 1]), Int(pixels[at + 2]))
        greens[green] += 1
        overGreens[red - green + 255] += 1
        overBlues[red - blue + 255] += 1
        samples += 1
      }
    }
    func median(_ histogram: [Int]) -> Int {
      var seen = 0
      return histogram.firstIndex {
        seen += $0
        return seen * 2 >= samples
      } ?? 0
    }
    overGreen = Int16(36 + max(0, median(overGreens) - 255))
    overBlue = Int16(16 + max(0, median(overBlues) - 255))
    paperGreen = UInt8(clamping: max(120, median(greens)))
  }

  /// Whether a pixel shows red ink.
  @inline(__always)
  func shows(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool {
    let red = Int16(red)
    return red > 100 && red &- Int16(green) > overGreen && red &- Int16(blue) > overBlue
  }

  /// The red ink of a page on a grid of `cell` × `cell` pixels; a fifth of a cell makes it ink.
  ///
  /// One pass over the pixels without branches on them; a rim narrower than a cell is left out.
  func grid(of image: ColorImage, cell: Int) -> InkGrid {
    var grid = InkGrid(width: max(1, image.width / cell), height: max(1, image.height / cell))
    guard image.width >= cell, image.height >= cell, cell <= 15 else { return grid }
    // A cell holds at most 15 · 15 pixels, which a byte counts.
    var counts = [UInt8](repeating: 0, count: grid.width)
    for row in 0..<grid.height {
      for column in counts.indices { counts[column] = 0 }
      for y in row * cell..<(row + 1) * cell {
        let start = y * image.width * 3
        let line = image.pixels.span.extracting(start..<start + grid.width * cell * 3)
        var at = 0
        for column in 0..<grid.width {
          var count: UInt8 = 0
          for _ in 0..<cell {
            let red = Int16(line[at])
            let isBright: UInt8 = red > 100 ? 1 : 0
            let isOverGreen: UInt8 = red &- Int16(line[at &+ 1]) > overGreen ? 1 : 0
            let isOverBlue: UInt8 = red &- Int16(line[at &+ 2]) > overBlue ? 1 : 0
            count &+= isBright & isOverGreen & isOverBlue
            at &+= 3
          }
          counts[column] &+= count
        }
      }
      let base = row * grid.width
      for column in 0..<grid.width where Int(counts[column]) * 5 >= cell * cell {
        grid.cells[base + column] = 1
      }
    }
    return grid
  }
}
