import QPDF

/// A rule of ISO 19005 that another checker found broken.
public struct OutsideBreach: Sendable, Equatable {
  /// The clause and the number of the test in it, such as `6.1.2-1`.
  public let clause: String
  /// What the other checker says is required, in its own words.
  public let description: String
  /// How many objects break it, at least 1.
  public let count: Int
  /// The first place that it names; nil when it names none.
  public let place: String?
}

/// What veraPDF says of one file.
public struct OutsideReport: Sendable, Equatable {
  /// The version of the program; nil when the report does not say.
  public let version: String?
  /// Whether the file meets the level that was asked for.
  public let isCompliant: Bool
  /// The rules that it breaks, in the order of the report.
  public let breaches: [OutsideBreach]

  /// Reads a machine-readable report of veraPDF (`--format mrr`, since 1.24 the same as `xml`).
  ///
  /// Nil for what is no such report, and for a job that ended before the file was judged: such a report
  /// holds a `taskException` and no verdict.
  public init?(veraPDF bytes: [UInt8]) {
    guard let root = XMLTree(bytes), root.name.local == "report",
      let judged = root.descendant("validationReport"),
      let verdict = judged.attribute("isCompliant"), ["true", "false"].contains(verdict),
      let details = judged.descendant("details")
    else { return nil }
    isCompliant = verdict == "true"
    version = root.descendant("releaseDetails")?.attribute("version")
    breaches = details.children.filter {
      $0.name.local == "rule" && $0.attribute("status") != "passed"
    }.map(OutsideBreach.init)
    // A verdict against the file names a rule, one for it names none.
    guard isCompliant == breaches.isEmpty else { return nil }
  }
}

extension OutsideBreach {
  fileprivate init(_ rule: XMLTree) {
    clause = "\(rule.attribute("clause") ?? "?")-\(rule.attribute("testNumber") ?? "?")"
    description = (rule.descendant("description")?.text ?? "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    count = rule.attribute("failedChecks").flatMap { Int($0) } ?? 1
    place = rule.descendant("context")?.text
  }
}

/// How our checks and another checker's stand to each other on one file at one level.
public struct OutsideComparison: Sendable, Equatable {
  /// A rule that only the other names, and what we say of it.
  public struct Unseen: Sendable, Equatable {
    /// What we say.
    public enum View: Sendable, Equatable {
      /// We check the rule of this number and find it met.
      case met
      /// We find another rule of the same clause broken: it may be the same breach under another number.
      case sameClause
      /// We have no such rule.
      case unknown
    }

    /// The breach as the other tells it.
    public let breach: OutsideBreach
    /// What we say of it.
    public let view: View
  }

  /// Whether both say the same of the file as a whole.
  public let agrees: Bool
  /// The clauses that both name.
  public let shared: [String]
  /// What only the other names.
  public let onlyOutside: [Unseen]
  /// What only we name.
  public let onlyOurs: [ConformanceResult]

  /// Compares by clause and number: ours follow veraPDF's, but we part some rules otherwise.
  public init(_ own: [ConformanceResult], with outside: OutsideReport) {
    let broken = own.filter { !$0.passed }
    let ours = Set(broken.map(\.clause))
    let ourClauses = Set(ours.map(Self.withoutNumber))
    let known = Set(own.map(\.clause))
    let named = Set(outside.breaches.map(\.clause))
    agrees = broken.isEmpty == outside.isCompliant
    shared = broken.map(\.clause).filter(named.contains)
    onlyOurs = broken.filter { !named.contains($0.clause) }
    onlyOutside = outside.breaches.filter { !ours.contains($0.clause) }.map { breach in
      let view: Unseen.View =
        ourClauses.contains(Self.withoutNumber(breach.clause))
        ? .sameClause : known.contains(breach.clause) ? .met : .unknown
      return Unseen(breach: breach, view: view)
    }
  }

  private static func withoutNumber(_ rule: String) -> Substring { rule.prefix { $0 != "-" } }
}

extension XMLTree {
  /// The value of an attribute without a namespace.
  fileprivate func attribute(_ name: String) -> String? {
    attributes[Name(space: "", local: name)]
  }

  /// The first element of that name inside, nearest to the top first.
  fileprivate func descendant(_ name: String) -> XMLTree? {
    var level = children
    while !level.isEmpty {
      if let found = level.first(where: { $0.name.local == name }) { return found }
      level = level.flatMap(\.children)
    }
    return nil
  }
}
