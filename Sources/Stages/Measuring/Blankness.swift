/// What tells a blank page from a written one.
package struct BlankEvidence: Equatable {
  /// The paper's level, 0…255.
  package let paper: Double
  /// Share of the page that is dark in any way, edges of the image and specks too, 0…1.
  package let darkShare: Double
  /// Letter-sized pieces of ink.
  package let letters: Int
  /// Marks larger than letters, without edges of the image and punch holes.
  package let largeMarks: Int
  /// Share of the page that is ink, specks left out, 0…1.
  package let inkShare: Double
  /// Weber contrast of the darkest tenth of the ink, nil when there is too little of it.
  package let contrast: Double?
  /// Normalised edge gradient of the ink, nil when there is too little of it.
  package let edgeGradient: Double?
  /// Share of strongly red or blue pixels, 0…1; 0 on pages without colour.
  package let inkHueShare: Double
}

/// Whether a page holds no print, seal or stroke.
///
/// Calling a written page blank loses its text, so every sign of content says no: a seal or pen in
/// colour, letters, larger marks, and darkness that no border explains: paper under 80 or a quarter of
/// the page dark, as in a negative or a failed scan. Two things look like content and are not. A few
/// specks: fewer than 6 letter-sized pieces and less than 0.03 % ink. Ink of the back page shining through
/// (also the pink ghost of its seal): pale even where it is darkest, under 0.28 of contrast, with edges that
/// the paper has blurred (gradient under 0.2); or a shadow under 0.1 of contrast that has not the 30 letters of
/// faint print with a gradient of `softest` or more. A punch hole, an edge of the sheet
/// and yellow paper do not count as ink. Source: US 5467410 A; page-quality notes 1.4. It fails on a
/// back page that a bilevel scan has turned into black strokes, and on a page with nothing but a page
/// number, which is blank.
package func isBlank(_ evidence: BlankEvidence, softest: Double) -> Bool {
  if evidence.inkHueShare > 0.0003 { return false }
  if evidence.paper < 80 || evidence.darkShare > 0.25 { return false }
  if evidence.letters < 6, evidence.inkShare < 0.0003 { return true }
  guard let contrast = evidence.contrast else { return evidence.largeMarks == 0 }
  let gradient = evidence.edgeGradient ?? 1
  if contrast < 0.1 { return evidence.letters < 30 || gradient < softest }
  return contrast < 0.28 && gradient < 0.2
}
