import Imaging
import Leptonica
import TIFF
import TurboJPEG

/// Why an image stream taken out of its container gave no pixels.
struct DecodingFailure: Error, Equatable {
  /// What was found: figures and the decoder's words, never text of the document.
  let found: String
}

/// Decodes a JPEG stream as stored; the quality is estimated from its luminance table.
///
/// Four components are taken for inverted inks when an Adobe marker stands in the stream.
func decodedJPEG(
  _ bytes: [UInt8]
) throws(DecodingFailure) -> (image: PageImage, quality: Int?) {
  do throws(JPEGError) {
    let header = try JPEGHeader(of: bytes)
    return (try TurboJPEG.decodedJPEG(bytes, header: header), header.quality)
  } catch {
    throw DecodingFailure(found: "JPEG: \(error.found)")
  }
}

/// Decodes a CCITT stream as PDF's CCITTFaxDecode describes it; 0 is black, 255 white.
func decodedCCITT(
  _ bytes: [UInt8], k: Int, columns: Int, rows: Int, blackIs1: Bool, byteAlign: Bool
) throws(DecodingFailure) -> GrayImage {
  let coding = CCITTCoding(
    k: k, columns: columns, rows: rows, blackIs1: blackIs1, byteAlign: byteAlign)
  do throws(TIFFError) {
    return try TIFF.decodedCCITT(bytes, as: coding)
  } catch {
    throw DecodingFailure(found: "CCITT: \(error.found)")
  }
}

/// Decodes a JPEG 2000 file or codestream as stored.
func decodedJPX(_ bytes: [UInt8]) throws(DecodingFailure) -> PageImage {
  do throws(LeptonicaError) {
    return try decodedJPEG2000(bytes)
  } catch {
    throw DecodingFailure(found: "JPEG 2000: \(error.call)")
  }
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
