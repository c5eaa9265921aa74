import Foundation
import Imaging
import Painting
import Recognition
import Testing

/// An A4 page of 200 dpi with print on it, as colour or as grey.
private struct Desk {
  private var page = PaintedPage(width: 1654, height: 2339).text()
  private var red = [Bool](repeating: false, count: 1654 * 2339)

  /// A ring of 1 mm around a star, both in red or in black.
  mutating func ring(x: Double, y: Double, radius: Double = 142, isRed: Bool) {
    let reach = Int(radius) + 5
    let around = Box(x: Int(x) - reach, y: Int(y) - reach, width: 2 * reach, height: 2 * reach)
    mark(in: around, isRed: isRed) { px, py in
      let far = hypot(px - x, py - y)
      return abs(far - radius) < 4 || abs(far - 0.6 * radius) < 2 || far < 20
    }
  }

  mutating func frame(_ box: Box, isRed: Bool) {
    mark(in: box, isRed: isRed) { px, py in
      let (left, right) = (px - Double(box.x), Double(box.maxX) - px)
      let (up, down) = (py - Double(box.y), Double(box.maxY) - py)
      return min(left, right, up, down) >= 0 && min(left, right, up, down) < 5
    }
  }

  private mutating func mark(
    in box: Box, isRed: Bool, _ isInk: (Double, Double) -> Bool
  ) {
    for y in max(0, box.y)..<min(page.height, box.maxY) {
      for x in max(0, box.x)..<min(page.width, box.maxX) where isInk(Double(x), Double(y)) {
        page.pixels[y * page.width + x] = 60
        if isRed { red[y * page.width + x] = true }
      }
    }
  }

  var gray: PageImage { .gray(page.image) }

  var color: PageImage {
    var pixels: [UInt8] = []
    for (at, value) in page.pixels.enumerated() {
      pixels += red[at] ? [200, 50, 60] : [value, value, value]
    }
    return .color(ColorImage(width: page.width, height: page.height, pixels: pixels))
  }
}

@Suite struct `Seals` {
  @Test(arguments: [true, false])
  func `are found over print, in red or in black`(isRed: Bool) throws {
    var desk = Desk()
    desk.ring(x: 900, y: 1700, isRed: isRed)
    let found = seals(on: isRed ? desk.color : desk.gray, dpi: 200)
    #expect(found.map(\.shape) == [.round])
    let seal = try #require(found.first)
    #expect(seal.isRed == isRed)
    #expect(seal.visible == 1)
    #expect(abs(seal.box.midX - 900) < 8 && abs(seal.box.midY - 1700) < 8)
    #expect(abs(seal.box.width - 284) < 16)
  }

  @Test func `beside each other are two`() {
    var desk = Desk()
    desk.ring(x: 500, y: 1700, isRed: true)
    desk.ring(x: 1200, y: 1720, isRed: true)
    #expect(seals(on: desk.color, dpi: 200).count == 2)
  }

  @Test func `are not seen in print, in rules or in a table`() {
    var desk = Desk()
    #expect(seals(on: desk.gray, dpi: 200).isEmpty)
    for row in 0..<8 {
      for column in 0..<6 {
        desk.frame(
          Box(x: 250 + 180 * column, y: 400 + 44 * row, width: 180, height: 44), isRed: false)
      }
    }
    #expect(seals(on: desk.gray, dpi: 200).isEmpty)
    #expect(seals(on: desk.color, dpi: 200).isEmpty)
  }

  @Test(arguments: [1654.0, 1700.0])
  func `that an edge cuts are seen in part`(x: Double) throws {
    var desk = Desk()
    desk.ring(x: x, y: 1100, isRed: true)
    let seal = try #require(seals(on: desk.color, dpi: 200).first)
    #expect(seal.shape == .round)
    #expect(seal.visible < 0.6)
    #expect(seal.box.maxX > 1640)
  }

  @Test func `with corners are frames in red, high enough to be no mark of urgency`() {
    var desk = Desk()
    desk.frame(Box(x: 300, y: 500, width: 394, height: 276), isRed: true)
    desk.frame(Box(x: 1000, y: 500, width: 236, height: 63), isRed: true)
    let found = seals(on: desk.color, dpi: 200)
    #expect(found.map(\.shape) == [.rectangular])
    #expect(found.first.map { abs($0.box.x - 300) < 12 } ?? false)
  }
}

@Suite struct `A signature` {
  /// A page of paper with a seal at the left and a name below, and strokes of a pen where they are asked for.
  private static func page(strokes: ClosedRange<Int>?) -> PageImage {
    var page = PaintedPage(width: 1654, height: 2339)
    func draw(_ isInk: (Double, Double) -> Bool) {
      for y in 1000..<1500 {
        for x in 700..<1500 where isInk(Double(x), Double(y)) {
          page.pixels[y * page.width + x] = 40
        }
      }
    }
    draw { abs(hypot($0 - 850, $1 - 1200) - 140) < 4 }
    // The letters of a name.
    for letter in 0..<12 {
      let x = Double(950 + 22 * letter)
      draw { abs($0 - x) < 8 && abs($1 - 1360) < 12 && abs(abs($0 - x) - 6) < 2 }
    }
    if let strokes {
      draw { x, y in
        x > 900 && x < 1300 && strokes.contains(Int(y))
          && abs(
            y
              - (Double(strokes.lowerBound + strokes.upperBound) / 2
                + Double(strokes.count) * 0.45 * sin(x / 30))) < 5
      }
    }
    return .bilevel(page.image)
  }

  private static let place = SignaturePlace(
    box: Box(x: 800, y: 1100, width: 600, height: 280),
    name: Box(x: 940, y: 1346, width: 260, height: 28), letter: 28)
  private static let seal = Seal(
    shape: .round, box: Box(x: 710, y: 1060, width: 280, height: 280), isRed: false)

  private static func reading(strokes: ClosedRange<Int>?) -> SignatureReading? {
    signatures(in: [place], on: page(strokes: strokes), seals: [seal], turn: .none).first
  }

  @Test func `is the strokes beside a black seal`() throws {
    let reading = try #require(Self.reading(strokes: 1150...1250))
    let strokes = try #require(reading.strokes)
    #expect(strokes.x >= 980 && strokes.maxX > 1280)
    #expect(reading.isOverName == false)
  }

  @Test func `may run over the name`() throws {
    #expect(try #require(Self.reading(strokes: 1230...1380)).isOverName == true)
  }

  @Test func `is not seen in a seal and a name alone`() throws {
    let reading = try #require(Self.reading(strokes: nil))
    #expect(reading.strokes == nil)
    #expect(reading.isOverName == nil)
  }

  @Test func `is found on a sheet that lies sideways`() throws {
    let turn = QuarterTurn.clockwise
    let (width, height) = (1654, 2339)
    let found = signatures(
      in: [
        SignaturePlace(
          box: turn.inverse.turned(Self.place.box, width: width, height: height),
          name: Self.place.name.map { turn.inverse.turned($0, width: width, height: height) },
          letter: 28)
      ], on: Self.page(strokes: 1150...1250).turned(turn.inverse),
      seals: [
        Seal(
          shape: .round, box: turn.inverse.turned(Self.seal.box, width: width, height: height),
          isRed: false)
      ], turn: turn)
    let strokes = try #require(found.first?.strokes)
    #expect(strokes.height > 250 && strokes.width < 130)
  }
}
