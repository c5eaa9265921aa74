import Recognition

/// The place that stands on a page twice: at the end of an agency's name and before the date.
///
/// `UBND TỈNH CẤM LĨNH SƠN` and `Cẩm Lĩnh Sơn, ngày …` are one place. Where both readings agree each is surer than it was
/// read; where a word differs by its marks or by one letter, the word above is taken for both unless it is much the less
/// sure, or as the list of provinces has it, and a person looks. A place that stands once and is no province of the country is for a person too: of small
/// italics of unusual faces one in twelve was read wrong with certainty (painted pages).
extension AgencyReading {
  /// The same names and place, after they were compared.
  func checked(with place: Reading?) -> (names: AgencyReading, place: Reading?) {
    guard let place else { return (self, nil) }
    if let parent, let (name, place) = compared(parent, with: place) {
      return (AgencyReading(agency: agency, parent: name), place)
    }
    if let (name, place) = compared(agency, with: place) {
      return (AgencyReading(agency: name, parent: parent), place)
    }
    return (self, knownForms(of: place) == nil ? place.doubted : place)
  }

  /// A name and the place at its end; nil when the name ends with something else.
  private func compared(_ name: Reading, with place: Reading) -> (name: Reading, place: Reading)? {
    guard let pairs = words(of: name, like: place) else { return nil }
    var (name, place) = (name, place)
    guard pairs.contains(where: { form($0.above) != form($0.place) }) else {
      let doubt = (above: 1 - name.confidence, place: 1 - place.confidence)
      name.confidence = 1 - doubt.above * (1 - 0.9 * place.confidence)
      place.confidence = 1 - doubt.place * (1 - 0.9 * (1 - doubt.above))
      return (name, place)
    }
    let known = knownForms(of: place).flatMap { $0.count == pairs.count ? $0 : nil }
    for (index, pair) in pairs.enumerated() where form(pair.above) != form(pair.place) {
      // Upright capitals keep their marks better than small italics (painted pools former and practice).
      let isAbove = pair.above.confidence + 20 >= pair.place.confidence
      let chosen = known?[index] ?? form(isAbove ? pair.above : pair.place)
      name = name.replacing(pair.above, by: chosen)
      place = place.replacing(pair.place, by: chosen)
    }
    return (name.doubted, place.doubted)
  }

  /// The words of the place beside the last words of the name, nil unless they are the same but for marks or a letter.
  private func words(of name: Reading, like place: Reading) -> [(above: Token, place: Token)]? {
    let last = name.tokens.suffix(place.tokens.count)
    guard name.value != nil, place.value != nil, last.count == place.tokens.count,
      name.tokens.count > last.count
    else { return nil }
    let pairs = zip(last, place.tokens).map { (above: $0, place: $1) }
    let changes = pairs.map { distance($0.above.skeleton, $0.place.skeleton) }
    let isSame = changes.allSatisfy { $0 == 0 }
    let isNear = changes.contains(0) && changes.reduce(0, +) == 1
    return isSame || isNear ? pairs : nil
  }

  /// The words of a place in small letters, where its last words are a province of the country; nil elsewhere.
  private func knownForms(of place: Reading) -> [String]? {
    for count in stride(from: min(3, place.tokens.count), through: 1, by: -1) {
      let letters = place.tokens.suffix(count).flatMap(\.skeleton)
      guard let name = Agencies.provinceBySkeleton[letters] else { continue }
      let words = name.lowercased().withToneOnSecondVowel.split(separator: " ").map(String.init)
      return place.tokens.dropLast(count).map(form) + words
    }
    return nil
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
