public import Extraction

extension DocumentRecord {
  /// The record after what persons set; the later word stands.
  public func applying(_ decisions: [Decision]) -> DocumentRecord {
    decisions.reduce(self) { record, decision in
      guard case .set(let path, let value) = decision.act else { return record }
      return record.setting(path, to: value)
    }
  }

  private func setting(_ path: FieldPath, to value: String) -> DocumentRecord {
    var fields = fields
    var signers = signers
    var addressees = addressees
    var toPlaces = toPlaces
    switch path {
    case .field(let name): fields[name] = self[name].set(to: value, under: path)
    case .signer(let part):
      let first =
        signers.first ?? Signer(competence: .missing, position: .missing, fullName: .missing)
      signers = [first.setting(part, to: value)] + signers.dropFirst()
    case .list(.addressees): addressees = addressees.set(to: value, under: path)
    case .list(.toPlaces): toPlaces = toPlaces.set(to: value, under: path)
    }
    return DocumentRecord(
      fields: fields, signers: signers, addressees: addressees, toPlaces: toPlaces,
      legalBases: legalBases, appendixes: appendixes, secrecyMarks: secrecyMarks,
      facts: facts)
  }
}

extension Signer {
  fileprivate func setting(_ part: FieldPath.SignerPart, to value: String) -> Signer {
    func new(_ field: Field, _ own: FieldPath.SignerPart) -> Field {
      own == part ? field.set(to: value, under: .signer(part)) : field
    }
    return Signer(
      competence: new(competence, .competence), position: new(position, .position),
      fullName: new(fullName, .fullName))
  }
}

extension [Field] {
  /// One field an entry; an entry that was there before keeps what was read and where.
  fileprivate func set(to value: String, under path: FieldPath) -> [Field] {
    listEntries(value).map { entry in
      (first { $0.value == entry } ?? .missing).set(to: entry, under: path)
    }
  }
}

extension Field {
  /// The field with a person's value: certain, and with what was read and where kept.
  ///
  /// A value that cannot stand in the field is kept too, for nothing a person typed may get lost; it
  /// has to be confirmed, which holds the document. An empty value clears the field.
  fileprivate func set(to value: String, under path: FieldPath) -> Field {
    guard case .success(let text) = validated(value, for: path) else {
      return with(value: value, confidence: 0, lane: .confirm)
    }
    guard !text.isEmpty else { return with(value: nil, confidence: 0, lane: .type) }
    return with(value: text, confidence: 1, lane: .accept)
  }

  private func with(value: String?, confidence: Double, lane: Lane) -> Field {
    Field(
      value: value, raw: raw, confidence: confidence, lane: lane, handwritten: handwritten,
      evidence: evidence, candidates: candidates, neighbours: neighbours)
  }
}
