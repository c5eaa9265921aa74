import Imaging
import Recognition

/// The line that names the kind of document (ô 5a).
struct Title {
  /// The line.
  let line: TextLine
  /// The kind it names.
  let kind: DocumentKind
  /// Probability that the line names this kind, 0…1.
  let confidence: Double
  /// What stands on the line after the kind, as a subject set in the same line does.
  let rest: [Token]

  /// Finds the topmost line below a row that is set in capitals, centred, and names a kind.
  init?(in page: PageLayout, below top: Double) {
    // A title set wide falls into pieces, dirt beside it makes one line with it: both are tried.
    let lines = (page.joined + page.lines).filter { line in
      line.middle > top && line.middle < max(0.55 * page.height, top + 0.35 * page.height)
    }.sorted { $0.middle < $1.middle }
    let readings = lines.compactMap { Title($0, on: page) }
    // A whole line beats a line that only begins so, which may be a heading in the text.
    guard let best = readings.first(where: { $0.rest.isEmpty }) ?? readings.first else {
      return nil
    }
    self = best
  }

  private init?(_ whole: TextLine, on page: PageLayout) {
    // Specks beside the title are not part of it.
    guard let line = whole.filter({ $0.skeleton.count > 1 || $0.confidence > 60 }),
      line.capitalShare >= 0.7,
      abs(line.box.midX - page.width / 2) < 0.2 * page.width
    else { return nil }
    var best: (kind: DocumentKind, distance: Int)?
    for kind in DocumentKind.named {
      // One letter in six may be wrong: none of DEAN or DUAN, one of QUYETDINH.
      let allowed = kind.skeleton.count / 6
      guard abs(kind.skeleton.count - line.skeleton.count) <= allowed else { continue }
      let distance = distance(kind.skeleton, line.skeleton)
      // `THƯỢNG` of a place is no misread `THƯ CÔNG`: a short kind keeps its spaces.
      guard
        distance == 0 || kind.skeleton.count >= 8
          || line.tokens.count == kind.name.split(separator: " ").count
      else { continue }
      if distance <= allowed, distance < (best?.distance ?? Int.max) { best = (kind, distance) }
    }
    if let best {
      self.line = line
      kind = best.kind
      confidence = best.distance == 0 ? 0.99 : 0.85
      rest = []
      return
    }
    let openings = DocumentKind.named.filter { line.skeleton.starts(with: $0.skeleton) }
    guard let kind = openings.max(by: { $0.skeleton.count < $1.skeleton.count }),
      kind.skeleton.count >= 6, line.isCapital
    else { return nil }
    let used = line.tokens(holding: 0..<kind.skeleton.count)
    // The kind must end where a word ends.
    guard line.tokens[used].reduce(0, { $0 + $1.skeleton.count }) == kind.skeleton.count else {
      return nil
    }
    self.line = line
    self.kind = kind
    confidence = 0.9
    rest = Array(line.tokens[used.upperBound...])
  }
}
