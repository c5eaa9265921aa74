import Imaging

/// The ink of a slot, told from the print around it.
///
/// What lies between the printed neighbours and on their line is kept; dots and rules of a leader, the ends of
/// letters that reach in, and lines above and below go. It fails where a pen leaves the line by more than its height.
struct SlotInk {
  /// Ink as shares of black, in pixels of the crop.
  private(set) var picture: InkPicture
  /// The pieces that were kept.
  private(set) var pieces: [Box]
  /// The box of all that was kept, nil when nothing was.
  let box: Box?
  /// The size of the type of the line, in pixels.
  let size: Double
  /// The slot itself, in pixels of the crop.
  let slot: Box

  /// `image` is the part of a page around a slot that lies there at `slot`.
  init(_ image: GrayImage, slot: Box) {
    self.slot = slot
    size = Double(slot.height) / 0.67
    let tone = SlotTone(image)
    var grid = InkGrid(width: image.width, height: image.height)
    for at in grid.cells.indices where image.pixels[at] < tone.threshold { grid.cells[at] = 1 }
    grid.eraseRules(longerThan: Int(0.8 * size), thinnerThan: max(2, Int(0.13 * size)))
    let labelled = LabelledPieces(grid)
    let columns = labelled.columns(width: grid.width)
    var kept: [Int32: ClosedRange<Int>] = [:]
    for (index, piece) in labelled.pieces.enumerated() {
      if labelled.isSlash(Int32(index), in: grid, at: slot.maxX, size: size) { continue }
      if let range = SlotInk.keptColumns(
        of: piece.box, ink: columns[index], slot: slot, size: size)
      {
        kept[Int32(index)] = range
      }
    }
    picture = InkPicture(width: image.width, height: image.height)
    var boxes: [Int32: Box] = [:]
    for y in 0..<grid.height {
      for x in 0..<grid.width {
        let at = y * grid.width + x
        let label = labelled.labels[at]
        guard label >= 0, let range = kept[label], range.contains(x) else { continue }
        picture.values[at] = tone.share(image.pixels[at])
        let pixel = Box(x: x, y: y, width: 1, height: 1)
        boxes[label] = boxes[label]?.union(pixel) ?? pixel
      }
    }
    pieces = boxes.sorted { $0.key < $1.key }.map(\.value)
    box = pieces.union
  }

  /// Whether the piece is too small for a sign: a dot of a leader, of a colon, dust.
  private static func isDot(_ box: Box, size: Double) -> Bool {
    Double(max(box.width, box.height)) < 0.17 * size
  }

  /// The columns of a piece that belong to the slot; nil when none do.
  private static func keptColumns(
    of box: Box, ink: [Int], slot: Box, size: Double
  ) -> ClosedRange<Int>? {
    guard !isDot(box, size: size) else { return nil }
    // A dash or a rule; the bar of a 5 is shorter.
    let isFlat = Double(box.height) < 0.14 * size && Double(box.width) > 0.6 * size
    let onLine = min(box.maxY, slot.maxY) - max(box.y, slot.y)
    guard !isFlat, Double(onLine) > 0.3 * Double(box.height),
      abs(box.midY - slot.midY) < 0.7 * size
    else { return nil }
    var inside = 0
    for (offset, count) in ink.enumerated() where (slot.x..<slot.maxX).contains(box.x + offset) {
      inside += count
    }
    let all = ink.reduce(0, +)
    let overlap = Double(min(box.maxX, slot.maxX) - max(box.x, slot.x))
    // A pen may begin on the printed word; a letter may end in the slot.
    if inside * 5 >= all * 3 {
      let reach = Int((inside * 10 >= all * 8 ? 0.35 : 0.1) * size)
      return max(box.x, slot.x - reach)...min(box.maxX - 1, slot.maxX - 1 + reach)
    }
    guard overlap > 0.3 * size, inside > 0 else { return nil }
    return max(box.x, slot.x)...min(box.maxX - 1, slot.maxX - 1)
  }
}

/// What is paper and what is ink in the picture of a slot.
struct SlotTone {
  /// Values below it are ink: a third of the way from paper to print, since pens are paler than print.
  let threshold: UInt8
  private let scale: Float

  init(_ image: GrayImage) {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in image.pixels { histogram[Int(pixel)] += 1 }
    func level(_ share: Double) -> Int {
      var left = Int(share * Double(image.pixels.count))
      for (value, count) in histogram.enumerated() {
        left -= count
        if left < 0 { return value }
      }
      return 255
    }
    let (dark, paper) = (level(0.01), level(0.7))
    let contrast = max(20, paper - dark)
    threshold = UInt8(max(1, min(255, paper - max(12, contrast * 35 / 100))))
    scale = 1 / (0.4 * Float(contrast))
  }

  /// 0 for paper, 1 for ink, a half at the threshold.
  func share(_ value: UInt8) -> Float {
    max(0, min(1, 0.5 + (Float(threshold) - Float(value)) * scale))
  }
}

extension LabelledPieces {
  /// The ink of each piece in each column of its box.
  fileprivate func columns(width: Int) -> [[Int]] {
    var columns = pieces.map { [Int](repeating: 0, count: $0.box.width) }
    for (at, label) in labels.enumerated() where label >= 0 {
      columns[Int(label)][at % width - pieces[Int(label)].box.x] += 1
    }
    return columns
  }
}

extension LabelledPieces {
  /// Whether a piece is the printed slash that ends a slot: a straight stroke that leans right across its end.
  fileprivate func isSlash(_ label: Int32, in grid: InkGrid, at end: Int, size: Double) -> Bool {
    let box = pieces[Int(label)].box
    guard box.midX > Double(end) - 0.15 * size, Double(box.height) > 0.6 * size,
      (0.15...0.55).contains(Double(box.width) / size)
    else { return false }
    // The middle of each row moves left as a line does, within an eighth of the width.
    let lean = Double(box.width) * 0.8 / Double(box.height)
    var off = 0
    for y in box.y..<box.maxY {
      let columns = (box.x..<box.maxX).filter { labels[y * grid.width + $0] == label }
      guard let first = columns.first, let last = columns.last else { continue }
      let expected = box.midX + (box.midY - Double(y)) * lean
      if abs(Double(first + last + 1) / 2 - expected) > 0.07 * size { off += 1 }
    }
    return off * 5 < box.height
  }
}

extension InkGrid {
  /// Takes rules away: runs of a row longer than `length`, where they are thinner than `thickness`.
  ///
  /// A stroke that crosses the rule is thicker there and stays.
  fileprivate mutating func eraseRules(longerThan length: Int, thinnerThan thickness: Int) {
    var onRule: [(x: Int, y: Int)] = []
    for y in 0..<height {
      var start = 0
      for x in 0...width where x == width || cells[y * width + x] == 0 {
        if x - start > length { for column in start..<x { onRule.append((column, y)) } }
        start = x + 1
      }
    }
    let thin = onRule.filter { x, y in
      var (top, bottom) = (y, y)
      while isInk(x, top - 1) && y - top <= thickness { top -= 1 }
      while isInk(x, bottom + 1) && bottom - y <= thickness { bottom += 1 }
      return bottom - top + 1 <= thickness
    }
    for (x, y) in thin { cells[y * width + x] = 0 }
  }
}
