import CTesseract
import Foundation
public import Imaging

/// Why Tesseract cannot be used or gave nothing.
public enum TesseractError: Error, Sendable, Equatable {
  /// The language data could not be loaded (`TessBaseAPIInit2`).
  case languagesNotLoaded(String)
  /// The language data cannot write these Vietnamese letters.
  case lettersMissing(languages: String, letters: [String])
  /// The language data has no list of letters that can be read.
  case lettersUnknown(languages: String)
  /// A variable was refused (`TessBaseAPISetVariable`).
  case variableRefused(String)
  /// The processor time for the page is used up; nothing of the page is given.
  case outOfProcessorTime
  /// Recognition failed (`TessBaseAPIRecognize`).
  case recognitionFailed
}

/// How Tesseract looks for text on a picture.
public enum PageSegmentation: Sendable, Equatable, CaseIterable {
  /// A whole page: columns, blocks and lines are found (`--psm 3`).
  case page
  /// One block of lines (`--psm 6`).
  case block
  /// One line (`--psm 7`).
  case line
  /// Whatever text there is, in no order (`--psm 11`).
  case sparse
}

/// One word as Tesseract gives it.
public struct TesseractWord: Sendable, Equatable {
  /// The text, NFC, never empty.
  public let text: String
  /// Its place on the picture that was read.
  public let box: Box
  /// 0…100, higher is surer.
  public let confidence: Double
  /// Number of its block, from 0, in reading order.
  public let block: Int
  /// Number of its line, from 0, in reading order over the whole picture.
  public let line: Int
}

/// The OCR engine with its language data loaded (LSTM only).
///
/// Threads: one at a time; several engines may work side by side, each in its own thread. Ownership:
/// the engine is freed with the value. Lifetime: an iterator of Tesseract is valid only until the
/// next call, so words are copied out before a call returns. Errors: `TesseractError`; nothing is
/// written to stderr. The process must be started with `OMP_THREAD_LIMIT=1`: libgomp reads it when
/// it is loaded, and without it a page costs three to five times the processor time.
@safe public struct TesseractEngine: ~Copyable {
  private let raw: OpaquePointer
  /// The languages that were loaded, such as `vie` or `vie+eng`.
  public let languages: String
  /// The release of Tesseract, such as `5.3.0` (`TessVersion`).
  public static var version: String { unsafe String(cString: TessVersion()) }

  private init(raw: OpaquePointer, languages: String) {
    unsafe self.raw = raw
    self.languages = languages
  }

  deinit {
    unsafe TessBaseAPIEnd(raw)
    unsafe TessBaseAPIDelete(raw)
  }

  /// Loads language data; nil for `dataPath` means where Tesseract looks by itself.
  ///
  /// Refuses data that cannot write the Vietnamese letters when `vie` is among the languages: a
  /// mistaken package would read every page without its marks, with high confidence. Of the 134
  /// letters Ỵ and ỵ alone may be missing, since Debian's model (4.1.0) does not have them.
  public static func loaded(
    languages: String, dataPath: String? = nil
  ) throws(TesseractError) -> TesseractEngine {
    guard let raw = unsafe TessBaseAPICreate() else {
      throw .languagesNotLoaded(languages)
    }
    let engine = unsafe TesseractEngine(raw: raw, languages: languages)
    // Tesseract's messages would go to stderr; it takes a file instead.
    try engine.set("debug_file", to: "/dev/null")
    guard unsafe TessBaseAPIInit2(raw, dataPath, languages, OEM_LSTM_ONLY) == 0 else {
      throw .languagesNotLoaded(languages)
    }
    // Testing each line for a fixed pitch costs some hundredths of a page; the network finds the spaces of a
    // typewriter's lines by itself.
    try engine.set("textord_all_prop", to: "1")
    // Nobody asks where paragraphs begin.
    try engine.set("paragraph_text_based", to: "0")
    if languages.split(separator: "+").contains("vie") {
      try engine.requireVietnameseLetters()
    }
    return engine
  }

  /// Sets one of Tesseract's variables for the pages that follow (`TessBaseAPISetVariable`).
  public func set(_ name: String, to value: String) throws(TesseractError) {
    guard unsafe TessBaseAPISetVariable(raw, name, value) != 0 else {
      throw .variableRefused(name)
    }
  }

