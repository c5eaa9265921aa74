import CLeptonica
import Foundation
import Testing

/// What the engine is answered in Leptonica's stead has to be what Leptonica would have answered.
struct SubstitutesTests {
  /// A picture of bits of one and five in eight ink, by a fixed rule, with ruled lines both ways.
  private func speckled(width: Int32, height: Int32) throws -> OpaquePix {
    let pix = try unsafe OpaquePix(pixCreate(width, height, 1))
    var state: UInt32 = 7
    for y in 0..<height {
      for x in 0..<width {
        state = state &* 1_664_525 &+ 1_013_904_223
        let share: UInt32 = (x / 40 + y / 30) % 2 == 0 ? 32 : 160
        if (state >> 24) < share || y % 37 == 5 || x % 53 == 11 {
          unsafe pixSetPixel(pix.raw, x, y, 1)
        }
      }
    }
    return pix
  }

  @Test(arguments: [
    (1, 1), (1, 9), (10, 1), (3, 2), (12, 12), (75, 1), (1, 75), (2, 200), (300, 1),
  ])
  func `a brick opens as the library opens by the same structuring element`(
    width: Int32, height: Int32
  ) throws {
    let picture = try speckled(width: 203, height: 151)
    let opened = try unsafe OpaquePix(pixOpenBrick(nil, picture.raw, width, height))
    // `pixOpen` is the library's own; it takes the brick as an element.
    var brick = unsafe selCreateBrick(height, width, height / 2, width / 2, Int32(SEL_HIT))
    defer { unsafe selDestroy(&brick) }
    let expected = try unsafe OpaquePix(pixOpen(nil, picture.raw, brick))
    #expect(try opened.equals(expected))
    let given = try unsafe OpaquePix(pixCreate(5, 5, 1))
    #expect(unsafe pixOpenBrick(given.raw, picture.raw, width, height) == given.raw)
    #expect(try given.equals(expected))
    #expect(unsafe pixOpenBrick(picture.raw, picture.raw, width, height) == picture.raw)
    #expect(try picture.equals(expected))
  }

  @Test func `a brick opens nothing that is not of bits`() throws {
    let grey = try unsafe OpaquePix(pixCreate(8, 8, 8))
    #expect(unsafe pixOpenBrick(nil, grey.raw, 3, 3) == nil)
    #expect(unsafe pixOpenBrick(nil, nil, 3, 3) == nil)
  }

  @Test(arguments: [1, 8, 32] as [Int32])
  func `what is put into memory as a PNG comes back as it was`(depth: Int32) throws {
    let bits = try speckled(width: 67, height: 31)
    let picture = try unsafe OpaquePix(
      depth == 1
        ? pixCopy(nil, bits.raw)
        : depth == 8 ? pixConvertTo8(bits.raw, 0) : pixConvertTo32(bits.raw))
    for format in [Int32(IFF_PNG), Int32(IFF_BMP)] {
      var bytes: UnsafeMutablePointer<UInt8>?
      var size = 0
      #expect(unsafe pixWriteMem(&bytes, &size, picture.raw, format) == 0)
      defer { unsafe lept_free(bytes) }
      #expect(size > 0)
      let back = try unsafe OpaquePix(pixReadMem(bytes, size))
      #expect(try back.equals(picture))
    }
  }

  @Test(arguments: ["pixOpenBrick", "pixWriteMem"])
  func `the engine finds them before the library's`(name: String) throws {
    let library = unsafe dlopen("liblept.so.5", RTLD_LAZY | RTLD_NOLOAD)
    defer { _ = unsafe library.map { unsafe dlclose($0) } }
    let (found, others) = unsafe (dlsym(nil, name), dlsym(library, name))
    #expect(unsafe library != nil && found != nil && others != nil && found != others)
  }
}

/// A PIX that is destroyed with the value that owns it.
@safe private final class OpaquePix {
  let raw: UnsafeMutablePointer<Pix>

  init(_ raw: UnsafeMutablePointer<Pix>?) throws { unsafe self.raw = try #require(unsafe raw) }

  deinit {
    var pix: UnsafeMutablePointer<Pix>? = unsafe raw
    unsafe pixDestroy(&pix)
  }

  func equals(_ other: OpaquePix) throws -> Bool {
    var same: Int32 = 0
    try #require(unsafe pixEqual(raw, other.raw, &same) == 0)
    return same == 1
  }
}
