public import Imaging
import Measuring

/// Where a person signs: between a position and a name.
public struct SignaturePlace: Sendable, Hashable, Codable {
  /// From below the position to below the name, in pixels of the page as shown.
  public let box: Box
  /// The printed name; nil where none was read.
  public let name: Box?
  /// Height of a word in pixels, a measure for strokes.
  public let letter: Int

  /// Makes a place.
  public init(box: Box, name: Box?, letter: Int) {
    self.box = box
    self.name = name
    self.letter = letter
  }
}

/// What was seen where a person signs.
public struct SignatureReading: Sendable, Equatable, Codable {
  /// The place.
  public let place: SignaturePlace
  /// The strokes of a pen, in pixels of the page as shown; nil when there are none.
  public let strokes: Box?
  /// Whether they run over the printed name; nil without strokes or name.
  public let isOverName: Bool?

  /// Makes a reading.
  public init(place: SignaturePlace, strokes: Box?, isOverName: Bool?) {
    self.place = place
    self.strokes = strokes
    self.isOverName = isOverName
  }
}

/// Looks for the strokes of a pen in each place.
///
/// Strokes are ink in pieces higher than a word and a half, or wider than four words are high; red ink and what lies under
/// a black seal is left out, so a signature wholly under a black seal is missed. Pixels of the page as scanned.
public func signatures(
  in places: [SignaturePlace], on page: PageImage, seals: [Seal], turn: QuarterTurn
) -> [SignatureReading] {
  places.compactMap { place in
    guard let ink = SignatureInk(place, on: page, seals: seals, turn: turn) else { return nil }
    let strokes = ink.strokes
    return SignatureReading(
      place: place, strokes: strokes?.onPage, isOverName: strokes.flatMap(\.isOverName))
  }
}

/// The ink of one place, upright, without seals.
private struct SignatureInk {
  private let place: SignaturePlace
  private let grid: InkGrid
  private let name: Box?
  private let turn: QuarterTurn

  init?(_ place: SignaturePlace, on page: PageImage, seals: [Seal], turn: QuarterTurn) {
    guard let crop = page.cropped(to: place.box) else { return nil }
    var pen = crop.penInk
    for seal in seals where !seal.isRed && seal.shape == .round {
      pen.clearDisc(seal.box, from: place.box)
    }
    self.place = place
    self.turn = turn
    grid = pen.turned(turn)
    name = place.name?.intersection(place.box).map {
      turn.turned(
        $0.moved(right: -place.box.x, down: -place.box.y),
        width: place.box.width, height: place.box.height)
    }
  }

  /// The pieces that a pen drew; nil when they are no signature.
  var strokes: (onPage: Box, isOverName: Bool?)? {
    let letter = Double(place.letter)
    let labelled = LabelledPieces(grid)
    let isPen = labelled.pieces.map { piece in
      let (width, height) = (Double(piece.box.width), Double(piece.box.height))
      let isLarge = height >= 1.5 * letter || width >= 4 * letter && height >= 0.8 * letter
      // Letters of a name that run together begin with it.
      let isAbove = name.map { Double(piece.box.y) < Double($0.y) - 0.4 * letter } ?? true
      return isLarge && isAbove && piece.area * 2 < piece.box.area
    }
    let pieces = zip(labelled.pieces, isPen).filter(\.1).map(\.0)
    guard let box = pieces.map(\.box).union, Double(box.width) >= 1.2 * letter,
      Double(pieces.reduce(0) { $0 + $1.area }) >= 0.3 * letter * letter
    else { return nil }
    let over = name.map { name in
      // The marks above the name and its descenders are left out.
      let rim = name.height / 5
      var inked = 0
      for y in name.y + rim..<max(name.y + rim, name.maxY - rim) {
        for x in name.x..<name.maxX {
          let label = labelled.labels[y * grid.width + x]
          if label >= 0, isPen[Int(label)] { inked += 1 }
        }
      }
      return Double(inked) >= 0.1 * letter * letter
    }
    let back = turn.inverse.turned(box, width: grid.width, height: grid.height)
    return (back.moved(right: place.box.x, down: place.box.y), over)
  }
}

extension PageImage {
  /// The dark ink that is not red: darker in the red channel than four fifths of the paper and than Otsu's cut.
  fileprivate var penInk: InkGrid {
    let gray = penSafeGray
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in gray.pixels { histogram[Int(pixel)] += 1 }
    let paper = percentile(0.9, of: histogram, count: gray.pixels.count)
    let threshold = min(otsuThreshold(of: gray), paper * 4 / 5)
    var grid = InkGrid(width: gray.width, height: gray.height)
    for at in gray.pixels.indices where Int(gray.pixels[at]) < threshold { grid.cells[at] = 1 }
    guard let color else { return grid }
    let red = RedInk(on: color)
    for at in grid.cells.indices where grid.cells[at] != 0 {
      let (r, g, b) = (color.pixels[at * 3], color.pixels[at * 3 + 1], color.pixels[at * 3 + 2])
      if red.shows(r, g, b) { grid.cells[at] = 0 }
    }
    return grid
  }
}

extension InkGrid {
  /// Takes away what lies in the disc of a seal and a thirtieth of its width around it; the grid stands in a part
  /// of the page.
  fileprivate mutating func clearDisc(_ seal: Box, from part: Box) {
    let (x, y) = (seal.midX - Double(part.x), seal.midY - Double(part.y))
    let radius = Double(max(seal.width, seal.height)) * (0.5 + 1.0 / 30)
    for row in 0..<height {
      for column in 0..<width {
        let (across, down) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
        if across * across + down * down <= radius * radius { cells[row * width + column] = 0 }
      }
    }
  }

  /// The grid turned clockwise by quarters.
  fileprivate func turned(_ turn: QuarterTurn) -> InkGrid {
    let image = GrayImage(width: width, height: height, pixels: cells).turned(turn)
    var grid = InkGrid(width: image.width, height: image.height)
    grid.cells = image.pixels
    return grid
  }
}
