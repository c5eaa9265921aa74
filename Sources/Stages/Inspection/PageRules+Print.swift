import Findings
import Measuring

extension PageRules {
  /// How the print stands on the paper; what a bilevel page cannot show is left out there.
  var print: [Finding] {
    let print = measured.print
    let strokes =
      figureIfKnown(.strokeThin, measured.fineStroke, message: Messages.thinStrokes)
      + figure(.strokeMerged, print.touching, message: Messages.mergedStrokes)
    // Strokes of small or frayed letters have no width, small holes no share where there are few holes;
    // what shines through is not known where there is little print or specks lie all over: those have
    // findings of their own.
    let marks =
      figureIfKnown(.showThrough, print.anyShowThrough, message: Messages.showThrough)
      + figure(.speckle, print.speckle, message: Messages.speckle)
      + figureIfKnown(.speckleWhite, print.whiteSpeckle, message: Messages.whiteSpeckle)
    guard measured.hasTones else {
      // A bilevel page shows that it was enlarged only by repeated pixels.
      return figureIfKnown(.resolutionOptical, print.opticalDpi, message: Messages.optical)
        + marks + strokes
    }
    return figure(.resolutionOptical, print.opticalDpi, message: Messages.optical)
      + figure(.shading, print.nonUniformity, message: Messages.shading) + marks + strokes
      // Pages that are not JPEG have no quality.
      + figureIfKnown(
        .jpegQuality, measured.jpegQuality.map(Double.init), message: Messages.jpegQuality)
  }
}