  /// Reads a grey picture and gives its words in reading order.
  ///
  /// `cpuSeconds` counts the processor time of this process from the call on; it is looked at before
  /// each line of text, so that layout analysis can overrun it (`TessMonitorSetCancelFunc`). With `tryingLight`
  /// each line that is read badly is read as light print on dark too, up to two times more.
  public mutating func words(
    on image: GrayImage, dpi: Int, segmentation: PageSegmentation = .page,
    tryingLight: Bool = false, cpuSeconds: Double
  ) throws(TesseractError) -> [TesseractWord] {
    try set("user_defined_dpi", to: String(dpi))
    try set("invert_threshold", to: tryingLight ? "0.7" : "0")
    unsafe TessBaseAPISetPageSegMode(raw, segmentation.mode)
    defer { unsafe TessBaseAPIClear(raw) }
    unsafe image.pixels.withUnsafeBufferPointer {
      unsafe TessBaseAPISetImage(
        raw, $0.baseAddress, Int32(image.width), Int32(image.height), 1, Int32(image.width))
    }
    switch unsafe ctesseract_recognize(raw, cpuSeconds) {
    case 0: return copiedWords()
    case 1: throw .outOfProcessorTime
    default: throw .recognitionFailed
    }
  }

  /// Copies all words out (`TessResultIterator…`); nothing found gives none.
  private func copiedWords() -> [TesseractWord] {
    guard let iterator = unsafe TessBaseAPIGetIterator(raw) else { return [] }
    defer { unsafe TessResultIteratorDelete(iterator) }
    let place = unsafe TessResultIteratorGetPageIteratorConst(iterator)
    var words: [TesseractWord] = []
    var block = -1
    var line = -1
    var boxes: (block: Box?, line: Box?)
    repeat {
      // Asking whether a word begins its line walks from the first word of the page on, a hundredth of a page.
      let lineBox = unsafe box(of: RIL_TEXTLINE, at: place)
      if lineBox != boxes.line || line < 0 {
        boxes.line = lineBox
        line += 1
        let blockBox = unsafe box(of: RIL_BLOCK, at: place)
        if blockBox != boxes.block || block < 0 { block += 1 }
        boxes.block = blockBox
      }
      guard let bytes = unsafe TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { continue }
      defer { unsafe TessDeleteText(bytes) }
      let text = unsafe String(cString: bytes)
      guard !text.isEmpty, text != " ", let box = unsafe box(of: RIL_WORD, at: place) else {
        continue
      }
      words.append(
        TesseractWord(
          text: text.precomposedStringWithCanonicalMapping, box: box,
          confidence: Double(unsafe TessResultIteratorConfidence(iterator, RIL_WORD)),
          block: max(0, block), line: max(0, line)))
    } while unsafe TessResultIteratorNext(iterator, RIL_WORD) != 0
    return words
  }

  /// The box of the word, line or block where an iterator stands (`TessPageIteratorBoundingBox`).
  private func box(of level: TessPageIteratorLevel, at place: OpaquePointer?) -> Box? {
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard unsafe TessPageIteratorBoundingBox(place, level, &left, &top, &right, &bottom) != 0
    else { return nil }
    return Box(
      x: Int(left), y: Int(top), width: max(0, Int(right - left)),
      height: max(0, Int(bottom - top)))
  }

  /// Refuses language data that cannot write a Vietnamese letter.
  private func requireVietnameseLetters() throws(TesseractError) {
    guard let folder = unsafe TessBaseAPIGetDatapath(raw) else {
      throw .lettersUnknown(languages: languages)
    }
    let path = unsafe String(cString: folder)
    var letters: Set<String> = []
    for language in languages.split(separator: "+") {
      let file = path + (path.hasSuffix("/") ? "" : "/") + language + ".traineddata"
      guard let data = FileManager.default.contents(atPath: file),
        let found = unicharset(inTrainedData: [UInt8](data))
      else { throw .lettersUnknown(languages: languages) }
      letters.formUnion(found)
    }
    let missing = vietnameseLetters.filter { !letters.contains($0) && !["ỵ", "Ỵ"].contains($0) }
    guard missing.isEmpty else {
      throw .lettersMissing(languages: languages, letters: missing)
    }
  }
}

extension PageSegmentation {
  /// Tesseract's number for it.
  fileprivate var mode: TessPageSegMode {
    switch self {
    case .page: PSM_AUTO
    case .block: PSM_SINGLE_BLOCK
    case .line: PSM_SINGLE_LINE
    case .sparse: PSM_SPARSE_TEXT
    }
  }
}
