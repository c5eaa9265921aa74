extension Rule {
  /// Every rule that sohoa knows, in the order in which a report lists them.
  public static let all: [Rule] = [
    displayQuality, ocrLegibility,
    resolutionDeclared, resolutionUnknown, resolutionEffective, resolutionMismatch,
    resolutionOptical, colorMode,
    skew, orientation, pageBlank, contrast, sharpness, noise, shading, showThrough, speckle,
    speckleWhite, strokeThin, strokeMerged, jpegQuality, borderBlack, textCutOff,
    clipping, keystone, streaks, motion, colorCast, colorInkMissing, cornerFolded, occlusion,
    ocrConfidence, ocrCoverage, ocrNotRun, textNone, measureNotRun, secrecyMarked, fieldMissing,
    pagesGap, pagesRepeated, pagesOrder, pagesDuplicate, pagesSize, pagesSplit, pageOutlier,
    registerOrder, registerDuplicate,
    layoutDate, layoutNumber, layoutNotation, layoutAuthority, layoutPageNumber, layoutSeal,
    layoutSignature,
    pdfNotArchival, pdfGrown, pdfBornDigital, pdfOldText, pdfLinkDropped,
  ]

  /// The rule of that name, nil when there is none.
  public static func named(_ id: RuleID) -> Rule? { byID[id] }

  private static let byID: [RuleID: Rule] = {
    var table: [RuleID: Rule] = [:]
    for rule in all { table[rule.id] = rule }
    return table
  }()
}
