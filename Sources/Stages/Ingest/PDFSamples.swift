import Imaging
import QPDF

/// Pixels of plain samples with 1 or 8 bits: grey, RGB and palettes; nil for anything else.
func pdfSamples(_ facts: ImageFacts, of file: borrowing PDFFile) -> PageImage? {
  guard facts.filters.allSatisfy({ ["FlateDecode", "LZWDecode", "RunLengthDecode"].contains($0) }),
    let components = facts.components, let bits = facts.bitsPerComponent,
    (bits == 1 && components == 1) || bits == 8
  else { return nil }
  let stride = (facts.width * components * bits + 7) / 8
  let needed = stride * facts.height
  // Some writers add a byte or a row; more is a stream that is not what its dictionary says.
  guard let data = try? file.streamData(facts.id, .decoded, limit: needed + stride + 4096),
    data.count >= needed
  else { return nil }
  let flat = bits == 1 ? unpacked(data, width: facts.width, height: facts.height, stride) : data
  switch facts.colorSpace {
  case .gray, .icc(components: 1):
    let pixels = bits == 1 ? flat.map { $0 == 0 ? 0 : 255 } : Array(flat.prefix(needed))
    let image = GrayImage(width: facts.width, height: facts.height, pixels: pixels)
    return bits == 1 ? .bilevel(image) : .gray(image)
  case .rgb, .icc(components: 3):
    return .color(
      ColorImage(width: facts.width, height: facts.height, pixels: Array(flat.prefix(needed))))
  case .indexed(let base, let palette):
    return looked(up: flat.prefix(facts.width * facts.height), in: palette, base, facts)
  case .cmyk, .icc, .other, .none: return nil
  }
}

/// One byte a sample instead of one bit.
private func unpacked(_ data: [UInt8], width: Int, height: Int, _ stride: Int) -> [UInt8] {
  var result = [UInt8](repeating: 0, count: width * height)
  for y in 0..<height {
    for x in 0..<width {
      result[y &* width &+ x] = data[y &* stride &+ (x >> 3)] >> UInt8(7 &- (x & 7)) & 1
    }
  }
  return result
}

private func looked(
  up indices: ArraySlice<UInt8>, in palette: [UInt8], _ base: Int, _ facts: ImageFacts
) -> PageImage? {
  guard base == 1 || base == 3, palette.count >= base else { return nil }
  // An index beyond the palette shows its last colour (ISO 32000-1 8.6.6.3 clamps).
  let last = palette.count / base - 1
  if facts.colorMode == .color {
    var pixels: [UInt8] = []
    pixels.reserveCapacity(indices.count * 3)
    for index in indices {
      let at = min(Int(index), last) * base
      for channel in 0..<3 { pixels.append(palette[at + (base == 3 ? channel : 0)]) }
    }
    return .color(ColorImage(width: facts.width, height: facts.height, pixels: pixels))
  }
  let pixels = indices.map { palette[min(Int($0), last) * base] }
  let image = GrayImage(width: facts.width, height: facts.height, pixels: pixels)
  return facts.colorMode == .bilevel ? .bilevel(image) : .gray(image)
}
