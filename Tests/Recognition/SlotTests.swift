import Imaging
import Recognition
import Testing

/// A slot of a form between two printed words, in which a test draws with a pen.
private struct Form {
  static let slot = Box(x: 80, y: 80, width: 140, height: 24)
  private var pixels = [UInt8](repeating: 255, count: 300 * 180)

  /// Draws strokes of a sign into a box, as points in a square of 20 × 20.
  mutating func draw(_ strokes: [[(Double, Double)]], in box: Box, width: Double = 4) {
    for stroke in strokes {
      for (from, to) in zip(stroke, stroke.dropFirst()) {
        for step in 0...60 {
          let part = Double(step) / 60
          let x = Double(box.x) + (from.0 + (to.0 - from.0) * part) / 20 * Double(box.width)
          let y = Double(box.y) + (from.1 + (to.1 - from.1) * part) / 20 * Double(box.height)
          dot(x, y, width / 2)
        }
      }
    }
  }

  mutating func dot(_ x: Double, _ y: Double, _ radius: Double) {
    for row in Int(y - radius)...Int(y + radius + 1) {
      for column in Int(x - radius)...Int(x + radius + 1) {
        let (dx, dy) = (Double(column) - x, Double(row) - y)
        if dx * dx + dy * dy <= radius * radius { pixels[row * 300 + column] = 0 }
      }
    }
  }

  var page: PageImage { .gray(GrayImage(width: 300, height: 180, pixels: pixels)) }

  func read(_ kind: SlotKind = .number, turn: QuarterTurn = .none) throws -> SlotReading {
    let back = turn.inverse
    let shown = page.turned(back)
    let slot = Slot(kind: kind, box: back.turned(Self.slot, width: 300, height: 180))
    return try #require(readings(of: [slot], on: shown, turn: turn).first)
  }

  static let one = [[(4.0, 9.0), (11.0, 0.0), (10.0, 20.0)]]
  static let four = [[(9.0, 0.0), (3.0, 12.0), (17.0, 11.0)], [(13.0, 4.0), (11.0, 20.0)]]
  static let seven = [[(2.0, 1.0), (17.0, 0.0), (8.0, 20.0)], [(6.0, 10.0), (18.0, 9.0)]]

  /// 147 in a hand half as high again as the print.
  static var written: Form {
    var form = Form()
    form.draw(one, in: Box(x: 92, y: 70, width: 14, height: 36))
    form.draw(four, in: Box(x: 124, y: 68, width: 26, height: 36))
    form.draw(seven, in: Box(x: 166, y: 70, width: 24, height: 36))
    return form
  }
}

@Suite struct `Slots of a form` {
  @Test func `a number that a pen wrote is read and known for handwriting`() throws {
    let reading = try Form.written.read()
    #expect(reading.candidates.first?.text == "147")
    #expect(reading.handwritten ?? 0 > 0.9)
    #expect(reading.box.x >= 88 && reading.box.maxX <= 196)
  }

  @Test(arguments: QuarterTurn.allCases)
  func `a slot on a turned sheet is read as on an upright one`(turn: QuarterTurn) throws {
    let upright = try Form.written.read()
    let turned = try Form.written.read(turn: turn)
    #expect(turned.candidates == upright.candidates)
    #expect(turned.box == turn.inverse.turned(upright.box, width: 300, height: 180))
  }

  @Test func `dots of a leader and a rule below the figures change nothing`() throws {
    var form = Form.written
    for x in stride(from: 84.0, to: 218, by: 9) { form.dot(x, 112, 1.2) }
    form.draw([[(0, 0), (20, 0)]], in: Box(x: 70, y: 119, width: 160, height: 1), width: 2)
    #expect(try form.read().candidates.map(\.text) == Form.written.read().candidates.map(\.text))
  }

  @Test func `print beside the slot and lines above and below are no part of it`() throws {
    var form = Form.written
    for x in [20, 45, 240, 265] {
      form.draw(Form.four, in: Box(x: x, y: 80, width: 18, height: 24))
    }
    for x in stride(from: 30, to: 250, by: 24) {
      form.draw(Form.one, in: Box(x: x, y: 30, width: 10, height: 18))
      form.draw(Form.one, in: Box(x: x, y: 136, width: 10, height: 18))
    }
    #expect(try form.read().candidates.first?.text == "147")
  }

  @Test func `an empty slot holds no handwriting and no reading`() throws {
    let reading = try Form().read()
    #expect(
      reading == SlotReading(slot: reading.slot, handwritten: nil, box: Form.slot, candidates: []))
  }

  @Test func `figures as high as the print and on its foot are taken for print`() throws {
    var form = Form()
    form.draw(Form.one, in: Box(x: 100, y: 82, width: 8, height: 20))
    form.draw(Form.seven, in: Box(x: 118, y: 82, width: 14, height: 20))
    let chance = try #require(try form.read().handwritten)
    #expect(chance < 0.5)
  }

  @Test func `a month is never above twelve nor a day above thirty-one`() throws {
    for kind in [SlotKind.day, .month] {
      let last = kind == .day ? 31 : 12
      for candidate in try Form.written.read(kind).candidates {
        #expect((1...last).contains(Int(candidate.text) ?? 0))
      }
    }
  }

  @Test func `probabilities fall and add up to one at most`() throws {
    let candidates = try Form.written.read().candidates
    #expect(candidates.count == 2)
    #expect(candidates[0].p >= candidates[1].p)
    #expect(candidates.reduce(0) { $0 + $1.p } <= 1.001)
  }
}
