import Imaging
import Tesseract

/// Reads with Tesseract: one engine, its language data loaded once.
final class TesseractReading: Recognizing {
  private var engine: TesseractEngine

  init(languages: String, dataPath: String?) throws(RecognitionError) {
    do throws(TesseractError) {
      engine = try TesseractEngine.loaded(languages: languages, dataPath: dataPath)
    } catch {
      throw RecognitionError(error, languages: languages)
    }
  }

  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    let segmentation: PageSegmentation =
      switch layout {
      case .page, .pageWithDarkBlocks: .page
      case .line: .line
      case .block: .block
      case .sparse: .sparse
      }
    do throws(TesseractError) {
      return try engine.words(
        on: image, dpi: dpi, segmentation: segmentation,
        tryingLight: layout == .pageWithDarkBlocks, cpuSeconds: cpuSeconds
      ).map {
        Word(
          text: $0.text, box: $0.box, confidence: $0.confidence, line: $0.line, block: $0.block)
      }
    } catch {
      throw RecognitionError(error, languages: engine.languages)
    }
  }
}

extension RecognitionError {
  init(_ error: TesseractError, languages: String) {
    switch error {
    case .languagesNotLoaded(let names), .lettersUnknown(let names):
      self = .languagesNotLoaded(names)
    case .lettersMissing(let names, let letters):
      self = .lettersMissing(languages: names, letters: letters)
    case .outOfProcessorTime: self = .outOfProcessorTime
    case .variableRefused, .recognitionFailed: self = .engineFailed
    }
  }
}
