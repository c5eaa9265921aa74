public import Extraction

/// The metadata of a document as reports show it: one key a field, arrays for the plural ones.
public struct FieldsReport: Sendable, Equatable, Codable {
  /// The record.
  public let record: DocumentRecord

  /// Makes the report of a record.
  public init(_ record: DocumentRecord) { self.record = record }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads a record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var fields: [FieldName: Field] = [:]
    for name in FieldName.allCases {
      fields[name] = try container.decodeIfPresent(Field.self, forKey: Key(name.rawValue))
    }
    record = DocumentRecord(
      fields: fields,
      signers: try container.decode([Signer].self, forKey: Key("signers")),
      addressees: try container.decode([Field].self, forKey: Key("addressees")),
      toPlaces: try container.decode([Field].self, forKey: Key("toPlaces")),
      legalBases: try container.decodeIfPresent([Field].self, forKey: Key("legalBases")) ?? [],
      appendixes: try container.decodeIfPresent([Field].self, forKey: Key("appendixes")) ?? [],
      secrecyMarks: try container.decode([Evidence].self, forKey: Key("secrecyMarks")),
      facts: try container.decodeIfPresent(RecordFacts.self, forKey: Key("facts")))
  }

  /// Writes a record; every field that was looked for has its key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for name in FieldName.allCases {
      guard let field = record.fields[name] else { continue }
      try container.encode(field, forKey: Key(name.rawValue))
    }
    try container.encode(record.signers, forKey: Key("signers"))
    try container.encode(record.addressees, forKey: Key("addressees"))
    try container.encode(record.toPlaces, forKey: Key("toPlaces"))
    try container.encode(record.legalBases, forKey: Key("legalBases"))
    try container.encode(record.appendixes, forKey: Key("appendixes"))
    try container.encode(record.secrecyMarks, forKey: Key("secrecyMarks"))
    try container.encodeIfPresent(record.facts, forKey: Key("facts"))
  }
}
