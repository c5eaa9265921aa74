import Imaging
import Leptonica
import Testing

@testable import Recognition

/// A white A5 page at 200 dpi with black strokes, painted row by row.
private struct Sheet {
  var pixels = [UInt8](repeating: 255, count: 1654 * 1169)

  mutating func fill(_ box: Box) {
    for y in box.y..<box.maxY { for x in box.x..<box.maxX { pixels[y * 1654 + x] = 0 } }
  }

  mutating func frame(_ box: Box, thickness: Int = 3) {
    fill(Box(x: box.x, y: box.y, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.maxY - thickness, width: box.width, height: thickness))
    fill(Box(x: box.x, y: box.y, width: thickness, height: box.height))
    fill(Box(x: box.maxX - thickness, y: box.y, width: thickness, height: box.height))
  }

  var image: GrayImage { GrayImage(width: 1654, height: 1169, pixels: pixels) }
}

@Suite struct `Frames in black` {
  @Test func `are found by their outline`() throws {
    var sheet = Sheet()
    let stamp = Box(x: 400, y: 400, width: 158, height: 63)
    sheet.frame(stamp)
    let found = blackFrames(in: sheet.image, dpi: 200)
    #expect(found.count == 1 && !found[0].isDouble)
    #expect(found.map { ($0.box.intersection(stamp)?.area ?? 0) * 20 > stamp.area * 19 } == [true])
    #expect(abs(found[0].tilt) < 0.5 && abs(found[0].size.height - 63) < 6)
    // A second line 1 mm inside makes it the frame of a secrecy mark.
    sheet.frame(Box(x: 408, y: 408, width: 142, height: 47))
    #expect(blackFrames(in: sheet.image, dpi: 200).map(\.isDouble) == [true])
  }

  @Test func `are not rules, cells of a stamp's size but open, or solid blocks`() throws {
    var sheet = Sheet()
    sheet.fill(Box(x: 100, y: 100, width: 400, height: 3))
    sheet.fill(Box(x: 400, y: 400, width: 158, height: 63))
    // A corner of two strokes has a stamp's box and no right or lower side.
    sheet.fill(Box(x: 900, y: 400, width: 158, height: 3))
    sheet.fill(Box(x: 900, y: 400, width: 3, height: 63))
    #expect(blackFrames(in: sheet.image, dpi: 200).isEmpty)
  }

  /// Dashes of 1 mm with gaps of 1.3 mm, as the threshold leaves of a faint line.
  private func dashes(_ box: Box, on sheet: inout Sheet) {
    for x in stride(from: box.x, to: box.maxX - 8, by: 18) {
      for y in [box.y, box.maxY - 2] { sheet.fill(Box(x: x, y: y, width: 8, height: 2)) }
    }
    for y in stride(from: box.y, to: box.maxY - 8, by: 18) {
      for x in [box.x, box.maxX - 2] { sheet.fill(Box(x: x, y: y, width: 2, height: 8)) }
    }
  }

  @Test func `are found by the dashes that a threshold left, and may then be a mark`() throws {
    var sheet = Sheet()
    let stamp = Box(x: 400, y: 400, width: 226, height: 65)
    dashes(stamp, on: &sheet)
    #expect(blackFrames(in: sheet.image, dpi: 200, isBilevel: true).map(\.isClosed) == [false])
    // What is left of a word inside.
    for x in stride(from: 440, to: 580, by: 20) {
      sheet.fill(Box(x: x, y: 420, width: 4, height: 22))
    }
    let found = blackFrames(in: sheet.image, dpi: 200, isBilevel: true)
    #expect(found.map(\.isClosed) == [true])
    #expect(found.map { ($0.box.intersection(stamp)?.area ?? 0) * 10 > stamp.area * 9 } == [true])
    #expect(blackFrames(in: sheet.image, dpi: 200, isBilevel: false).isEmpty)
  }

  @Test(arguments: [0, 2]) func `are matched to dashes of which hardly one is left of a side`(
    left: Int
  ) {
    var sheet = Sheet()
    let stamp = Box(x: 400, y: 400, width: 240, height: 65)
    for x in stride(from: stamp.x, to: stamp.maxX - 4, by: 9) {
      for y in [stamp.y, stamp.maxY] { sheet.fill(Box(x: x, y: y, width: 5, height: 2)) }
    }
    for y in stride(from: stamp.y, to: stamp.maxY - 4, by: 9) {
      sheet.fill(Box(x: stamp.x, y: y, width: 2, height: 5))
    }
    for index in 0..<left {
      sheet.fill(Box(x: stamp.maxX, y: stamp.y + 20 + index * 20, width: 2, height: 5))
    }
    for x in stride(from: 460, to: 580, by: 25) {
      sheet.fill(Box(x: x, y: 422, width: 4, height: 20))
    }
    let found = blackFrames(in: sheet.image, dpi: 200, isBilevel: true).filter(\.isClosed)
    #expect(found.count == (left > 0 ? 1 : 0))
  }

