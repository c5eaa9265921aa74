/// What one document of a batch says of its place in the register of its agency.
///
/// A register (sổ đăng ký văn bản) is all that one agency issues in one year under one notation; its numbers rise with
/// the date and come once each (Nghị định 30/2020, Điều 15).
public struct RegisterEntry: Sendable, Equatable {
  /// The document's name.
  public let name: String
  /// The number as it was read, or as a person set it.
  public let number: Field
  /// The date likewise.
  public let date: Field
  /// Agency, year and notation; nil where one of them is unknown.
  let register: String?
  /// Whether its readings stay in their order whatever the others say.
  private(set) var isFixed = false
  /// The ways to read the number, best first.
  let numbers: [NumberChoice]
  /// The ways to read the date, best first.
  let dates: [Candidate]

  /// Takes what a record says, before neighbours had their say.
  public init(name: String, record: DocumentRecord) {
    let date = record[.promulgationDate]
    let year = date.choices.first?.value.prefix(4)
    var register: String?
    if let agency = record[.organName].value, let notation = record[.codeNotation].value, let year {
      let skeleton = String(decoding: Letters.skeleton(agency), as: UTF8.self)
      register = "\(skeleton) \(year) \(notation.uppercased())"
    }
    self.init(name: name, number: record[.codeNumber], date: date, register: register)
  }

  /// The same document, packed as it was read: others are held against it, it does not change.
  public var fixed: RegisterEntry {
    var result = self
    result.isFixed = true
    return result
  }

  /// The same document with its readings in another order.
  func replacing(number: Field, date: Field) -> RegisterEntry {
    RegisterEntry(name: name, number: number, date: date, register: register)
  }

  private init(name: String, number: Field, date: Field, register: String?) {
    self.name = name
    self.number = number
    self.date = date
    self.register = register
    numbers = number.choices.compactMap(NumberChoice.init)
    // Of a date without a day there is nothing to put in order.
    dates = date.choices.filter { $0.value.count == "2018-01-04".count }
  }

  /// The best reading of number and date with the probability that both are right; nil when one is unknown.
  var best: (number: NumberChoice, date: String, p: Double)? {
    guard let number = numbers.first, let date = dates.first else { return nil }
    return (number, date.value, number.p * date.p)
  }
}

/// A way to read a number, such as `3176B`.
struct NumberChoice: Sendable, Equatable {
  let text: String
  /// The number without the letter behind it, by which a clerk slips one in after another.
  let number: Int
  /// The probability that it is right, 0…1.
  let p: Double

  init?(_ candidate: Candidate) {
    guard let number = Int(candidate.value.prefix { $0.isASCII && $0.isNumber }) else { return nil }
    text = candidate.value
    self.number = number
    p = candidate.p
  }
}

extension Field {
  /// The ways to read it, best first: what was taken as read or set by a person leaves no choice.
  fileprivate var choices: [Candidate] {
    guard lane == .accept, let value else { return candidates }
    return [Candidate(value: value, p: confidence)]
  }

  /// Whether neighbours may put its readings in another order: a pen wrote it and nobody decided.
  var isOpen: Bool { handwritten == true && lane != .accept }

  /// The field with its readings in another order; lane and evidence stay.
  ///
  /// Readings are neither added nor taken away: with others than its own the field stays as it is.
  public func ranked(_ candidates: [Candidate], because neighbours: [String]) -> Field {
    guard isOpen, let best = candidates.first,
      candidates.map(\.value).sorted() == self.candidates.map(\.value).sorted()
    else { return self }
    return Field(
      value: value == nil ? nil : best.value, raw: raw,
      confidence: value == nil ? confidence : best.p, lane: lane, handwritten: handwritten,
      evidence: evidence, candidates: candidates, neighbours: neighbours)
  }
}

extension Field {
  /// The field with its readings in the order that neighbours once gave them; as read where they gave none.
  public func ranked(as known: Field) -> Field {
    known.neighbours.isEmpty ? self : ranked(known.candidates, because: known.neighbours)
  }
}

extension DocumentRecord {
  /// The same record with another number and date.
  public func replacing(number: Field, date: Field) -> DocumentRecord {
    var fields = fields
    if fields[.codeNumber] != nil { fields[.codeNumber] = number }
    if fields[.promulgationDate] != nil { fields[.promulgationDate] = date }
    return DocumentRecord(
      fields: fields, signers: signers, addressees: addressees, toPlaces: toPlaces,
      legalBases: legalBases, appendixes: appendixes, secrecyMarks: secrecyMarks,
      facts: facts)
  }
}
