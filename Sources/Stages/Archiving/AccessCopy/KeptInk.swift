import Imaging

/// The regions of seals, signatures and handwriting: ink with a colour, and ink where no word was read.
///
/// Looked for on a grid: cells with such ink that touch or nearly touch make up a region. What is smaller
/// than a hand writes is left to the layers; so are frames and rules, which are longer than any hand's.
func keptInk(on image: ColorImage, _ print: InkMap, words: [Box], in cells: inout KeptCells) {
  let side = 16
  let (columns, rows) = (image.width / side, image.height / side)
  guard columns > 4, rows > 4 else { return }
  var colored = InkCells(columns: columns, rows: rows)
  var unread = InkCells(columns: columns, rows: rows)
  let paper = paperChroma(of: image)
  for row in 0..<rows {
    for column in 0..<columns {
      var (hue, ink) = (0, 0)
      for y in row * side..<(row + 1) * side {
        for x in column * side..<(column + 1) * side {
          let at = y * image.width + x
          let chroma = Chroma(
            image.pixels[at * 3], image.pixels[at * 3 + 1], image.pixels[at * 3 + 2])
          if chroma.spread > paper + 44, chroma.least < 200 { hue += 1 }
          ink += Int(print.cells[at])
        }
      }
      // A twentieth of a cell is a stroke that crosses it.
      if hue * 20 >= side * side { colored.mark(column, row) }
      if ink * 20 >= side * side { unread.mark(column, row) }
    }
  }
  for word in words {
    let box = word.grown(by: side / 2, within: image.width, image.height)
    for row in box.y / side...min(rows - 1, box.maxY / side) {
      for column in box.x / side...min(columns - 1, box.maxX / side) { unread.clear(column, row) }
    }
  }
  // Seals and pen strokes of 4 mm at 200 dpi are two cells wide.
  let inks = colored.groups(gap: 2).filter {
    $0.box.width >= 2 && $0.box.height >= 2 && $0.box.area >= 8
  }
  // A signature is some centimetres wide; a table's frame is wider, a speck smaller.
  let hands = unread.groups(gap: 1).filter { group in
    let box = group.box
    return box.width >= 5 && box.height >= 3 && box.width < columns / 2 && box.height < rows / 5
      && unread.count(in: box) * 12 >= box.area
  }
  for group in inks + hands {
    cells.claim(group.cells.map { Box(x: $0.x * side, y: $0.y * side, width: side, height: side) })
  }
}

/// How far the channels of a colour lie apart.
private struct Chroma {
  let spread: Int
  let least: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let most = max(red, max(green, blue))
    least = min(red, min(green, blue))
    spread = Int(most) - Int(least)
  }
}

/// The median spread of every 16th pixel: that of the paper.
private func paperChroma(of image: ColorImage) -> Int {
  var histogram = [Int](repeating: 0, count: 256)
  var count = 0
  for y in stride(from: 0, to: image.height, by: 16) {
    for x in stride(from: 0, to: image.width, by: 16) {
      let at = (y * image.width + x) * 3
      histogram[Chroma(image.pixels[at], image.pixels[at + 1], image.pixels[at + 2]).spread] += 1
      count += 1
    }
  }
  var seen = 0
  return histogram.firstIndex {
    seen += $0
    return seen * 2 >= count
  } ?? 0
}

/// Marked cells of a grid.
private struct InkCells {
  let columns: Int
  let rows: Int
  private var marks: [Bool]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    marks = [Bool](repeating: false, count: columns * rows)
  }

  mutating func mark(_ column: Int, _ row: Int) { marks[row * columns + column] = true }
  mutating func clear(_ column: Int, _ row: Int) { marks[row * columns + column] = false }

  func count(in box: Box) -> Int {
    (box.y..<box.maxY).reduce(0) { sum, row in
      sum + (box.x..<box.maxX).count { marks[row * columns + $0] }
    }
  }

  /// The marked cells that lie at most `gap` cells apart, and their box.
  func groups(gap: Int) -> [(box: Box, cells: [(x: Int, y: Int)])] {
    var seen = [Bool](repeating: false, count: marks.count)
    var groups: [(box: Box, cells: [(x: Int, y: Int)])] = []
    for start in marks.indices where marks[start] && !seen[start] {
      var waiting = [start]
      seen[start] = true
      var (left, top, right, bottom) = (columns, rows, 0, 0)
      var cells: [(x: Int, y: Int)] = []
      while let cell = waiting.popLast() {
        let (x, y) = (cell % columns, cell / columns)
        cells.append((x, y))
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
        for ny in max(0, y - gap)...min(rows - 1, y + gap) {
          for nx in max(0, x - gap)...min(columns - 1, x + gap) {
            let next = ny * columns + nx
            if marks[next], !seen[next] {
              seen[next] = true
              waiting.append(next)
            }
          }
        }
      }
      let box = Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
      groups.append((box, cells))
    }
    return groups
  }
}
