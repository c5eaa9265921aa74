/// A rectangle in pixels of the page as shown, origin at the top left.
///
/// Written to JSON as `[x, y, width, height]`.
public struct Box: Sendable, Hashable, Codable {
  /// Left edge, in pixels.
  public let x: Int
  /// Top edge, in pixels.
  public let y: Int
  /// Width in pixels, 0 or more.
  public let width: Int
  /// Height in pixels, 0 or more.
  public let height: Int

  /// Makes a box from its left top corner and its size.
  public init(x: Int, y: Int, width: Int, height: Int) {
    precondition(width >= 0 && height >= 0, "a box cannot be inside out")
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Reads `[x, y, width, height]`.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    let x = try list.decode(Int.self)
    let y = try list.decode(Int.self)
    let width = try list.decode(Int.self)
    let height = try list.decode(Int.self)
    guard width >= 0, height >= 0 else {
      throw DecodingError.dataCorruptedError(in: list, debugDescription: "negative size")
    }
    self.init(x: x, y: y, width: width, height: height)
  }

  /// Writes `[x, y, width, height]`.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for value in [x, y, width, height] { try list.encode(value) }
  }

  /// The first column right of the box.
  public var maxX: Int { x + width }
  /// The first row below the box.
  public var maxY: Int { y + height }
  /// Width times height, in pixels.
  public var area: Int { width * height }
  /// The horizontal centre, in pixels.
  public var midX: Double { Double(x) + Double(width) / 2 }
  /// The vertical centre, in pixels.
  public var midY: Double { Double(y) + Double(height) / 2 }

  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Box(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// What both boxes cover, nil when they do not touch.
  public func intersection(_ other: Box) -> Box? {
    let left = max(x, other.x)
    let top = max(y, other.y)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    guard right > left, bottom > top else { return nil }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The box moved to the right and down, as from a part of a picture to the whole.
  public func moved(right x: Int, down y: Int) -> Box {
    Box(x: self.x + x, y: self.y + y, width: width, height: height)
  }

  /// The box moved outwards by a margin and cut at the edges of a `width` × `height` image.
  public func grown(by margin: Int, within width: Int, _ height: Int) -> Box {
    let left = max(0, x - margin)
    let top = max(0, y - margin)
    return Box(
      x: left, y: top, width: max(0, min(width, maxX + margin) - left),
      height: max(0, min(height, maxY + margin) - top))
  }
}

extension Sequence where Element == Box {
  /// The smallest box that holds all, nil when there is none.
  public var union: Box? {
    reduce(nil as Box?) { $0?.union($1) ?? $1 }
  }
}
