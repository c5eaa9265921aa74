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

/// One complete compressed stream inside a scan, as it can stand in a PDF.
public struct EmbeddedStream: Sendable, Equatable {
  /// The kind of stream.
  public let kind: PageContainer
  /// The bytes.
  public let bytes: [UInt8]
  /// Pixels a row as stored.
  public let columns: Int
  /// Rows as stored.
  public let rows: Int
  /// Bits a component.
  public let bitsPerComponent: Int
  /// Components a pixel.
  public let components: Int
  /// The CCITT scheme: below 0 group 4, 0 group 3, above 0 mixed.
  public let k: Int
  /// Whether a 1 bit is black in a CCITT stream.
  public let blackIs1: Bool
  /// Whether CMYK samples are stored inverted, as Adobe does.
  public let isCMYKInverted: Bool
}

/// The stream of a page that can be embedded byte for byte, nil when there is none.
public func embeddedStream(_ index: Int, of scan: Scan) throws(IngestError) -> EmbeddedStream? { nil }

/// Decodes one page, `index` from 0.
public func page(_ index: Int, of scan: Scan, limits: IngestLimits) throws(IngestError) -> Page {
  try pdfPage(index, of: scan, limits: limits)
}
