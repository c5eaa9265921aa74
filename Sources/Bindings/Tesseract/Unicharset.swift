import Foundation

/// The 134 letters that Vietnamese adds to the Latin alphabet's own, both cases, NFC.
///
/// 12 vowels in 6 tones without the 6 plain letters, and đ: 67, twice.
package let vietnameseLetters: [String] = {
  let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
  var small: [String] = ["đ"]
  for vowel in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] {
    for tone in tones where !(tone.isEmpty && "aeiouy".contains(vowel)) {
      small.append((vowel + tone).precomposedStringWithCanonicalMapping)
    }
  }
  return small + small.map { $0.uppercased() }
}()

/// The units of text that a `.traineddata` file can write; nil when it has no list of them.
///
/// Tesseract's C interface gives a unit by number but not how many there are, and a number too high
/// ends the process; so the list is read from the file: a count, that many 64-bit offsets (-1 for
/// absent), the components. Component 21 is `lstm-unicharset`: a line with the count, then a line
/// a unit whose first word is the unit (tesseract `tessdatamanager.h`, `unicharset.cpp`).
package func unicharset(inTrainedData bytes: [UInt8]) -> Set<String>? {
  func integer(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return Int(truncatingIfNeeded: Int64(bitPattern: value))
  }
  let component = 21
  guard let count = integer(at: 0, bytes: 4), count > component, count < 256 else { return nil }
  let offsets = (0..<count).compactMap { integer(at: 4 + 8 * $0, bytes: 8) }
  guard offsets.count == count else { return nil }
  let start = offsets[component]
  let end = offsets.filter { $0 > start }.min() ?? bytes.count
  guard start > 0, start < end, end <= bytes.count else { return nil }
  let lines = bytes[start..<end].split(separator: UInt8(ascii: "\n"))
  return Set(
    lines.dropFirst().compactMap { line in
      line.split(separator: UInt8(ascii: " ")).first.map { String(decoding: $0, as: UTF8.self) }
    })
}
