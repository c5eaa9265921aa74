import Imaging

/// Why the pixels of a stream cannot be decoded.
struct DecodingFailure: Error, Equatable {
  /// What was found; never text of the document.
  let found: String
}

func decodedJPEG(_ bytes: [UInt8]) throws(DecodingFailure) -> (image: PageImage, quality: Int?) {
  throw DecodingFailure(found: "no decoder")
}

func decodedCCITT(
  _ bytes: [UInt8], k: Int, columns: Int, rows: Int, blackIs1: Bool, byteAlign: Bool
) throws(DecodingFailure) -> GrayImage {
  throw DecodingFailure(found: "no decoder")
}

func decodedJPX(_ bytes: [UInt8]) throws(DecodingFailure) -> PageImage {
  throw DecodingFailure(found: "no decoder")
}
