public import Imaging

/// How a CCITT stream without TIFF around it is coded; the words are those of PDF's CCITTFaxDecode.
public struct CCITTCoding: Sendable, Equatable {
  /// Below 0 group 4, 0 group 3 in one dimension, above 0 group 3 in two.
  public let k: Int
  /// Pixels a row.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// Whether runs of black are shown white.
  public let blackIs1: Bool
  /// Whether each row starts at a byte.
  public let byteAlign: Bool

  /// Makes a coding.
  public init(k: Int, columns: Int, rows: Int, blackIs1: Bool, byteAlign: Bool) {
    self.k = k
    self.columns = columns
    self.rows = rows
    self.blackIs1 = blackIs1
    self.byteAlign = byteAlign
  }
}

/// Decodes a CCITT stream by laying a TIFF directory in front of it; 0 is black, 255 white.
///
/// Fewer rows than told, a bad code, or a row of another length is damage; codes after the last row are
/// passed over. Group 4 with rows at byte boundaries is not supported: libtiff does not know it.
public func decodedCCITT(_ bytes: [UInt8], as coding: CCITTCoding) throws(TIFFError) -> GrayImage {
  guard let columns = UInt32(exactly: coding.columns), let rows = UInt32(exactly: coding.rows),
    columns > 0, rows > 0, bytes.count < Int(Int32.max)
  else { throw .damaged("\(coding.columns) × \(coding.rows) px") }
  let isPlain = coding.k == 0 && !startsWithEndOfLine(bytes)
  let compression: UInt32 = coding.k < 0 ? 4 : (isPlain ? 2 : 3)
  guard coding.k >= 0 || !coding.byteAlign else { throw .unsupported(compression: 4) }
  let directory: [(tag: UInt32, value: UInt32)] = [
    (256, columns), (257, rows), (258, 1), (259, compression), (262, coding.blackIs1 ? 1 : 0),
    (273, 0), (277, 1), (278, rows), (279, UInt32(bytes.count)),
    // T4Options, bit 0: rows are coded in two dimensions. Only group 3 takes notice.
    (292, coding.k > 0 ? 1 : 0),
  ]
  let start = UInt32(8 + 2 + directory.count * 12 + 4)
  var file: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, UInt8(directory.count), 0]
  for entry in directory {
    // Each value is one LONG (type 4).
    for value in [4 << 16 | entry.tag, 1, entry.tag == 273 ? start : entry.value] {
      file.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
    }
  }
  file += [0, 0, 0, 0]
  file += bytes
  var tiff = try TIFFFile.opened(file)
  let frames = try tiff.frames(limit: 1)
  if isPlain && !coding.byteAlign { tiff.expectPlainRows() }
  switch try tiff.image(of: frames[0]) {
  case .bilevel(let image), .gray(let image): return image
  case .color: throw .damaged("colour in a CCITT stream")
  }
}

/// Whether a group 3 stream starts with an end-of-line code: eleven zeros or more, then a one.
private func startsWithEndOfLine(_ bytes: [UInt8]) -> Bool {
  guard let index = bytes.firstIndex(where: { $0 != 0 }) else { return false }
  return index * 8 + bytes[index].leadingZeroBitCount >= 11
}
