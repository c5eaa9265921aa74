import CTIFF

/// How a frame is laid out that a test writes.
package struct TIFFLayout: Sendable {
  package var width: Int
  package var height: Int
  /// 0: one bit a pixel; 1: grey or palette; 3: RGB; 4: RGB with alpha, or CMYK.
  package var channels = 1
  package var bits = 8
  package var photometric = 1
  package var compression = 1
  package var orientation = 1
  package var fillOrder = 1
  package var t4Options = 0
  /// 0: all rows in one strip.
  package var rowsPerStrip = 0
  /// 0: strips; else the side of square tiles.
  package var tile = 0
  /// 0: no resolution is written.
  package var dpi = 0.0

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// Writes one frame of packed rows to a file, or appends it; false when libtiff refuses.
package func writeTIFF(
  _ rows: [UInt8], as layout: TIFFLayout, to path: String, appending: Bool = false
) -> Bool {
  var raw = ctiff_layout()
  raw.width = UInt32(layout.width)
  raw.height = UInt32(layout.height)
  raw.rows_per_strip = UInt32(layout.rowsPerStrip)
  raw.tile = UInt32(layout.tile)
  raw.t4_options = UInt32(layout.t4Options)
  raw.channels = UInt16(layout.channels)
  raw.bits = UInt16(layout.bits)
  raw.photometric = UInt16(layout.photometric)
  raw.compression = UInt16(layout.compression)
  raw.orientation = UInt16(layout.orientation)
  raw.fill_order = UInt16(layout.fillOrder)
  raw.dpi = Float(layout.dpi)
  return unsafe ctiff_write(path, appending ? "a" : "w", &raw, rows, rows.count) == 1
}
