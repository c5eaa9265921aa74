import CLeptonica
public import Imaging

/// A connected piece of ink.
public struct InkComponent: Sendable, Equatable {
  /// Its bounding box.
  public let box: Imaging.Box
  /// Its ink pixels.
  public let area: Int
}

/// The 8-connected pieces of ink darker than `threshold` with their areas (`pixConnComp`).
public func inkComponents(
  of image: GrayImage, below threshold: Int
) throws(LeptonicaError) -> [InkComponent] {
  let pix = try OwnedPix.ink(of: image, below: threshold)
  var pieces: UnsafeMutablePointer<PIXA>?
  var boxes: UnsafeMutablePointer<BOXA>? = pix.lend { unsafe pixConnComp($0, &pieces, 8) }
  defer {
    unsafe boxaDestroy(&boxes)
    unsafe pixaDestroy(&pieces)
  }
  guard unsafe boxes != nil, unsafe pieces != nil else {
    throw LeptonicaError(call: "pixConnComp")
  }
  var counts: UnsafeMutablePointer<NUMA>? = unsafe pixaCountPixels(pieces)
  defer { unsafe numaDestroy(&counts) }
  let found = unsafe copied(boxes)
  return found.enumerated().map { index, box in
    var area: Int32 = 0
    _ = unsafe numaGetIValue(counts, Int32(index), &area)
    return InkComponent(box: box, area: Int(area))
  }
}

/// Copies all boxes out (`boxaGetBoxGeometry`).
private func copied(_ boxes: UnsafeMutablePointer<BOXA>?) -> [Imaging.Box] {
  (0..<(unsafe boxaGetCount(boxes))).map { index in
    var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    _ = unsafe boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
    return Imaging.Box(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
  }
}