  @Test(arguments: [(560, true), (470, false)])
  func `are entered where ink reaches what their lines leave free on one side`(
    from: Int, isEntered: Bool
  ) throws {
    var sheet = Sheet()
    for x in stride(from: from, to: isEntered ? 760 : 630, by: 10) {
      sheet.fill(Box(x: x, y: 412, width: 4, height: 12))
    }
    let frame = BlackFrame(
      box: Box(x: 400, y: 380, width: 300, height: 76), tilt: 0, size: (300, 76), isDouble: true,
      isClosed: true)
    let crop = try #require(try StampCrop(ofFrame: frame, in: sheet.image, dpi: 200))
    #expect(crop.isEntered(frame.box) == isEntered)
  }

  @Test func `are not the dotted lines of a form`() throws {
    var sheet = Sheet()
    for y in stride(from: 300, to: 600, by: 65) {
      for x in stride(from: 300, to: 900, by: 9) {
        sheet.fill(Box(x: x, y: y, width: 3, height: 3))
      }
    }
    #expect(blackFrames(in: sheet.image, dpi: 200, isBilevel: true).isEmpty)
  }

  /// A faint TỐI MẬT as a threshold leaves it: short dashes on a slope, a third of the upper side bare.
  private func sparse(on sheet: inout Sheet, slope: Double) -> Box {
    let stamp = Box(x: 400, y: 400, width: 240, height: 65)
    func dot(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
      sheet.fill(
        Box(
          x: x - Int(Double(y - stamp.y) * slope), y: y + Int(Double(x - stamp.x) * slope),
          width: width, height: height))
    }
    for x in stride(from: stamp.x, to: stamp.maxX - 4, by: 11) {
      if !(stamp.x + 70..<stamp.x + 150).contains(x) { dot(x, stamp.y, 5, 2) }
      dot(x, stamp.maxY, 5, 2)
    }
    for y in stride(from: stamp.y + 6, to: stamp.maxY - 4, by: 13) {
      dot(stamp.x, y, 2, 4)
      dot(stamp.maxX, y, 2, 4)
    }
    for x in stride(from: stamp.x + 60, to: stamp.x + 180, by: 25) { dot(x, stamp.y + 22, 4, 20) }
    return stamp
  }

  @Test(arguments: [0, 0.05, -0.12])
  func `are matched to sparse dashes of which one side is partly bare`(slope: Double) throws {
    var sheet = Sheet()
    let stamp = sparse(on: &sheet, slope: slope)
    let found = blackFrames(in: sheet.image, dpi: 200, isBilevel: true)
    #expect(found.map(\.isClosed) == [true])
    #expect(found.allSatisfy { abs($0.size.width - Double(stamp.width)) < 12 })
    #expect(found.allSatisfy { abs($0.size.height - Double(stamp.height)) < 8 })
  }

  @Test func `are not dashes whose lines go on at the corners, as those of cells do`() throws {
    var sheet = Sheet()
    _ = sparse(on: &sheet, slope: 0)
    for x in stride(from: 640, to: 740, by: 11) {
      for y in [400, 465] { sheet.fill(Box(x: x, y: y, width: 5, height: 2)) }
    }
    for y in stride(from: 465, to: 530, by: 13) {
      for x in [400, 640] { sheet.fill(Box(x: x, y: y, width: 2, height: 4)) }
    }
    #expect(blackFrames(in: sheet.image, dpi: 200, isBilevel: true).allSatisfy { !$0.isClosed })
  }

  @Test func `are not what the dots of a screen leave of a shaded cell`() throws {
    var sheet = Sheet()
    // A fixed sequence of places, one dot in ten pixels.
    var place: UInt32 = 7
    for _ in 0..<1500 {
      place = place &* 1_664_525 &+ 1_013_904_223
      let (x, y) = (Int(place >> 8) % 300, Int(place >> 20) % 100)
      sheet.fill(Box(x: 400 + x, y: 400 + y, width: 2, height: 2))
    }
    #expect(blackFrames(in: sheet.image, dpi: 200, isBilevel: true).allSatisfy { !$0.isClosed })
  }

  @Test func `are double where a cut die left the upper side and two upright ones`() throws {
    var sheet = Sheet()
    for (inset, thickness) in [(0, 3), (8, 2)] {
      let (left, right) = (400 + inset, 558 - inset)
      sheet.fill(Box(x: left, y: 400 + inset, width: right - left, height: thickness))
      for x in [left, right - thickness] {
        sheet.fill(Box(x: x, y: 400 + inset, width: thickness, height: 46 - inset))
      }
    }
    // Of the upper side's second line only the ends are there, so that the upright ones must tell.
    for y in 408..<410 { for x in 420..<540 { sheet.pixels[y * 1654 + x] = 255 } }
    #expect(blackFrames(in: sheet.image, dpi: 200).map(\.isDouble) == [true])
  }

  @Test func `are closed when print hides the fourth side, unless the third goes on`() throws {
    var sheet = Sheet()
    let stamp = Box(x: 400, y: 400, width: 170, height: 70)
    sheet.frame(stamp)
    for y in 467..<470 { for x in 403..<567 { sheet.pixels[y * 1654 + x] = 255 } }
    #expect(blackFrames(in: sheet.image, dpi: 200).map(\.isClosed) == [true])
    sheet.fill(Box(x: 300, y: 400, width: 400, height: 3))
    #expect(blackFrames(in: sheet.image, dpi: 200).allSatisfy { !$0.isClosed })
  }

