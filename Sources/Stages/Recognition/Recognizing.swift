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

/// What reads words off an upright grey picture; tests put broken ones in its place.
public protocol Recognizing {
  /// The words in reading order, boxes in pixels of `image`.
  ///
  /// Runs in the caller's thread, starts none, and stops after `cpuSeconds` of processor time with
  /// `outOfProcessorTime`.
  mutating func words(
    on image: GrayImage, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word]
}
