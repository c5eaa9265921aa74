public import Imaging

/// Why a page could not be read.
public enum RecognitionError: Error, Sendable, Equatable {
  /// The language data are missing or cannot be loaded.
  case languagesNotLoaded(String)
  /// The language data cannot write these Vietnamese letters.
  case lettersMissing(languages: String, letters: [String])
  /// The processor time for the page is used up.
  case outOfProcessorTime
  /// The engine failed.
  case engineFailed
}

/// How the text on a picture is laid out.
public enum TextLayout: Sendable {
  /// A whole page.
  case page
  /// A whole page with dark blocks, on which light print may stand.
  case pageWithDarkBlocks
  /// One line.
  case line
  /// One block of lines.
  case block
  /// Words here and there.
  case sparse
}

/// What reads words off an upright grey picture; tests put broken ones in its place.
public protocol Recognizing {
  /// The words in reading order, boxes in pixels of `image`.
  ///
  /// Runs in the caller's thread, starts none, and stops after `cpuSeconds` of processor time with
  /// `outOfProcessorTime`.
  mutating func words(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word]
}
