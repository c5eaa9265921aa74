import Foundation
import Imaging
import Reporting
import TurboJPEG

extension Thumbnail {
  /// Makes a page small; nil when it cannot be packed, which leaves the report without this picture.
  init?(of image: PageImage) {
    let small = image.reduced(toWidth: Thumbnail.width)
    // A report without one picture is still a report: nothing hangs on it.
    guard let jpeg = try? encodedJPEG(small, quality: Thumbnail.quality) else { return nil }
    self.init(width: small.width, height: small.height, jpeg: Data(jpeg))
  }

  /// Wide enough to see a seal and a skew, and to know the sheet again.
  private static let width = 360
  /// Print stays legible as print; a page takes 8 to 20 kB.
  private static let quality = 55
}