  @Test(arguments: [400, 630])
  func `are not the upper part of a higher box, nor of one that ends below the search`(top: Int)
    throws
  {
    var sheet = Sheet()
    sheet.frame(Box(x: 400, y: top, width: 300, height: 160))
    #expect(blackFrames(in: sheet.image, dpi: 200).allSatisfy { !$0.isClosed })
  }

  @Test func `are closed in pale ink when they stand alone, and not in the pale rules of a table`()
    throws
  {
    var sheet = Sheet()
    sheet.frame(Box(x: 400, y: 400, width: 320, height: 66))
    // A black square sets the range; the frame is a fifth as dark.
    var pale = sheet.pixels.map { $0 == 0 ? 205 : $0 }
    for y in 100..<140 { for x in 100..<140 { pale[y * 1654 + x] = 0 } }
    let stamp = GrayImage(width: 1654, height: 1169, pixels: pale)
    #expect(blackFrames(in: stamp, dpi: 200).map(\.isClosed) == [true])
    for y in 403..<520 { for x in 717..<720 { pale[y * 1654 + x] = 205 } }
    let cell = GrayImage(width: 1654, height: 1169, pixels: pale)
    #expect(blackFrames(in: cell, dpi: 200).allSatisfy { !$0.isClosed })
  }

  @Test func `are no marks below 14 mm, as the box around a word or two is`() throws {
    var sheet = Sheet()
    sheet.frame(Box(x: 400, y: 400, width: 100, height: 60))
    sheet.frame(Box(x: 408, y: 408, width: 84, height: 44))
    #expect(blackFrames(in: sheet.image, dpi: 200).allSatisfy { !$0.isDouble && !$0.isClosed })
  }

  /// A MẬT with two lines of large print across its upper side and its left one.
  private func crossed() throws -> GrayImage {
    var sheet = Sheet()
    sheet.frame(Box(x: 400, y: 400, width: 158, height: 63))
    // What is left of the word.
    for x in stride(from: 450, to: 510, by: 20) {
      sheet.fill(Box(x: x, y: 420, width: 4, height: 22))
    }
    return try painted(
      ["HUONG DAN CAC HUYEN", "KINH GUI"], on: sheet.image, left: 330, top: 416, leading: 38,
      size: 10)
  }

  @Test func `are found where print crosses them, by what stands free`() throws {
    let found = blackFrames(in: try crossed(), dpi: 200, isBilevel: true)
    let stamp = Box(x: 400, y: 400, width: 158, height: 63)
    #expect(
      found.contains { frame in
        frame.isClosed && frame.isCrossed
          && (frame.box.intersection(stamp)?.area ?? 0) * 10 > stamp.area * 9
      })
    let plain = try painted(
      ["HUONG DAN CAC HUYEN", "KINH GUI"], on: Sheet().image, left: 330, top: 416, leading: 38,
      size: 10)
    #expect(blackFrames(in: plain, dpi: 200, isBilevel: true).allSatisfy { !$0.mayBeMark })
  }

  @Test func `are not crossed cells of a table, which stand beside one another`() throws {
    var sheet = Sheet()
    for row in 0..<3 { sheet.frame(Box(x: 400, y: 400 + 64 * row, width: 240, height: 67)) }
    let page = try painted(
      ["1 HUYEN", "2 TINH", "3 XA"], on: sheet.image, left: 385, top: 440, leading: 64, size: 10)
    #expect(blackFrames(in: page, dpi: 200, isBilevel: true).allSatisfy { !$0.isCrossed })
  }

  @Test func `are not read by print that runs in over one side`() throws {
    var sheet = Sheet()
    sheet.frame(Box(x: 400, y: 380, width: 340, height: 76))
    let page = try painted(
      ["KINH GUI CAC HUYEN"], on: sheet.image, left: 600, top: 432, leading: 40, size: 20)
    let read = try Recognizer(languages: "vie").recognize(
      .gray(page), plan: ReadingPlan(dpi: 200), cpuSeconds: 60)
    #expect(read.stamps.contains { $0.text == RecognizedPage.unreadFrame })
  }

  @Test func `give the word inside to the stamps of a black and white page`() throws {
    var sheet = Sheet()
    let frame = Box(x: 400, y: 380, width: 420, height: 120)
    sheet.frame(frame)
    let page = try painted(["KHAN"], on: sheet.image, left: 480, top: 455, leading: 40, size: 20)
    let recognizer = try Recognizer(languages: "vie")
    let read = recognizer.recognize(
      .bilevel(page), plan: ReadingPlan(dpi: 200), cpuSeconds: 60)
    #expect(read.stamps.map { $0.text.filter(\.isLetter) } == ["KHAN"])
    #expect(read.stamps.map { $0.box.intersection(frame) } == read.stamps.map(\.box))
  }
}
