import Recognition

/// The province that stands on a page twice: in the name above the agency and before the date.
///
/// `UBND TỈNH CẤM LĨNH SƠN` and `Cẩm Lĩnh Sơn, ngày …` are one place. Where both readings agree each is surer than it
/// was read; where a word differs by its marks or by one letter, the word above is taken for both unless it is much the less sure, and a person looks.
extension AgencyReading {
  /// The same names and place, after they were compared.
  func checked(with place: Reading?) -> (names: AgencyReading, place: Reading?) {
    guard var parent, var place, let pairs = words(of: parent, like: place) else {
      return (self, place)
    }
    guard pairs.contains(where: { form($0.above) != form($0.place) }) else {
      let doubt = (above: 1 - parent.confidence, place: 1 - place.confidence)
      parent.confidence = 1 - doubt.above * (1 - 0.9 * place.confidence)
      place.confidence = 1 - doubt.place * (1 - 0.9 * (1 - doubt.above))
      return (AgencyReading(agency: agency, parent: parent), place)
    }
    for pair in pairs where form(pair.above) != form(pair.place) {
      // Upright capitals keep their marks better than small italics (painted pools former and practice).
      let isAbove = pair.above.confidence + 20 >= pair.place.confidence
      let chosen = form(isAbove ? pair.above : pair.place)
      parent = parent.replacing(pair.above, by: chosen)
      place = place.replacing(pair.place, by: chosen)
    }
    return (AgencyReading(agency: agency, parent: parent.doubted), place.doubted)
  }

  /// The words of the place beside the last words of the name, nil unless they are the same but for marks or a letter.
  private func words(of parent: Reading, like place: Reading) -> [(above: Token, place: Token)]? {
    let last = parent.tokens.suffix(place.tokens.count)
    guard parent.value != nil, place.value != nil, last.count == place.tokens.count,
      parent.tokens.count > last.count
    else { return nil }
    let pairs = zip(last, place.tokens).map { (above: $0, place: $1) }
    let changes = pairs.map { distance($0.above.skeleton, $0.place.skeleton) }
    let isSame = changes.allSatisfy { $0 == 0 }
    let isNear = changes.contains(0) && changes.reduce(0, +) == 1
    return isSame || isNear ? pairs : nil
  }

  /// The letters of a word in small letters, the tone on one vowel.
  private func form(_ word: Token) -> String {
    word.text.lowercased().withToneOnSecondVowel.filter(\.isLetter)
  }
}

extension Reading {
  /// The reading with one of its words in another form, in the case of the word.
  fileprivate func replacing(_ word: Token, by form: String) -> Reading {
    let text = Vocabulary.like(word, form)
    guard text != word.text else { return self }
    var result = self
    result.value = value?.replacingWord(
      word.text.trimmed(of: ".,:;'`_|"), by: text.trimmed(of: ".,:;'`_|"))
    return result
  }
}
