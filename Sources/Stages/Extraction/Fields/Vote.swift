import Foundation
import Recognition

/// The choice among several readings of one thing.
enum Vote {
  /// The text that most agree on; the first reading of all when none has a value.
  static func text(_ readings: [Reading?]) -> Reading? {
    let all = readings.compactMap { $0 }
    let groups = Dictionary(grouping: all.filter { $0.value != nil }, by: { $0.value ?? "" })
    return winner(of: groups.map { Group(key: $0.key, members: $0.value) }) ?? all.first
  }

  /// The name that most agree on: first its letters, then the marks on them.
  ///
  /// A name that lost the beginning of its first word under a seal, as `guyễn Văn Mẫu`, speaks for the whole
  /// one: its last two words are the same.
  static func name(_ readings: [Reading?]) -> Reading? {
    let all = readings.compactMap { $0 }
    let valued = all.filter { $0.value != nil }
    let byLetters = Dictionary(grouping: valued, by: { Letters.skeleton($0.value ?? "") })
    let groups = byLetters.map { key, members in
      let torn = valued.filter {
        let other = Letters.skeleton($0.value ?? "")
        return other.count < key.count && tail(of: $0) == tail(of: members[0])
          && key.suffix(other.count).elementsEqual(other)
      }.map { reading in
        var torn = reading
        // As a whole name it is not believed; its letters are.
        torn.confidence = max(torn.confidence, 0.6 * certainty(of: torn.tokens))
        return torn
      }
      return Group(key: String(decoding: key, as: UTF8.self), members: members, torn: torn)
    }
    // What is torn speaks for the whole name and not against it.
    let whole = groups.filter { one in
      !groups.contains { $0.key.count > one.key.count && $0.key.hasSuffix(one.key) }
    }
    guard let letters = winner(of: whole) else { return all.first }
    let forms = Dictionary(
      grouping: byLetters[Letters.skeleton(letters.value ?? "")] ?? [], by: { $0.value ?? "" })
    guard var marks = winner(of: forms.map { Group(key: $0.key, members: $0.value) }) else {
      return letters
    }
    let sum = forms.values.reduce(0) { $0 + weight($1) }
    let share = sum > 0 ? weight(forms[marks.value ?? ""] ?? []) / sum : 0
    marks.confidence = letters.confidence * share
    return marks
  }

  /// A sentence from two or more readings of it, word by word.
  ///
  /// Readings with another number of words do not vote. Where all say the same of a word it is surer than
  /// each says; where they differ the surest word counts, with what the others leave it.
  static func sentence(_ readings: [Reading]) -> Reading? {
    guard let first = readings.first, first.value != nil else { return readings.first }
    let same = readings.filter { $0.tokens.count == first.tokens.count && $0.value != nil }
      .map { $0.withCollocations }
    guard same.count > 1 else { return same[0] }
    var words = same[0].tokens
    var confidence = 0.98
    for place in words.indices where !words[place].skeleton.isEmpty {
      let forms = Dictionary(grouping: same.map { $0.tokens[place] }, by: \.text)
        .map { (text: $0.key, p: joint($0.value.map { certainty(of: [$0]) })) }
        // Marks are lost far more often than seen where there are none.
        .sorted { ($0.p + marks($0.text), $1.text) > ($1.p + marks($1.text), $0.text) }
      confidence *= standing(forms[0].p, against: forms.count > 1 ? forms[1].p : 0)
      if forms[0].text != words[place].text {
        words[place] = Token(forms[0].text, at: words[place])
      }
    }
    var best = same[0].with(words)
    best.confidence = confidence
    let rivals = Set(same.compactMap(\.value)).subtracting([best.value].compactMap { $0 }).sorted()
    let left = (1000 * (1 - confidence) / Double(rivals.count + 1)).rounded() / 1000
    best.others = rivals.map { Candidate(value: $0, p: left) }
    return best
  }

  /// The words of two or more readings with as many words, each believed as far as the readings agree on it.
  static func words(_ readings: [[Token]]) -> [Token] {
    guard let first = readings.first else { return [] }
    return first.indices.map { place in
      let groups = Dictionary(
        grouping: readings.map { $0[place] }, by: { $0.text.trimmed(of: ".,:;'`_|") })
      let forms = groups.map { key, words in
        // What no syllable is spelled like is misread more often than what is one.
        let isOdd = groups.count > 1 && key.allSatisfy(\.isLetter) && !isSyllable(key)
        let p = joint(words.map { certainty(of: [$0]) })
        return (text: words[0].text, p: isOdd ? 0.6 * p : p)
      }
      .sorted { ($0.p + marks($0.text), $1.text) > ($1.p + marks($1.text), $0.text) }
      let p = standing(forms[0].p, against: forms.count > 1 ? forms[1].p : 0)
      return Token(forms[0].text, at: first[place]).believed(wordConfidence(of: p))
    }
  }

  /// What is left of a probability by another form of the word.
  private static func standing(_ p: Double, against rival: Double) -> Double {
    p * p / (p + rival * rival)
  }

  /// Readings that say the same.
  private struct Group {
    let key: String
    let members: [Reading]
    /// Readings that lost a part of it.
    var torn: [Reading] = []

    var weight: Double { Vote.weight(members) + Vote.weight(torn) }
  }

  private static func tail(of name: Reading) -> [[UInt8]] {
    (name.value ?? "").split(separator: " ").suffix(2).map { Letters.skeleton(String($0)) }
  }

  private static func weight(_ readings: [Reading]) -> Double {
    readings.reduce(0) { $0 + min(1, max(0, $1.confidence)) }
  }

  /// The heaviest of several groups; what speaks for another takes from its confidence.
  private static func winner(of groups: [Group]) -> Reading? {
    let ranked = groups.sorted { ($0.weight, $1.key) > ($1.weight, $0.key) }
    guard let first = ranked.first,
      var best = first.members.max(by: { $0.confidence < $1.confidence })
    else { return nil }
    // One reading that shows all of it leaves nothing to guess.
    best.isForPerson = first.members.allSatisfy(\.isForPerson)
    let weight = first.weight
    let rival = ranked.count > 1 ? ranked[1].weight : 0
    guard first.members.count + first.torn.count > 1 || rival > 0 else { return best }
    best.confidence =
      weight > 0 ? min(0.985, joint(first.members + first.torn)) * weight / (weight + rival) : 0
    return best
  }

  /// Probability that what all of these say is right: the surest, made surer by the others.
  ///
  /// The pictures show the same ink, so another reading counts for six tenths of its own.
  private static func joint(_ readings: [Reading]) -> Double {
    joint(readings.map { min(1, max(0, $0.confidence)) })
  }

  /// A tenth for each letter with a mark.
  private static func marks(_ text: String) -> Double {
    0.1 * Double(text.decomposedStringWithCanonicalMapping.unicodeScalars.count)
  }

  private static func joint(_ probabilities: [Double]) -> Double {
    let sure = probabilities.sorted(by: >)
    guard let most = sure.first else { return 0 }
    return 1 - sure.dropFirst().reduce(1 - most) { $0 * (1 - 0.6 * $1) }
  }
}

extension Reading {
  /// The reading with the marks of known pairs of words, and believed as its words then are.
  var withCollocations: Reading {
    guard value != nil else { return self }
    var result = with(Collocations.settled(tokens))
    let before = certainty(of: tokens)
    if before > 0 { result.confidence *= certainty(of: result.tokens) / before }
    return result
  }
}
