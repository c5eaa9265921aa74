import Foundation
import Imaging

/// Frames that are no stamps but the serifs and stems of print.
///
/// Heavy capitals with broad serifs make a frame of their own: the serifs of a word are its level sides, with those of
/// the line above or below, and two stems its upright ones (7 of 300 painted pages in four unusual faces). Such a
/// frame has a level side from end to end in one word that the page's own reading took with certainty, and half of
/// its outline runs through words like that.
extension BlackFrame {
  /// Whether words of print make it; `words` are the boxes of those that may.
  ///
  /// A frame that print crosses, or with two lines, is none of letters alone: a mark may lie over a word.
  func isPrint(of words: [Box]) -> Bool {
    guard !isCrossed, !isDouble else { return false }
    // A cell of the grid that frames are found on is up to 3 pixels wide.
    let near = words.map { $0.grown(by: 3, within: $0.maxX + 3, $0.maxY + 3) }
      .filter { $0.intersection(box) != nil }
    let (left, right, top, bottom) = (box.x, box.maxX - 1, box.y, box.maxY - 1)
    let isOneWord = [top, bottom].contains { row in
      near.contains { $0.holds(left, row) && $0.holds(right, row) }
    }
    guard isOneWord else { return false }
    let outline =
      (left...right).flatMap { [($0, top), ($0, bottom)] }
      + (top...bottom).flatMap { [(left, $0), (right, $0)] }
    let inPrint = outline.count { point in near.contains { $0.holds(point.0, point.1) } }
    return 2 * inPrint > outline.count
  }
}

extension Word {
  /// Whether it was read with certainty and is not like the word of a mark, with or without the sides of its frame.
  var mayMakeFrames: Bool {
    let letters = text.decomposedStringWithCanonicalMapping.uppercased().utf8.filter {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    guard confidence >= 90, letters.count >= 3 else { return false }
    let isLikeMark = ["MAT", "TOI", "TOIMAT", "TUYET", "TUYETMAT"].contains { mark in
      distance(Array(mark.utf8), letters) <= mark.count / 3
    }
    return !isLikeMark && !String(decoding: letters, as: UTF8.self).contains("MAT")
  }
}

extension Box {
  fileprivate func holds(_ column: Int, _ row: Int) -> Bool {
    column >= x && column < maxX && row >= y && row < maxY
  }
}
