import Foundation
import Imaging
import Measuring
import Painting
import Testing

@Suite struct `The fingerprint of a page` {
  private func fingerprint(_ painted: PaintedPage, bilevel: Bool = false) throws -> PageFingerprint
  {
    try #require(measurements(of: page(painted, bilevel: bilevel)).fingerprint)
  }

  /// Text with a bar at a place, as a table or a title has it.
  private func painted(_ bar: Box, degrees: Double = 0, ink: UInt8 = 20) -> PaintedPage {
    PaintedPage().text(
      text {
        $0.degrees = degrees
        $0.ink = ink
        $0.margin = 0.15
      }
    ).filled(bar, with: ink).filled(Box(x: 600, y: 1200, width: 500, height: 400), with: 240)
  }

  private let first = Box(x: 300, y: 400, width: 600, height: 160)
  private let second = Box(x: 250, y: 1100, width: 300, height: 380)

  @Test func `is nearly the same when the sheet is scanned again`() throws {
    let once = try fingerprint(painted(first))
    #expect(try once.distance(to: fingerprint(painted(first, ink: 90))) <= 0.03)
    #expect(try once.distance(to: fingerprint(painted(first).noisy(4))) <= 0.03)
    #expect(try once.distance(to: fingerprint(painted(first), bilevel: true)) <= 0.03)
  }

  @Test func `bears a crooked sheet`() throws {
    let straight = try fingerprint(PaintedPage().text(text { $0.margin = 0.15 }))
    let crooked = try fingerprint(
      PaintedPage().text(
        text {
          $0.margin = 0.15
          $0.degrees = 1
        }))
    #expect(straight.distance(to: crooked) <= 0.09)
  }

  @Test func `is another when the page is laid out in another way`() throws {
    #expect(try fingerprint(painted(first)).distance(to: fingerprint(painted(second))) > 0.15)
  }

  @Test func `is missing on a blank page`() {
    #expect(measurements(of: page(PaintedPage())).fingerprint == nil)
  }

  @Test func `differs by the share of its bits`() {
    let none = PageFingerprint(bits: [Bool](repeating: false, count: 255))
    let some = PageFingerprint(bits: (0..<255).map { $0 % 5 == 0 })
    #expect(none.distance(to: some) == 51.0 / 255)
    #expect(some.distance(to: some) == 0)
  }

  @Test func `comes back from JSON as it was, as 64 hexadecimal digits`() throws {
    let print = PageFingerprint(bits: (0..<255).map { $0 % 3 == 0 })
    let data = try JSONEncoder().encode([print])
    #expect(try JSONDecoder().decode([PageFingerprint].self, from: data) == [print])
    #expect(print.hex.count == 64)
    #expect(PageFingerprint(hex: "12") == nil)
  }
}
