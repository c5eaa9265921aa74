import CLeptonica
public import Imaging

/// A connected piece of ink.
public struct InkComponent: Sendable, Equatable {
  /// Its bounding box.
  public let box: Imaging.Box
  /// Its ink pixels.
  public let area: Int
}

/// The grey value that parts ink from paper best: ink is darker than it (Otsu 1979), 1…255.
///
/// Maximizes the variance between the two classes of the histogram; 128 when the picture has one
/// value only. A picture of 0 and 255 gives the middle.
public func otsuThreshold(of image: GrayImage) -> Int {
  var histogram = [256 of Int](repeating: 0)
  let pixels = image.pixels.span
  for index in pixels.indices { histogram[Int(pixels[index])] &+= 1 }
  let total = Double(pixels.count)
  var sum = 0.0
  for value in 0..<256 { sum += Double(value) * Double(histogram[value]) }
  var below = 0.0
  var sumBelow = 0.0
  var best = 0.0
  var first = 128
  var last = 128
  for value in 0..<255 {
    below += Double(histogram[value])
    sumBelow += Double(value) * Double(histogram[value])
    guard below > 0, below < total else { continue }
    let difference = sumBelow / below - (sum - sumBelow) / (total - below)
    let between = below * (total - below) * difference * difference
    if between > best {
      best = between
      first = value + 1
      last = value + 1
    } else if between == best, best > 0 {
      last = value + 1
    }
  }
  return (first + last) / 2
}

/// The bounding boxes of the 8-connected pieces of ink darker than `threshold` (`pixConnCompBB`).
public func inkBoxes(of image: GrayImage, below threshold: Int) throws(LeptonicaError) -> [Imaging
  .Box]
{
  let pix = try OwnedPix.ink(of: image, below: threshold)
  var boxes: UnsafeMutablePointer<BOXA>? = pix.lend { unsafe pixConnCompBB($0, 8) }
  defer { unsafe boxaDestroy(&boxes) }
  guard unsafe boxes != nil else { throw LeptonicaError(call: "pixConnCompBB") }
  return unsafe copied(boxes)
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
