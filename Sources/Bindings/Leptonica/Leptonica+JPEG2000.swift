import CLeptonica
public import Imaging

/// Pixels a row and rows of a JPEG 2000 stream, read without decoding (`readHeaderMemJp2k`).
public func jpeg2000Size(of bytes: [UInt8]) throws(LeptonicaError) -> (width: Int, height: Int) {
  var (width, height): (Int32, Int32) = (0, 0)
  let status = unsafe bytes.withUnsafeBufferPointer {
    unsafe readHeaderMemJp2k($0.baseAddress, $0.count, &width, &height, nil, nil, nil)
  }
  guard status == 0, width > 0, height > 0 else { throw LeptonicaError(call: "readHeaderMemJp2k") }
  return (Int(width), Int(height))
}

/// Decodes a JPEG 2000 file or codestream (`pixReadMemJp2k`, full size).
///
/// One component gives grey, three or four give colour; alpha is dropped.
public func decodedJPEG2000(_ bytes: [UInt8]) throws(LeptonicaError) -> PageImage {
  let pix = try OwnedPix.adopting("pixReadMemJp2k") {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe pixReadMemJp2k($0.baseAddress, $0.count, 1, nil, 0, 0)
    }
  }
  switch pix.depth {
  case 8: return .gray(pix.grayImage())
  case 32: return .color(pix.colorImage())
  default: throw LeptonicaError(call: "pixReadMemJp2k")
  }
}
