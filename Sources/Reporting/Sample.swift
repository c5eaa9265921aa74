/// One page of a run.
public struct SampledPage: Sendable, Hashable, Codable {
  /// The document's name.
  public let file: String
  /// The page, from 1.
  public let page: Int

  /// Names a page.
  public init(file: String, page: Int) {
    self.file = file
    self.page = page
  }
}

/// The pages that a person is asked to look at, drawn by lot so that nobody chose them.
///
/// Ten pages or a tenth of them, whichever is more, is the share that NARA's and FADGI's guidelines for
/// digitization set for looking at pictures by eye. The draw can be repeated: it depends on the seed
/// and on the names and page counts of the documents, not on their order or their verdicts.
public struct Sample: Sendable, Equatable, Codable {
  /// The number that the draw started from.
  public let seed: Int
  /// The pages, in order of their documents' names.
  public let pages: [SampledPage]

  /// The pages of each document in the sample.
  var pagesByFile: [String: Set<Int>] {
    Dictionary(grouping: pages, by: \.file).mapValues { Set($0.map(\.page)) }
  }

  /// Draws from all pages there are.
  public init(of all: [SampledPage], seed: Int) {
    self.seed = seed
    var rest = all.sorted(by: Self.precedes)
    let count = min(rest.count, max(10, (rest.count + 9) / 10))
    var lot = SplitMix(state: UInt64(bitPattern: Int64(seed)))
    // The first `count` steps of Fisher's and Yates' shuffle: every choice is equally likely.
    for index in 0..<count { rest.swapAt(index, index + lot.number(below: rest.count - index)) }
    pages = rest.prefix(count).sorted(by: Self.precedes)
  }

  private static func precedes(_ left: SampledPage, _ right: SampledPage) -> Bool {
    left.file == right.file
      ? left.page < right.page
      : left.file.unicodeScalars.lexicographicallyPrecedes(right.file.unicodeScalars)
  }
}

extension Report {
  /// Draws a sample from the pages of this report.
  public mutating func drawSample(seed: Int) {
    sample = Sample(
      of: documents.flatMap { document in
        document.pages.map { SampledPage(file: document.file, page: $0.index) }
      }, seed: seed)
  }
}

/// The SplitMix64 generator (Steele, Lea, Flood 2014): the same numbers on every machine, forever.
///
/// Swift's own generators promise nothing across versions, so a logged seed would lose its meaning.
struct SplitMix {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` - 1, each equally likely.
  mutating func number(below bound: Int) -> Int {
    let bound = UInt64(bound)
    // Numbers above the last full round would favour the low ones: they are drawn again.
    let limit = UInt64.max - UInt64.max % bound
    while true {
      let number = next()
      if number < limit { return Int(number % bound) }
    }
  }
}
