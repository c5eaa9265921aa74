/// What a person decided about a document; an event that is judged again, never a correction in place.
public struct Decision: Sendable, Equatable {
  /// The acts open to a person.
  public enum Act: Sendable, Equatable {
    /// Gives a field its value.
    case set(FieldPath, String)
    /// Takes the document as fit in spite of its findings.
    case accept
    /// Declares the document unfit.
    case reject
    /// Lets a held document go; never a secret one over a network.
    case release
    /// Declares that another document begins on a page, counted from 1 over the whole scan.
    case split(at: Int)
    /// Says which agencies receive the document, by code, in place of the pipeline's.
    case address([String])
    /// Says that the document takes older ones back or stands in their place, by identifier.
    case supersede(Supersession, [String])
    /// Asks the receivers for an answer until a day, `yyyy-MM-dd`.
    case due(String)
  }

  /// What a document does to older ones.
  public enum Supersession: String, Sendable, Codable, CaseIterable {
    /// They are taken back (thu hồi).
    case recall
    /// It stands in their place (thay thế).
    case replace
    /// It corrects the one that receivers have (cập nhật).
    case update
  }

  /// What was decided.
  public let act: Act
  /// Who decided.
  public let by: String
  /// The reason given.
  public let why: String
  /// When, ISO 8601.
  public let at: String

  /// Records a decision.
  public init(act: Act, by: String, why: String, at: String) {
    self.act = act
    self.by = by
    self.why = why
    self.at = at
  }
}

/// Written flat: `{"act": "set", "field": "codeNumber", "value": "347", "by": …, "why": …, "at": …}`.
extension Decision: Codable {
  private enum Key: String, CodingKey { case act, field, value, page, to, of, day, by, why, at }
  private enum Verb: String, Codable {
    case set, accept, reject, release, split, address, recall, replace, update, due
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let act: Act =
      switch try container.decode(Verb.self, forKey: .act) {
      case .set:
        .set(
          try container.decode(FieldPath.self, forKey: .field),
          try container.decode(String.self, forKey: .value))
      case .accept: .accept
      case .reject: .reject
      case .release: .release
      case .split: .split(at: try container.decode(Int.self, forKey: .page))
      case .address: .address(try container.decode([String].self, forKey: .to))
      case .recall: .supersede(.recall, try container.decode([String].self, forKey: .of))
      case .replace: .supersede(.replace, try container.decode([String].self, forKey: .of))
      case .update: .supersede(.update, try container.decode([String].self, forKey: .of))
      case .due: .due(try container.decode(String.self, forKey: .day))
      }
    self.init(
      act: act, by: try container.decode(String.self, forKey: .by),
      why: try container.decode(String.self, forKey: .why),
      at: try container.decode(String.self, forKey: .at))
  }

  /// Writes one flat object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch act {
    case .set(let path, let value):
      try container.encode(Verb.set, forKey: .act)
      try container.encode(path, forKey: .field)
      try container.encode(value, forKey: .value)
    case .accept: try container.encode(Verb.accept, forKey: .act)
    case .reject: try container.encode(Verb.reject, forKey: .act)
    case .release: try container.encode(Verb.release, forKey: .act)
    case .split(let page):
      try container.encode(Verb.split, forKey: .act)
      try container.encode(page, forKey: .page)
    case .address(let codes):
      try container.encode(Verb.address, forKey: .act)
      try container.encode(codes, forKey: .to)
    case .supersede(let how, let identifiers):
      let verb: Verb =
        switch how {
        case .recall: .recall
        case .replace: .replace
        case .update: .update
        }
      try container.encode(verb, forKey: .act)
      try container.encode(identifiers, forKey: .of)
    case .due(let day):
      try container.encode(Verb.due, forKey: .act)
      try container.encode(day, forKey: .day)
    }
    try container.encode(by, forKey: .by)
    try container.encode(why, forKey: .why)
    try container.encode(at, forKey: .at)
  }
}
