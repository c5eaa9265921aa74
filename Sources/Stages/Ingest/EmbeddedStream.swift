/// A stored image stream that a PDF can hold byte for byte.
public struct EmbeddedStream: Sendable, Equatable {
  /// `dct` or `ccitt`; `samples` for deflated rows behind the filters of PNG.
  public let kind: PageContainer
  /// The bytes as they stand in the file.
  public let bytes: [UInt8]
  /// Pixels a row as stored, before the page's orientation.
  public let columns: Int
  /// Rows as stored, before the page's orientation.
  public let rows: Int
  /// Bits a component.
  public let bitsPerComponent: Int
  /// Colour components: 1 grey, 3 RGB or YCbCr, 4 inks.
  public let components: Int
  /// CCITT: below 0 group 4, 0 group 3, above 0 group 3 in two dimensions; 0 for JPEG.
  public let k: Int
  /// CCITT: whether runs of black are shown white.
  public let blackIs1: Bool
  /// JPEG: whether four inks are stored inverted, so that a PDF must say `/Decode [1 0 1 0 1 0 1 0]`.
  public let isInvertedCMYK: Bool
  /// Red, green and blue of each index; nil when samples are colours themselves.
  public internal(set) var palette: [UInt8]?
}
