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
