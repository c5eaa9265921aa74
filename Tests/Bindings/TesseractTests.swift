import Foundation
import Imaging
import Leptonica
import Testing

import Tesseract

struct TesseractTests {
  static func page(_ lines: [String]) throws -> GrayImage {
    let white = GrayImage(
      width: 1000, height: 500, pixels: [UInt8](repeating: 255, count: 500_000))
    return try painted(lines, on: white, left: 80, top: 80, leading: 70)
  }

  @Test func `painted words are read in order, with their lines and boxes`() throws {
    var engine = try TesseractEngine.loaded(languages: "vie")
    let words = try engine.words(
      on: Self.page(["Hai ba trung", "Kim nam ngoc"]), dpi: 300, cpuSeconds: 30)
    #expect(words.map(\.text) == ["Hai", "ba", "trung", "Kim", "nam", "ngoc"])
    #expect(words.map(\.line) == [0, 0, 0, 1, 1, 1])
    #expect(words.allSatisfy { $0.box.x >= 70 && $0.box.maxX < 600 && $0.box.height > 8 })
    #expect(words.allSatisfy { (0...100).contains($0.confidence) })
  }

  @Test func `a page is read anew after another one`() throws {
    var engine = try TesseractEngine.loaded(languages: "vie")
    let page = try Self.page(["Hai ba trung"])
    let first = try engine.words(on: page, dpi: 300, cpuSeconds: 30)
    _ = try engine.words(on: Self.page(["Kim nam"]), dpi: 300, cpuSeconds: 30)
    #expect(try engine.words(on: page, dpi: 300, cpuSeconds: 30) == first)
  }

  @Test func `a page without budget is out of processor time, not empty`() throws {
    var engine = try TesseractEngine.loaded(languages: "vie")
    let page = try Self.page(["Hai ba trung"])
    #expect(throws: TesseractError.outOfProcessorTime) {
      try engine.words(on: page, dpi: 300, cpuSeconds: 0)
    }
    #expect(try !engine.words(on: page, dpi: 300, cpuSeconds: 30).isEmpty)
  }

  @Test func `a white page has no words`() throws {
    var engine = try TesseractEngine.loaded(languages: "vie")
    #expect(try engine.words(on: Self.page([]), dpi: 300, cpuSeconds: 30) == [])
  }

  @Test func `missing language data are an error`() {
    #expect(throws: TesseractError.languagesNotLoaded("xxx")) {
      _ = try TesseractEngine.loaded(languages: "xxx")
    }
  }

  @Test func `another language under the name vie is refused`() throws {
    // The English data of the machine, when there are any, stand in for a mistaken package.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let english = "/usr/share/tesseract-ocr/5/tessdata/eng.traineddata"
    guard FileManager.default.fileExists(atPath: english) else { return }
    try FileManager.default.copyItem(
      atPath: english, toPath: folder.appending(path: "vie.traineddata").path)
    do {
      _ = try TesseractEngine.loaded(languages: "vie", dataPath: folder.path)
      Issue.record("English data were taken for Vietnamese")
    } catch {
      guard case TesseractError.lettersMissing(_, let letters) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(letters.contains("ế") && letters.contains("Đ"))
    }
  }

  @Test func `an unknown variable is refused`() throws {
    let engine = try TesseractEngine.loaded(languages: "vie")
    #expect(throws: TesseractError.variableRefused("no_such_variable")) {
      try engine.set("no_such_variable", to: "1")
    }
  }

  @Test func `there are 134 letters of Vietnamese besides the plain ones`() {
    #expect(vietnameseLetters.count == 134)
    #expect(Set(vietnameseLetters).count == 134)
    #expect(vietnameseLetters.allSatisfy { $0.unicodeScalars.count == 1 })
  }

  @Test(arguments: [0, 3, 4, 100, 196, 203, 207])
  func `a data file that ends early has no list of letters`(count: Int) {
    var bytes: [UInt8] = [24, 0, 0, 0]
    for component in 0..<24 {
      let offset: Int64 = component == 21 ? 196 : -1
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: offset >> Int64(8 * shift))) }
    }
    bytes += Array("2\nNULL 0\nế 3 x\n".utf8)
    #expect(unicharset(inTrainedData: bytes) == ["NULL", "ế"])
    let cut = unicharset(inTrainedData: Array(bytes.prefix(count)))
    #expect(cut == nil || cut?.contains("ế") == false)
  }
}
