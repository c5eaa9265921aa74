package import Imaging

/// The pieces of ink that have the size of letters, and where the ink of the page lies.
package struct TextPieces: Equatable {
  /// Positions in `InkPieces`, in order.
  package let indices: [Int]
  /// Whether each piece of the page is one of them.
  package let isText: [Bool]
  /// Ink pixels that belong to letters or larger marks, without edges of the image, holes and specks.
  package let inkArea: Int
  /// Marks larger than letters that touch no edge and are no punch hole: seals, drawings, rules.
  package let largeMarks: Int
}

/// Picks the letter-sized pieces of a page.
///
/// Letters have at least 12 ink pixels, are 5 or more high and 3 or more wide, less than 3 times as wide
/// as high and less than 6 times as high as wide, and not higher than 1/33 of the longer side (9 mm of
/// A4). Source: page-quality notes 1.3, metric 1. Merged letters (heavy blur) are lost.
package func textPieces(of pieces: InkPieces, width: Int, height: Int) -> TextPieces {
  let tallest = tallestLetter(width: width, height: height)
  var indices: [Int] = []
  var isText = [Bool](repeating: false, count: pieces.boxes.count)
  var inkArea = 0
  var largeMarks = 0
  for (index, box) in pieces.boxes.enumerated() {
    let area = pieces.areas[index]
    guard area >= 12 else { continue }
    if box.height >= 5, box.width >= 3, box.height <= tallest, box.width < 3 * box.height,
      box.height < 6 * box.width
    {
      indices.append(index)
      isText[index] = true
      inkArea += area
    } else if touchesEdge(box, width, height) || isPunchHole(box, area: area, width, height) {
      continue
    } else {
      inkArea += area
      if max(box.width, box.height) > tallest { largeMarks += 1 }
    }
  }
  return TextPieces(indices: indices, isText: isText, inkArea: inkArea, largeMarks: largeMarks)
}

/// The height up to which a piece may be a letter, in pixels: 9 mm of A4, 24 pixels at least.
func tallestLetter(width: Int, height: Int) -> Int { max(24, max(width, height) / 33) }

private func touchesEdge(_ box: Box, _ width: Int, _ height: Int) -> Bool {
  box.x <= 2 || box.y <= 2 || box.maxX >= width - 2 || box.maxY >= height - 2
}

/// A solid disc of 4 to 8 mm within 20 mm of an edge; millimetres as if the longer side were A4's.
private func isPunchHole(_ box: Box, area: Int, _ width: Int, _ height: Int) -> Bool {
  let millimetre = Double(max(width, height)) / 297
  let size = Double(max(box.width, box.height))
  guard size >= 4 * millimetre, size <= 8 * millimetre else { return false }
  guard box.width * 5 >= box.height * 4, box.height * 5 >= box.width * 4 else { return false }
  // A disc fills π/4 = 0.79 of its box.
  guard Double(area) > 0.65 * Double(box.area) else { return false }
  let margin = Int(20 * millimetre)
  return box.x < margin || box.y < margin || box.maxX > width - margin || box.maxY > height - margin
}

extension TextPieces {
  /// The letters without a hue; all of them where those are fewer than half, as in coloured print.
  package func withoutHue(of pieces: InkPieces, in color: ColorImage) -> TextPieces {
    let black = indices.filter {
      let box = pieces.boxes[$0]
      return !color.hasHue(x: box.x + box.width / 2, y: box.y + box.height / 2)
    }
    guard black.count * 2 >= indices.count else { return self }
    var isText = [Bool](repeating: false, count: isText.count)
    for index in black { isText[index] = true }
    return TextPieces(
      indices: black, isText: isText, inkArea: inkArea, largeMarks: largeMarks)
  }
}
