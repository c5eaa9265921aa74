import Imaging

/// A level picture of a stamp without the lines of its frame.
///
/// A frame is told from letters by its pieces: hollow and nearly as large as the stamp, or straight, long
/// and thin. Where the letters touch it, only its long straight runs are wiped.
struct WipedFrame {
  /// Letters black on white.
  let image: GrayImage
  /// What holds all letters, nil when there are none.
  let text: Box?
  /// The median height of the letters in pixels, marks above and below included.
  let letterHeight: Int
  /// Whether two lines run along the top and two along the bottom.
  let isDoubleFramed: Bool

  init(_ level: GrayImage, millimetre: Double) {
    var ink = InkGrid(width: level.width, height: level.height)
    for index in ink.cells.indices where level.pixels[index] < 140 { ink.cells[index] = 1 }
    // Worn ink leaves gaps of a pixel or two.
    let bridged = ink.dilated(x: 1, y: 1)
    let isDoubleFramed = hasDoubleFrame(bridged, millimetre: millimetre)
    let whole = LabelledPieces(bridged)
    let letters = lettersOf(whole, millimetre: millimetre)
    if letters.contains(true) || whole.pieces.isEmpty {
      self.init(
        level, keeping: whole, letters: letters, isDoubleFramed: isDoubleFramed)
      return
    }
    let cut = LabelledPieces(bridged.withoutLongRuns())
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
    for index in pixels.indices where pixels[index] != 255 {
      let label = Int(labelled.labels[index])
      let isKept = label >= 0 && !isFrame(labelled.pieces[label], of: labelled)
      if !isKept { pixels[index] = 255 }
    }
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
  let isFlat = width >= 8 * height && width * 5 >= whole.width
  let isUpright = height >= 8 * width && height * 5 >= whole.height * 2
  return isFlat || isUpright
}

/// Whether two or more lines run over 55 % of the width in the upper and in the lower half each.
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
  return thin.count { Double($0.to) < middle } >= 2 && thin.count { Double($0.from) > middle } >= 2
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
