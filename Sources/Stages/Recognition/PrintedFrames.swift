import Foundation
import Imaging

/// Frames that are no stamps but the serifs and stems of print.
///
/// Heavy capitals with broad serifs make a frame of their own: the serifs of a word are its level sides, with those of
/// the line above or below, and two stems its upright ones (13 of 300 painted pages in four unusual faces). Such a frame
/// has a level side from end to end in one word that the page's own reading took with certainty, and half of its outline
/// runs through words like that. No mark does: its frame is wider than a word of the text and has paper around it, and
/// what is read of the frame together with its word is like a mark.
extension [Word] {
  /// The words of stamps without the unread frames that certain words of the page make.
  func withoutFrames(madeOf words: [Word]) -> [Word] {
    guard contains(where: { $0.text == RecognizedPage.unreadFrame }) else { return self }
    let certain = words.filter { $0.confidence >= 90 && $0.letters.count >= 3 && !$0.isLikeMark }
    return filter {
      $0.text != RecognizedPage.unreadFrame || !$0.box.isOutlined(by: certain.map(\.box))
    }
  }
}

extension Word {
  /// The letters as capitals without marks.
  fileprivate var letters: [UInt8] {
    text.decomposedStringWithCanonicalMapping.uppercased().utf8.filter {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
  }

  /// Whether it may be one of the words of a mark, a letter of three wrong.
  fileprivate var isLikeMark: Bool {
    ["MAT", "TOI", "TOIMAT", "TUYET", "TUYETMAT"].contains { mark in
      let mark = Array(mark.utf8)
      return distance(mark, letters) <= mark.count / 3
    }
  }
}

extension Box {
  /// Whether one of the boxes holds a long side, and all of them together half of the outline.
  fileprivate func isOutlined(by boxes: [Box]) -> Bool {
    // A cell of the grid that frames are found on is up to 3 pixels wide.
    let near = boxes.map {
      Box(x: $0.x - 3, y: $0.y - 3, width: $0.width + 6, height: $0.height + 6)
    }
    .filter { $0.intersection(self) != nil }
    let (right, bottom) = (maxX - 1, maxY - 1)
    let sides =
      width >= height
      ? [[(x, y), (right, y)], [(x, bottom), (right, bottom)]]
      : [[(x, y), (x, bottom)], [(right, y), (right, bottom)]]
    guard
      sides.contains(where: { ends in
        near.contains { box in ends.allSatisfy { box.holds($0.0, $0.1) } }
      })
    else { return false }
    let level = (x..<maxX).flatMap { [($0, y), ($0, bottom)] }
    let upright = (y..<maxY).flatMap { [(x, $0), (right, $0)] }
    let outline = level + upright
    return 2 * outline.count { point in near.contains { $0.holds(point.0, point.1) } }
      > outline.count
  }

  private func holds(_ column: Int, _ row: Int) -> Bool {
    column >= x && column < maxX && row >= y && row < maxY
  }
}
