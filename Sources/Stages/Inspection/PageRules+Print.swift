import Findings
import Measuring

extension PageRules {
  /// How the print stands on the paper; what a bilevel page cannot show is left out there.
  var print: [Finding] {
    let print = measured.print
    let strokes =
      figure(
        .strokeThin, print.relativeStroke(xHeight: measured.xHeight), message: Messages.thinStrokes)
      + figure(.strokeMerged, print.touching, message: Messages.mergedStrokes)
    let marks =
      figure(.speckle, print.speckle, message: Messages.speckle)
      // With few holes there is no share of small ones, and nothing to find fault with.
      + (print.whiteSpeckle.map {
        figure(.speckleWhite, $0, message: Messages.whiteSpeckle)
      } ?? [])
    // Of a page with few letters or full of specks it is not known; those have findings of their own.
    let ghosts =
      print.anyShowThrough.map { figure(.showThrough, $0, message: Messages.showThrough) } ?? []
    guard measured.hasTones else { return replication + ghosts + marks + strokes }
    return figure(.resolutionOptical, print.opticalDpi, message: Messages.optical)
      + figure(.shading, print.nonUniformity, message: Messages.shading)
      + ghosts + marks + strokes + compression
  }

  /// A bilevel page shows that it was enlarged only by repeated pixels.
  private var replication: [Finding] {
    measured.print.opticalDpi.map { figure(.resolutionOptical, $0, message: Messages.optical) }
      ?? []
  }

  /// Pages that are not JPEG have no quality.
  private var compression: [Finding] {
    measured.jpegQuality.map {
      figure(.jpegQuality, Double($0), message: Messages.jpegQuality)
    } ?? []
  }
}
