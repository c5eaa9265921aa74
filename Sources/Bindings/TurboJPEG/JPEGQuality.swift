/// The luminance table of ITU-T T.81 annex K.1; quality 50 in IJG's scale.
private let standardLuminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]

/// The quality, 1…100, at which IJG's formula gives a table closest to this one in its sum.
///
/// The sum does not depend on the order of the entries (files store them in zigzag). Tables that IJG's
/// library wrote come out exactly; others, such as Adobe's, get the quality of equal coarseness.
func jpegQuality(ofLuminance table: [Int]) -> Int {
  let wanted = table.reduce(0, +)
  var best = (quality: 1, distance: Int.max)
  for quality in 1...100 {
    let distance = abs(luminanceSum(quality: quality) - wanted)
    // Of equals the higher: 16-bit tables of quality 1 and 2 never occur in scans.
    if distance <= best.distance { best = (quality, distance) }
  }
  return best.quality
}

/// `jpeg_quality_scaling` and `jpeg_add_quant_table` of IJG's library, baseline.
private func luminanceSum(quality: Int) -> Int {
  let scale = quality < 50 ? 5000 / quality : 200 - quality * 2
  return standardLuminance.reduce(0) { $0 + min(255, max(1, ($1 * scale + 50) / 100)) }
}
