import ArgumentParser
import Foundation
import Synchronization

/// What goes wrong, drawn anew for each request.
final class Faults: Sendable {
  /// The ways to fail.
  enum Kind: String, Sendable, CaseIterable {
    case errorBefore = "error-500"
    case errorAfter = "error-after"
    case dropBefore = "drop-before"
    case dropAfter = "drop-after"
    case cut
    case slow
    case slowAfter = "slow-after"
    case twice
    case badJSON = "bad-json"
    case html
  }

  private let chances: [(kind: Kind, probability: Double)]
  private let calls: Set<String>
  private let slowSeconds: Double
  private let draw: Mutex<UInt64>

  init(
    chances: [(kind: Kind, probability: Double)], calls: Set<String>, seed: UInt64,
    slowSeconds: Double
  ) {
    self.chances = chances
    self.calls = calls
    self.slowSeconds = slowSeconds
    draw = Mutex(seed)
  }

  static func chance(_ argument: String) throws -> (kind: Kind, probability: Double) {
    let parts = argument.split(separator: "=")
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])),
      let probability = Double(parts[1]), (0...1).contains(probability)
    else {
      let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--fault \(argument): must be KIND=0…1; there are: \(known)")
    }
    return (kind, probability)
  }

  /// Has the axis answer, and spoils it when the draw says so.
  func answer(_ request: Request, by axis: Axis) -> Answer {
    guard let kind = drawn(for: request) else { return reply(axis.answer(request)) }
    switch kind {
    case .errorBefore: return failure
    case .dropBefore: return .close
    case .badJSON:
      return .reply(
        status: 200, contentType: "application/json", body: Array("{\"status\": \"OK\",".utf8))
    case .html:
      return .reply(
        status: 200, contentType: "text/html", body: Array("<html>Đăng nhập</html>".utf8))
    case .errorAfter:
      _ = axis.answer(request)
      return failure
    case .dropAfter:
      _ = axis.answer(request)
      return .close
    case .cut: return .half(body: axis.answer(request))
    case .slow:
      Thread.sleep(forTimeInterval: slowSeconds)
      return reply(axis.answer(request))
    case .slowAfter:
      let body = axis.answer(request)
      Thread.sleep(forTimeInterval: slowSeconds)
      return reply(body)
    case .twice:
      _ = axis.answer(request, bySelf: true)
      return reply(axis.answer(request))
    }
  }

  private var failure: Answer {
    .reply(status: 500, contentType: "text/html", body: Array("<html>500</html>".utf8))
  }

  private func reply(_ body: [UInt8]) -> Answer {
    let isRaw = body.first == UInt8(ascii: "<")
    return .reply(
      status: 200,
      contentType: isRaw ? "application/octet-stream" : "application/json;charset=UTF-8",
      body: body)
  }

  private func drawn(for request: Request) -> Kind? {
    let call = String(request.path.dropFirst())
    guard calls.isEmpty || calls.contains(call) else { return nil }
    var share = next()
    for chance in chances {
      if share < chance.probability { return chance.kind }
      share -= chance.probability
    }
    return nil
  }

  /// SplitMix64 (Steele, Lea, Flood 2014): a number in 0..<1.
  private func next() -> Double {
    let mixed = draw.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
    return Double(mixed >> 11) / 9_007_199_254_740_992
  }
}
