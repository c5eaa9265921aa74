import Extraction
import Foundation
import Imaging
import Recognition

/// Reads pictures of slots off standard input, for `Scripts/evaluate-digits` and `Scripts/evaluate-registers`: what they
/// measure is what `sohoa` runs.
///
/// Each request is a line `KIND WIDTH HEIGHT X Y W H` and then WIDTH × HEIGHT grey bytes, 0 black. KIND is `number`, `day` or
/// `month`, the slot X Y W H as `Slot` has it; or `sign`, one digit on paper; or `register`, and the bytes are JSON, the documents of
/// one register. The answer is a line of JSON: a
/// `SlotReading` with the processor time it took, or the probabilities of `0` to `9`, `A` to `D` and no sign.
@main
struct Slots {
  private struct Answer: Encodable {
    var reading: SlotReading?
    var signs: [Double]?
    var scores: [Score]?
    var hand: [Double]?
    var registered: [Registered]?
    let milliseconds: Double
  }

  /// A document of one register: the readings of its number, and its date, which is printed.
  private struct Entry: Decodable {
    let number: [Candidate]
    let date: String
  }

  /// What a register makes of a document: the readings in their order, and with how many others they do not go.
  private struct Registered: Encodable {
    let number: [String]
    let outOfOrder: Int
    let duplicates: Int
  }

  /// A reading, its score, and the network's least certain answer, as a list.
  private struct Score: Encodable {
    let text: String
    let score: Double
    let least: Double

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(text)
      try list.encode(score)
      try list.encode(least)
    }
  }

  static func main() throws {
    var bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())[...]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var lines = Data()
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      guard numbers.count == 6, bytes.count > end + numbers[0] * numbers[1] - bytes.startIndex
      else {
        throw CocoaError(.fileReadCorruptFile)
      }
      let start = end + 1
      let image = GrayImage(
        width: numbers[0], height: numbers[1],
        pixels: Array(bytes[start..<start + numbers[0] * numbers[1]]))
      bytes = bytes[(start + numbers[0] * numbers[1])...]
      lines += try encoder.encode(answer(to: String(words[0]), image, numbers)) + Data("\n".utf8)
    }
    try FileHandle.standardOutput.write(contentsOf: lines)
  }

  private static func answer(to kind: String, _ image: GrayImage, _ numbers: [Int]) throws -> Answer
  {
    let before = clock()
    func milliseconds() -> Double { Double(clock() - before) * 1000 / Double(CLOCKS_PER_SEC) }
    if kind == "sign" {
      let signs = signProbabilities(of: image)
      return Answer(signs: signs, milliseconds: milliseconds())
    }
    if kind == "register" {
      let entries = try JSONDecoder().decode([Entry].self, from: Data(image.pixels))
      return Answer(registered: registered(entries), milliseconds: milliseconds())
    }
    guard let kind = SlotKind(rawValue: kind) else { throw CocoaError(.fileReadCorruptFile) }
    let box = Box(x: numbers[2], y: numbers[3], width: numbers[4], height: numbers[5])
    let slot = Slot(kind: kind, box: box)
    let reading = readings(of: [slot], on: .gray(image), turn: .none).first
    let time = milliseconds()
    return Answer(
      reading: reading,
      scores: slotScores(of: slot, on: .gray(image)).map {
        Score(text: $0.text, score: $0.score, least: $0.least)
      }, hand: slotHandFeatures(of: slot, on: .gray(image)), milliseconds: time)
  }

  private static func registered(_ entries: [Entry]) -> [Registered] {
    func certain(_ value: String) -> Field { Field(value: value, confidence: 1, lane: .accept) }
    let batch = entries.enumerated().map { index, entry in
      RegisterEntry(
        name: "\(index)",
        record: DocumentRecord(fields: [
          .codeNumber: Field(
            value: entry.number.first?.value, confidence: entry.number.first?.p ?? 0,
            lane: .confirm, handwritten: true, candidates: entry.number),
          .promulgationDate: certain(entry.date), .organName: certain("A"),
          .codeNotation: certain("B"),
        ]))
    }
    return registerNotes(of: batch).map { note in
      Registered(
        number: note.number.candidates.map(\.value), outOfOrder: note.outOfOrder.count,
        duplicates: note.duplicates.count)
    }
  }
}
