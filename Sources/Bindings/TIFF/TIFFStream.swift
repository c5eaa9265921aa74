import CTIFF

/// The only strip of a frame, as a PDF can hold it.
public struct TIFFStream: Sendable, Equatable {
  /// How the strip is compressed.
  public enum Coding: Sendable, Equatable {
    /// CCITT with PDF's parameters: `k` below 0 is group 4, 0 group 3, above 0 mixed.
    case ccitt(k: Int, blackIs1: Bool)
    /// A complete JPEG stream.
    case jpeg
  }

  /// How the strip is compressed.
  public let coding: Coding
  /// The bytes of the file, bit for bit.
  public let bytes: [UInt8]
}

extension TIFFStream.Coding {
  /// PDF's parameters for a frame; nil when PDF has no such coding.
  ///
  /// Nil for several strips, tiles, shared JPEG tables, CCITT with uncompressed mode or with bits
  /// filled from the lowest (fill order 2), and for every other compression.
  init?(of tags: ctiff_frame) {
    guard tags.strips == 1, tags.is_tiled == 0, tags.photometric != 3 else { return nil }
    let isFax =
      tags.bits == 1 && tags.samples == 1 && tags.t4_options & 2 == 0 && tags.fill_order != 2
    // With white as 0 the coder's black runs are 1 bits that show as black: PDF's BlackIs1 false
    // paints them black. With black as 0 the same runs show as white: BlackIs1 true.
    let blackIs1 = tags.photometric == 1
    // Without an Adobe marker a PDF reader takes three components for YCbCr: RGB must be repacked.
    let isPlainJPEG =
      tags.has_jpeg_tables == 0 && tags.bits == 8
      && (tags.photometric == 6 && tags.samples == 3 || tags.photometric == 1 && tags.samples == 1)
    switch tags.compression {
    case 3 where isFax: self = .ccitt(k: tags.t4_options & 1 == 1 ? 4 : 0, blackIs1: blackIs1)
    case 4 where isFax: self = .ccitt(k: -1, blackIs1: blackIs1)
    case 7 where isPlainJPEG: self = .jpeg
    default: return nil
    }
  }
}
