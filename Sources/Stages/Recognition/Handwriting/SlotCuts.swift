import Imaging

/// The pieces into which the ink of a slot may be cut, from left to right: each is a digit or a part of one.
///
/// Ink is cut at gaps, and within a connected piece where the strokes along the slant of the hand are thinnest. There
/// are more cuts than digits: which of them are right is for the network to say (SlotDecoding).
struct SlotCuts {
  /// One piece: its pixels, as places in the picture.
  struct Atom {
    var pixels: [Int]
    var box: Box
    /// Where it stands along the line, its slant taken out.
    var middle: Double
    var weight: Float
    /// The connected piece of ink that it was cut from.
    let piece: Int
  }

  let atoms: [Atom]
  /// Columns that the hand leans to the right for each row upwards.
  let slant: Double

  init(_ ink: SlotInk) {
    let picture = ink.picture
    var places: [(x: Int, y: Int, at: Int)] = []
    for at in picture.values.indices where picture.values[at] > 0.2 {
      places.append((at % picture.width, at / picture.width, at))
    }
    let slant = SlotCuts.slant(of: places, width: picture.width, height: picture.height)
    self.slant = slant
    var grid = InkGrid(width: picture.width, height: picture.height)
    for place in places { grid.cells[place.at] = 1 }
    let labelled = LabelledPieces(grid)
    var members = [[Int]](repeating: [], count: labelled.pieces.count)
    for place in places { members[Int(labelled.labels[place.at])].append(place.at) }
    let foot = Double(ink.slot.maxY)
    func leaned(_ at: Int) -> Double {
      Double(at % picture.width) + slant * (Double(at / picture.width) - foot)
    }
    var atoms: [Atom] = []
    for (piece, pixels) in members.enumerated() {
      let cuts = SlotCuts.cuts(of: pixels.map(leaned), size: ink.size)
      var parts = [[Int]](repeating: [], count: cuts.count + 1)
      for at in pixels {
        let position = leaned(at)
        parts[cuts.count { position >= $0 }].append(at)
      }
      for part in parts where !part.isEmpty {
        let boxes = part.map {
          Box(x: $0 % picture.width, y: $0 / picture.width, width: 1, height: 1)
        }
        guard let box = boxes.union else { continue }
        atoms.append(
          Atom(
            pixels: part, box: box, middle: part.map(leaned).reduce(0, +) / Double(part.count),
            weight: part.reduce(0) { $0 + picture.values[$1] }, piece: piece))
      }
    }
    self.atoms = atoms.sorted { $0.middle < $1.middle }
  }

  /// Whether a connected piece of ink is parted where this atom begins.
  func isCut(before atom: Int) -> Bool {
    atoms[..<atom].contains { left in atoms[atom...].contains { $0.piece == left.piece } }
  }

  /// The slant whose columns hold the ink most unevenly: strokes then stand upright.
  private static func slant(
    of places: [(x: Int, y: Int, at: Int)], width: Int, height: Int
  ) -> Double {
    var best = (slant: 0.0, unevenness: -1.0)
    for step in -2...7 {
      let slant = Double(step) * 0.1
      var columns = [Double](repeating: 0, count: width + height + 2)
      for place in places {
        let x = Double(place.x) + slant * Double(place.y - height / 2) + Double(height) / 2
        columns[max(0, min(columns.count - 1, Int(x)))] += 1
      }
      let unevenness = columns.reduce(0) { $0 + $1 * $1 }
      if unevenness > best.unevenness * 1.02 { best = (slant, unevenness) }
    }
    return best.slant
  }

  /// Where a connected piece may be cut: minima of its ink along the slant, at most six.
  private static func cuts(of positions: [Double], size: Double) -> [Double] {
    guard let low = positions.min(), let high = positions.max() else { return [] }
    let count = Int(high - low) + 1
    // Narrower than one digit and a bit: one sign.
    guard Double(count) > 0.42 * size else { return [] }
    var columns = [Double](repeating: 0, count: count)
    for position in positions { columns[min(count - 1, Int(position - low))] += 1 }
    let smooth = columns.indices.map { x in
      (columns[max(0, x - 1)] + 2 * columns[x] + columns[min(count - 1, x + 1)]) / 4
    }
    let reach = max(2, Int(0.12 * size))
    var found: [(x: Int, depth: Double)] = []
    for x in reach..<max(reach, count - reach) {
      let window = smooth[max(0, x - reach)...min(count - 1, x + reach)]
      guard smooth[x] == window.min(), smooth[x] < 0.5 * size else { continue }
      if let last = found.last, x - last.x < reach {
        continue
      }
      found.append((x, smooth[x]))
    }
    let thinnest = found.sorted { $0.depth < $1.depth }.prefix(6).map(\.x).sorted()
    return thinnest.map { low + Double($0) + 0.5 }
  }
}
