import Imaging

/// The upper rows of a page as means of cells of a quarter of a millimetre, with the paper around each.
struct CellMeans {
  /// Pixels a side of a cell.
  let cell: Int
  /// Cells a millimetre.
  let millimetre: Double
  private let width: Int
  private let height: Int
  private let means: [UInt8]
  /// The level of the paper of each square of 64 × 64 cells, row by row.
  private let paper: [Int]
  private let darkest: Int
  private static let square = 64

  /// Takes the means of the first rows of an image, each over its cell and so many pixels around it.
  init(of image: GrayImage, rows: Int, dpi: Int, around rim: Int = 0) {
    let cell = max(1, Int((Double(dpi) / 100).rounded()))
    let (width, height) = (max(1, image.width / cell), max(1, rows / cell))
    var means = [UInt8](repeating: 255, count: width * height)
    var sums = [Int](repeating: 0, count: width)
    let area = (cell + 2 * rim) * (cell + 2 * rim)
    let pixels = image.pixels.span
    for row in 0..<height where image.width >= cell && (row + 1) * cell <= image.height {
      for column in 0..<width { sums[column] = 0 }
      for y in row * cell - rim..<(row + 1) * cell + rim {
        let start = min(max(0, y), image.height - 1) * image.width
        for column in 0..<width {
          let (from, to) = (column * cell - rim, (column + 1) * cell + rim)
          var sum = 0
          if from >= 0, to <= image.width {
            for at in start + from..<start + to { sum += Int(pixels[at]) }
          } else {
            for x in from..<to { sum += Int(pixels[start + min(max(0, x), image.width - 1)]) }
          }
          sums[column] += sum
        }
      }
      for column in 0..<width { means[row * width + column] = UInt8(sums[column] / area) }
    }
    var paper: [Int] = []
    for top in stride(from: 0, to: height, by: Self.square) {
      for left in stride(from: 0, to: width, by: Self.square) {
        var histogram = [Int](repeating: 0, count: 256)
        let (bottom, right) = (min(height, top + Self.square), min(width, left + Self.square))
        for y in top..<bottom {
          for x in left..<right { histogram[Int(means[y * width + x])] += 1 }
        }
        // In a square of 16 mm more is paper than ink: the level that two fifths lie above.
        var (level, seen) = (255, 0)
        while level > 0, (seen + histogram[level]) * 5 < (bottom - top) * (right - left) * 2 {
          seen += histogram[level]
          level -= 1
        }
        paper.append(level)
      }
    }
    darkest = Int(means.min() ?? 0)
    self.cell = cell
    self.width = width
    self.height = height
    self.means = means
    self.paper = paper
    millimetre = Double(dpi) / 25.4 / Double(cell)
  }

  /// The cells that are darker than the paper around them by a share of the whole range, and by so many levels.
  func ink(darkerBy share: Double, andBy least: Int = 18) -> InkGrid {
    var grid = InkGrid(width: width, height: height)
    let squares = (width + Self.square - 1) / Self.square
    let limits = paper.map { level in
      UInt8(clamping: level - max(least, Int(share * Double(level - darkest))))
    }
    let means = means.span
    for y in 0..<height {
      for square in 0..<squares {
        let limit = limits[y / Self.square * squares + square]
        let left = y * width + square * Self.square
        for at in left..<min(left + Self.square, (y + 1) * width) {
          grid.cells[at] = means[at] < limit ? 1 : 0
        }
      }
    }
    return grid
  }
}
