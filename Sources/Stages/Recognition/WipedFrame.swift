import Imaging

/// A level picture of a stamp without the lines of its frame.
///
/// A frame is told from letters by its pieces: hollow and nearly as large as the stamp, or straight, long
/// and thin. Of such pieces only the long straight runs are wiped, since letters may touch them.
struct WipedFrame {
  /// Letters black on white.
  let image: GrayImage
  /// What holds all letters, nil when there are none.
  let text: Box?
  /// The median height of the letters in pixels, marks above and below included.
  let letterHeight: Int
  /// Whether three or all of the four level lines of a double frame are there.
  let isDoubleFramed: Bool

  init(_ level: GrayImage, millimetre: Double) {
    var ink = InkGrid(width: level.width, height: level.height)
    for index in ink.cells.indices where level.pixels[index] < 140 { ink.cells[index] = 1 }
    // Worn ink leaves gaps of a pixel or two.
    let isDoubleFramed = hasDoubleFrame(ink.dilated(x: 1, y: 1), millimetre: millimetre)
    let whole = LabelledPieces(ink)
    let frames = whole.pieces.map { isFrame($0, of: whole) }
    // Letters that touch the frame are part of its piece: they are what is left without its lines.
    var frame = InkGrid(width: level.width, height: level.height)
    for index in ink.cells.indices where ink.cells[index] != 0 && frames[Int(whole.labels[index])] {
      frame.cells[index] = 1
    }
    let left = frame.dilated(x: 1, y: 1).withoutLongRuns()
    for index in ink.cells.indices where frame.cells[index] != 0 && left.cells[index] == 0 {
      ink.cells[index] = 0
    }
    let cut = LabelledPieces(ink)
    self.init(
      level, keeping: cut, letters: lettersOf(cut, millimetre: millimetre),
      isDoubleFramed: isDoubleFramed)
  }

  private init(
    _ level: GrayImage, keeping labelled: LabelledPieces, letters: [Bool], isDoubleFramed: Bool
  ) {
    let boxes = zip(labelled.pieces, letters).filter(\.1).map(\.0.box)
    let heights = boxes.map(\.height).sorted()
    letterHeight = heights.isEmpty ? 0 : heights[heights.count / 2]
    // Marks and dots near the letters belong to the text, specks farther off do not.
    text = boxes.union.map {
      $0.grown(by: heights[heights.count / 2] / 2, within: level.width, level.height)
    }
    self.isDoubleFramed = isDoubleFramed
    var pixels = level.pixels
    var kept = InkGrid(width: level.width, height: level.height)
    let frames = labelled.pieces.map { isFrame($0, of: labelled) }
    for (index, label) in labelled.labels.enumerated() where label >= 0 && !frames[Int(label)] {
      kept.cells[index] = 1
    }
    // The soft rim of a letter is lighter than what counts as ink.
    let rim = kept.dilated(x: 1, y: 1)
    for index in pixels.indices where rim.cells[index] == 0 { pixels[index] = 255 }
    image = GrayImage(width: level.width, height: level.height, pixels: pixels)
  }
}

/// Which pieces are letters: 1.3 to 25 mm high, not part of a frame.
private func lettersOf(_ labelled: LabelledPieces, millimetre: Double) -> [Bool] {
  labelled.pieces.map { piece in
    let height = Double(piece.box.height) / millimetre
    return height >= 1.3 && height <= 25 && piece.box.width <= 12 * piece.box.height
      && !isFrame(piece, of: labelled)
  }
}

/// Whether a piece is a side of a frame or a frame: hollow and large, or long and thin.
private func isFrame(_ piece: LabelledPieces.Piece, of labelled: LabelledPieces) -> Bool {
  guard let whole = labelled.pieces.map(\.box).union else { return false }
  let (width, height) = (piece.box.width, piece.box.height)
  let isLarge = width * 2 >= whole.width && height * 100 >= whole.height * 45
  if isLarge, labelled.pieces.count > 1, piece.area * 100 < piece.box.area * 45 { return true }
  // A frame that print crosses falls into corners and sides: thinner than any letter of that size.
  let isCorner = width * 4 >= whole.width || height * 5 >= whole.height * 2
  if isCorner, piece.area * 6 < piece.box.area { return true }
  let isFlat = width >= 8 * height && width * 5 >= whole.width
  let isUpright = height >= 8 * width && height * 5 >= whole.height * 2
  return isFlat || isUpright
}

/// Whether three or more lines run over 55 % of the width, in the upper and in the lower half.
private func hasDoubleFrame(_ ink: InkGrid, millimetre: Double) -> Bool {
  guard let whole = LabelledPieces(ink).pieces.map(\.box).union, whole.height > 4 else {
    return false
  }
  var lines: [(from: Int, to: Int)] = []
  for y in whole.y..<whole.maxY {
    let covered = ink.count(in: Box(x: whole.x, y: y, width: whole.width, height: 1))
    guard covered * 100 >= whole.width * 55 else { continue }
    if let last = lines.last, last.to == y {
      lines[lines.count - 1].to = y + 1
    } else {
      lines.append((y, y + 1))
    }
  }
  let middle = whole.midY
  // A bar as thick as 2 mm is no line of a frame.
  let thin = lines.filter { Double($0.to - $0.from) <= 2 * millimetre }
  // A worn stamp or print across it may hide one of the four lines.
  let above = thin.count { Double($0.to) < middle }
  let below = thin.count { Double($0.from) > middle }
  return above >= 1 && below >= 1 && above + below >= 3
}

extension InkGrid {
  /// The ink without level runs over a third of the width and upright runs over six tenths of the height.
  fileprivate func withoutLongRuns() -> InkGrid {
    var result = self
    for y in 0..<height {
      result.wipe(from: self, start: y * width, step: 1, count: width, longerThan: width / 3)
    }
    for x in 0..<width {
      result.wipe(from: self, start: x, step: width, count: height, longerThan: height * 6 / 10)
    }
    return result
  }

  private mutating func wipe(
    from source: InkGrid, start: Int, step: Int, count: Int, longerThan limit: Int
  ) {
    var run = 0
    for index in 0...count {
      if index < count, source.cells[start + index * step] != 0 {
        run += 1
        continue
      }
      if run > limit {
        for back in index - run..<index { cells[start + back * step] = 0 }
      }
      run = 0
    }
  }
}
