public import Recognition

/// What a seal is there for.
public enum SealUse: String, Sendable, Codable, CaseIterable {
  /// On a signature, which makes the document valid (Nghị định 30/2020, Điều 33.1.b).
  case signature
  /// Dấu treo: over the name of the agency or the title of an annex (Điều 33.1.c).
  case hanging
  /// Giáp lai: at an edge, over a part of each sheet (Điều 33.1.đ).
  case joining
  /// The stamp of the office that received the document.
  case arrival
  /// Elsewhere.
  case other
}

/// A seal of a document.
public struct SealFact: Sendable, Hashable, Codable {
  /// Its outline.
  public let shape: SealShape
  /// What it is there for.
  public let use: SealUse
  /// Where it stands.
  public let evidence: Evidence

  /// Makes a fact.
  public init(shape: SealShape, use: SealUse, evidence: Evidence) {
    self.shape = shape
    self.use = use
    self.evidence = evidence
  }
}

/// The place of a signature.
public struct SignatureFact: Sendable, Hashable, Codable {
  /// Whether a pen signed there.
  public let isSigned: Bool
  /// Whether its strokes run over the printed name; nil without strokes or name.
  public let isOverName: Bool?
  /// The strokes; without any, where they are due.
  public let evidence: Evidence

  /// Makes a fact.
  public init(isSigned: Bool, isOverName: Bool?, evidence: Evidence) {
    self.isSigned = isSigned
    self.isOverName = isOverName
    self.evidence = evidence
  }
}

/// What is seen on the pages of a document besides its text.
public struct RecordFacts: Sendable, Equatable, Codable {
  /// The seals, page by page.
  public let seals: [SealFact]
  /// Where persons sign, page by page.
  public let signatures: [SignatureFact]
  /// Whether a pen wrote the number; nil where that cannot be told.
  public let numberHandwritten: Bool?
  /// Whether a pen wrote the day or the month; nil where that cannot be told.
  public let dateHandwritten: Bool?
  /// Where a digital signature shows itself in print.
  public let digitalSignatures: [Evidence]

  /// Makes facts.
  public init(
    seals: [SealFact] = [], signatures: [SignatureFact] = [], numberHandwritten: Bool? = nil,
    dateHandwritten: Bool? = nil, digitalSignatures: [Evidence] = []
  ) {
    self.seals = seals
    self.signatures = signatures
    self.numberHandwritten = numberHandwritten
    self.dateHandwritten = dateHandwritten
    self.digitalSignatures = digitalSignatures
  }

  /// Whether an agency sealed the document: any seal but the stamp of the office that received it.
  public var isSealed: Bool { seals.contains { $0.use != .arrival } }

  /// Whether a pen signed; nil where no place of a signature was found.
  public var isSigned: Bool? {
    signatures.isEmpty ? nil : signatures.contains(where: \.isSigned)
  }

  /// Whether a signature runs over a name; nil where that cannot be told.
  public var isSignedOverName: Bool? {
    let known = signatures.compactMap(\.isOverName)
    return known.isEmpty ? nil : known.contains(true)
  }

  private enum Key: String, CodingKey {
    case sealPresent, seals, signaturePresent, signatureOverName, signatures, numberHandwritten,
      dateHandwritten, digitalSignaturePresent, digitalSignatures
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    seals = try values.decode([SealFact].self, forKey: .seals)
    signatures = try values.decode([SignatureFact].self, forKey: .signatures)
    numberHandwritten = try values.decodeIfPresent(Bool.self, forKey: .numberHandwritten)
    dateHandwritten = try values.decodeIfPresent(Bool.self, forKey: .dateHandwritten)
    digitalSignatures = try values.decode([Evidence].self, forKey: .digitalSignatures)
  }

  /// Writes each fact as a plain yes, no or `null`, with what it rests on.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(isSealed, forKey: .sealPresent)
    try values.encode(seals, forKey: .seals)
    try values.encode(isSigned, forKey: .signaturePresent)
    try values.encode(isSignedOverName, forKey: .signatureOverName)
    try values.encode(signatures, forKey: .signatures)
    try values.encode(numberHandwritten, forKey: .numberHandwritten)
    try values.encode(dateHandwritten, forKey: .dateHandwritten)
    try values.encode(!digitalSignatures.isEmpty, forKey: .digitalSignaturePresent)
    try values.encode(digitalSignatures, forKey: .digitalSignatures)
  }
}
