import Foundation
import Imaging

/// Reads the ink of a slot: the best ways to cut it into signs, each scored by the network.
///
/// Every run of up to four neighbouring pieces may be one sign. The score of a cut is the sum of the logarithms of the
/// network's answers, less what pieces cost that are left out and signs of uneven height; what is known of the slot
/// (days are 1 to 31, a number below 10 has a zero before it) ranks the sums. A digit that nobody saw is never added.
struct SlotDecoding {
  /// A way to read the slot with its score, a logarithm.
  struct Hypothesis {
    var text = ""
    var score = 0.0
    /// The network's least certain answer.
    var least = 1.0
    /// The boxes of the signs.
    var boxes: [Box] = []
  }

  /// The best ways, best first, one a text.
  let hypotheses: [Hypothesis]
  /// How many pictures the network was asked about.
  let asked: Int

  private static let width = 60
  /// What it costs to part ink that hangs together: fitted to painted slots of the training digits.
  private static let joint = 1.0

  init(_ ink: SlotInk, kind: SlotKind, network: DigitNetwork = .shared) {
    let cuts = SlotCuts(ink)
    let atoms = cuts.atoms
    guard !atoms.isEmpty, atoms.count <= 24 else {
      (hypotheses, asked) = ([], 0)
      return
    }
    let total = atoms.reduce(Float(0)) { $0 + $1.weight }
    var asked = 0
    // Beams by how many pieces they have used.
    var beams = [[Hypothesis]](repeating: [], count: atoms.count + 1)
    beams[0] = [Hypothesis()]
    let longest = kind == .number ? 6 : 2
    for start in atoms.indices {
      let open = beams[start].sorted { $0.score > $1.score }.prefix(SlotDecoding.width)
      guard !open.isEmpty else { continue }
      // Left out: dust costs little, a stroke much, the slash that reaches in from the right less.
      let share = Double(atoms[start].weight / max(1, total))
      let isAtRim = start == atoms.count - 1 && atoms[start].box.maxX > ink.slot.maxX - 2
      let cost = isAtRim ? 1.0 + 4 * share : 1.2 + 25 * share
      for hypothesis in open {
        var next = hypothesis
        next.score -= cost
        beams[start + 1].append(next)
      }
      let joint = cuts.isCut(before: start) ? SlotDecoding.joint : 0
      for end in start..<min(start + 4, atoms.count) {
        let run = Array(atoms[start...end])
        guard let sign = Sign(run, of: ink, network: network) else { continue }
        asked += 1
        for hypothesis in open where hypothesis.text.count < longest {
          for (answer, p) in sign.answers {
            // Letters stand behind a number and end it.
            guard !(hypothesis.text.last?.isLetter ?? false),
              !answer.isLetter || kind == .number && !hypothesis.text.isEmpty
            else { continue }
            var next = hypothesis
            next.text.append(answer)
            next.score += log(p) - joint
            next.least = min(next.least, p)
            next.boxes.append(sign.box)
            beams[end + 1].append(next)
          }
        }
      }
    }
    self.asked = asked
    var best: [String: Hypothesis] = [:]
    for var hypothesis in beams[atoms.count] where !hypothesis.text.isEmpty {
      guard let prior = SlotPrior.logarithm(of: hypothesis.text, kind: kind) else { continue }
      hypothesis.score += prior + SlotDecoding.evenness(of: hypothesis.boxes)
      if hypothesis.score > best[hypothesis.text]?.score ?? -.infinity {
        best[hypothesis.text] = hypothesis
      }
    }
    hypotheses = Array(
      best.values.sorted { ($0.score, $1.text) > ($1.score, $0.text) }.prefix(8))
  }

  /// What signs of different heights cost: a hand keeps its height within a third.
  private static func evenness(of boxes: [Box]) -> Double {
    guard boxes.count > 1 else { return 0 }
    let heights = boxes.map { Double($0.height) }.sorted()
    let middle = heights[heights.count / 2]
    return heights.reduce(0) { sum, height in
      let ratio = log(height / middle) / 0.35
      return sum - 0.5 * ratio * ratio
    }
  }
}

/// One run of pieces taken for a sign, with the network's answers.
private struct Sign {
  let box: Box
  /// The likeliest answers, "no sign" left out.
  let answers: [(Character, Double)]

  init?(_ atoms: [SlotCuts.Atom], of ink: SlotInk, network: DigitNetwork) {
    guard let box = atoms.map(\.box).union else { return nil }
    // Wider than one and a half times the type, lower than a third of it: no digit.
    guard Double(box.width) < 1.5 * ink.size, Double(box.height) > 0.33 * ink.size,
      Double(box.width) < 2 * Double(box.height)
    else { return nil }
    var crop = InkPicture(width: box.width, height: box.height)
    for atom in atoms {
      for at in atom.pixels {
        let (x, y) = (at % ink.picture.width - box.x, at / ink.picture.width - box.y)
        crop.values[y * box.width + x] = ink.picture.values[at]
      }
    }
    guard let picture = crop.normalized else { return nil }
    self.box = box
    let probabilities = network.probabilities(of: picture)
    answers = probabilities.dropLast().enumerated().filter { $0.element > 0.002 }
      .sorted { $0.element > $1.element }.prefix(4)
      .map { (DigitNetwork.signs[$0.offset], $0.element) }
  }
}

/// What is known of a slot before anything is seen: it ranks readings and makes up none.
enum SlotPrior {
  /// The logarithm of how likely a text is; nil when it is none that can stand there.
  static func logarithm(of text: String, kind: SlotKind) -> Double? {
    switch kind {
    case .day: calendar(text, last: 31)
    case .month: calendar(text, last: 12)
    case .number: number(text)
    }
  }

  /// A day or month; the decree asks for a zero before days below 10 and months below 3, clerks often leave it.
  private static func calendar(_ text: String, last: Int) -> Double? {
    guard let value = Int(text), (1...last).contains(value), text.count <= 2 else { return nil }
    return text.count == 1 ? -0.7 : 0
  }

  /// One to five digits and perhaps a letter (Nghị định 30/2020 Phụ lục I II.3: numbers below 10 begin with 0).
  private static func number(_ text: String) -> Double? {
    let digits = text.filter(\.isNumber)
    guard (1...5).contains(digits.count), digits.contains(where: { $0 != "0" }) else { return nil }
    let lengths = [0.03, 0.17, 0.32, 0.45, 0.03]
    var result = log(lengths[digits.count - 1])
    if digits.hasPrefix("0") && digits.count > 2 { result -= 4 }
    if text.count > digits.count { result -= 4 }
    return result
  }
}
