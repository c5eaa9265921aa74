package import Imaging

/// The four edges of an image.
package enum Edge: CaseIterable {
  case left, right, top, bottom
}

/// How deep dark bands reach from the edges into the page, in pixels.
package struct BlackBorder: Equatable {
  /// Depth at each edge; 0 where there is no band.
  package let depths: [Edge: Int]
  /// The edge with the deepest band and where the band lies, nil when there is none.
  package let deepest: (edge: Edge, box: Box)?

  /// Depth of the deepest band, in pixels.
  package var depth: Int { depths.values.max() ?? 0 }

  /// Whether depths and boxes are the same.
  package static func == (left: BlackBorder, right: BlackBorder) -> Bool {
    left.depths == right.depths && left.deepest?.box == right.deepest?.box
  }
}

/// Measures the dark bands along the edges.
///
/// Dark is what is darker than half the paper. From each pixel of an edge the depth of unbroken
/// darkness is taken, gaps of up to 2 pixels forgiven (dithering, dust). A band is unbroken over 3 % of
/// the edge at least (7 to 9 mm of A4) and as deep as 3 % of the edge is: letters that the edge cuts, a
/// rule or a clip are no band, the wedge beside a crooked sheet is one. Depth is cut at a fifth of the page. It fails where a dark photograph
/// bleeds off the page. In a corner darkness belongs to the band that is less deep there. Source: page-quality notes 1.4, "border noise".
package func blackBorder(of image: GrayImage, paper: Double) -> BlackBorder {
  let limit = UInt8(max(1, min(255, (paper / 2).rounded())))
  let raw = Dictionary(
    uniqueKeysWithValues: Edge.allCases.map { ($0, edgeDepths(of: image, $0, darkerThan: limit)) })
  var depths: [Edge: Int] = [:]
  var deepest: (edge: Edge, box: Box)?
  for edge in Edge.allCases {
    let profile = withoutShortStretches(
      withoutCorners(raw, of: edge, width: image.width, height: image.height))
    let depth = bandDepth(of: profile)
    if depth > depths.values.max() ?? 0 {
      deepest = (edge, bandBox(of: profile, depth: depth, at: edge, in: image))
    }
    depths[edge] = depth
  }
  return BlackBorder(depths: depths, deepest: deepest)
}

/// Depth of darkness from each pixel of an edge inwards.
package func edgeDepths(of image: GrayImage, _ edge: Edge, darkerThan limit: UInt8) -> [Int] {
  let (width, height) = (image.width, image.height)
  let pixels = image.pixels.span
  let isVertical = edge == .left || edge == .right
  let length = isVertical ? height : width
  let reach = (isVertical ? width : height) / 5
  return (0..<length).map { along in
    let (start, step) =
      switch edge {
      case .left: (along * width, 1)
      case .right: (along * width + width - 1, -1)
      case .top: (along, width)
      case .bottom: ((height - 1) * width + along, -width)
      }
    var depth = 0
    var inward = 0
    while inward < reach, inward - depth <= 2 {
      if pixels[start + inward * step] < limit { depth = inward + 1 }
      inward += 1
    }
    return depth
  }
}

/// The profile of an edge without the ends of the bands along the two edges beside it.
///
/// The middle of each depth is looked up in the neighbouring profiles: if it lies within a band there
/// that is less deep, the darkness belongs to that band.
private func withoutCorners(
  _ profiles: [Edge: [Int]], of edge: Edge, width: Int, height: Int
) -> [Int] {
  let isVertical = edge == .left || edge == .right
  let (near, far): (Edge, Edge) = isVertical ? (.top, .bottom) : (.left, .right)
  let length = isVertical ? height : width
  let across = isVertical ? width : height
  return (profiles[edge] ?? []).enumerated().map { along, depth in
    let inward = depth / 2
    let at = edge == .left || edge == .top ? inward : across - 1 - inward
    for (neighbour, distance) in [(near, along), (far, length - 1 - along)] {
      guard let other = profiles[neighbour]?[at] else { continue }
      if other > distance, other < depth { return 0 }
    }
    return depth
  }
}

/// The profile without what is dark for less than 3 % of the edge; gaps of up to 2 pixels are forgiven.
private func withoutShortStretches(_ profile: [Int]) -> [Int] {
  let shortest = max(1, profile.count * 3 / 100)
  var result = profile
  var first: Int?
  var last = 0
  for at in 0...profile.count {
    if at < profile.count, profile[at] > 0 {
      first = first ?? at
      last = at
    } else if let start = first, at == profile.count || at - last > 2 {
      if last - start + 1 < shortest {
        for along in start...last { result[along] = 0 }
      }
      first = nil
    }
  }
  return result
}

/// The depth that 3 % of the edge reaches.
private func bandDepth(of profile: [Int]) -> Int {
  let wanted = max(1, profile.count * 3 / 100)
  return profile.sorted(by: >)[wanted - 1]
}

/// The box of the part of the edge that is at least half as deep as the band.
private func bandBox(of profile: [Int], depth: Int, at edge: Edge, in image: GrayImage) -> Box {
  let deep = profile.indices.filter { profile[$0] * 2 >= depth }
  let first = deep.first ?? 0
  let length = (deep.last ?? 0) - first + 1
  return switch edge {
  case .left: Box(x: 0, y: first, width: depth, height: length)
  case .right: Box(x: image.width - depth, y: first, width: depth, height: length)
  case .top: Box(x: first, y: 0, width: length, height: depth)
  case .bottom: Box(x: first, y: image.height - depth, width: length, height: depth)
  }
}
