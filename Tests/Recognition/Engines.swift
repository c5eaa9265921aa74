import Imaging
import Recognition

/// Gives the same words for every page and keeps what it was asked.
final class FixedEngine: Recognizing {
  let answer: [Word]
  private(set) var images: [GrayImage] = []
  private(set) var resolutions: [Int] = []

  init(_ answer: [Word]) { self.answer = answer }

  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    images.append(image)
    resolutions.append(dpi)
    return answer
  }
}

/// Fails on every page in the given way.
struct FailingEngine: Recognizing {
  let error: RecognitionError

  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    throw error
  }
}

/// Finds the bounding box of all ink, as one word.
struct InkEngine: Recognizing {
  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    var box: Box?
    for y in 0..<image.height {
      for x in 0..<image.width where image.pixels[y * image.width + x] < 128 {
        let pixel = Box(x: x, y: y, width: 1, height: 1)
        box = box.map { $0.union(pixel) } ?? pixel
      }
    }
    return box.map { [Word(text: "ink", box: $0, confidence: 90, line: 0, block: 0)] } ?? []
  }
}

/// Ends the process, as a decoder's bug would.
struct CrashingEngine: Recognizing {
  func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    fatalError("crash")
  }
}
