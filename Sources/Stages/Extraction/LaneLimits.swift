import Imaging

/// How sure a value must be for its lane.
public struct LaneLimits: Sendable, Equatable, Codable {
  /// The least probability to be taken as read, 0…1.
  public let accept: Double
  /// The least probability to be shown for a person to confirm, 0…1; a sentence is shown from two fifths of it.
  public let confirm: Double
  /// Whether scores become probabilities by the fitted curves; without, they are taken as they are, to fit them.
  public let isCalibrated: Bool

  /// Makes limits.
  public init(accept: Double, confirm: Double, isCalibrated: Bool = true) {
    self.accept = accept
    self.confirm = confirm
    self.isCalibrated = isCalibrated
  }

  /// What pipelines ask for that say nothing else.
  public static let standard = LaneLimits(accept: 0.95, confirm: 0.5)
}

/// The kinds of field whose scores are calibrated each for itself, named as a person sets them.
enum FieldKind: Hashable {
  case of(FieldName)
  case fullName, position, competence, addressees, toPlaces, legalBases, appendixes

  /// The probability that a value of such a score is right, as `Scripts/train-confidence` found on painted
  /// documents; the score itself where nothing was fitted.
  func probability(of score: Double) -> Double {
    guard let curve = Self.curves[name] else { return score }
    return (curve(score) * 1000).rounded() / 1000
  }

  private var name: String {
    switch self {
    case .of(let name): name.rawValue
    case .fullName: "signer.fullName"
    case .position: "signer.position"
    case .competence: "signer.competence"
    case .addressees: "addressees"
    case .toPlaces: "toPlaces"
    case .legalBases: "legalBases"
    case .appendixes: "appendixes"
    }
  }
}
