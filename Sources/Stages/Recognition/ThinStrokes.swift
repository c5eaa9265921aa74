/// For each cell of a grid whether a thin stroke that lies, thicker ink or paper is there or just above or below.
///
/// Those that stand are found in the grid turned on its side (`InkGrid.transposed`).
struct ThinStrokes {
  private let width: Int
  private let height: Int
  private var cells: [UInt8]
  private static let (thick, thin) = (UInt8(1), UInt8(2))

  /// `thickest` is how many cells high a stroke may be.
  init(in ink: InkGrid, thickest: Int) {
    (width, height) = (ink.width, ink.height)
    let own = ThinStrokes.kinds(in: ink, thickest: thickest)
    cells = own
    // Along the rows, since a pass down the columns waits for memory.
    for at in 0..<max(0, own.count - width) {
      cells[at] = max(cells[at], own[at + width])
      cells[at + width] = max(cells[at + width], own[at])
    }
  }

  private static func kinds(in ink: InkGrid, thickest: Int) -> [UInt8] {
    let (width, cells) = (ink.width, ink.cells.span)
    var heights = [UInt8](repeating: 0, count: cells.count)
    for at in cells.indices where cells[at] != 0 {
      let above = at >= width ? heights[at - width] : 0
      heights[at] = min(above, 254) + 1
    }
    // The lowest cell of a run knows its height.
    for at in stride(from: cells.count - width - 1, through: 0, by: -1) where heights[at] > 0 {
      heights[at] = max(heights[at], heights[at + width])
    }
    for at in heights.indices where heights[at] > 0 {
      heights[at] = Int(heights[at]) <= thickest ? thin : thick
    }
    return heights
  }

  /// How many cells of a way hold what.
  struct Tally {
    private(set) var thin = 0
    private(set) var thick = 0
    private(set) var bare = 0

    var count: Int { thin + thick + bare }
    /// The share of strokes in what thick ink does not hide, 0…1.
    var free: Double { Double(thin) / Double(max(1, thin + bare)) }
    /// The share that thick ink hides, 0…1.
    var hidden: Double { Double(thick) / Double(max(1, count)) }

    fileprivate mutating func add(_ cell: UInt8) {
      switch cell {
      case ThinStrokes.thin: thin += 1
      case ThinStrokes.thick: thick += 1
      default: bare += 1
      }
    }

    static func + (a: Tally, b: Tally) -> Tally {
      var sum = a
      sum.thin += b.thin
      sum.thick += b.thick
      sum.bare += b.bare
      return sum
    }
  }

  /// Whether a line is a stroke where it is not hidden: of letters it often is none.
  func isStroke(_ line: LevelLine) -> Bool {
    let tally = tally(from: line.left, to: line.right)
    return tally.free >= 0.6 && tally.hidden <= 0.6
  }

  /// What stands along the straight way between two points; what lies outside is bare.
  func tally(from: Point, to: Point) -> Tally {
    let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y))))
    let (dx, dy) = ((to.x - from.x) / Double(steps), (to.y - from.y) / Double(steps))
    var (tally, x, y) = (Tally(), from.x + dx / 2 + 0.5, from.y + dy / 2 + 0.5)
    let cells = cells.span
    for _ in 0..<steps {
      let isInside = x >= 0 && y >= 0 && x < Double(width) && y < Double(height)
      tally.add(isInside ? cells[Int(y) * width + Int(x)] : 0)
      x += dx
      y += dy
    }
    return tally
  }

  /// How many more cells hold a stroke than paper after each step of a way.
  func gains(from: Point, step: Point, count: Int) -> [Int] {
    var gains = [Int](repeating: 0, count: count)
    var (gain, x, y) = (0, from.x + step.x / 2 + 0.5, from.y + step.y / 2 + 0.5)
    let cells = cells.span
    for index in 0..<count {
      let isInside = x >= 0 && y >= 0 && x < Double(width) && y < Double(height)
      // 0, 1 and 2 count as -1, 0 and 1.
      gain += Int(isInside ? cells[Int(y) * width + Int(x)] : 0) - 1
      gains[index] = gain
      x += step.x
      y += step.y
    }
    return gains
  }
}

extension InkGrid {
  /// The grid with its rows as columns.
  var transposed: InkGrid {
    var result = InkGrid(width: height, height: width)
    for y in 0..<height {
      for x in 0..<width where cells[y * width + x] != 0 { result.cells[x * height + y] = 1 }
    }
    return result
  }
}
