public import Imaging

/// Reads pages with one engine; the only driver of this stage.
///
/// Not for two threads at once: a process that reads owns one. A class, since the engine with its
/// language data is one thing with an identity.
public final class Recognizer {
  private var engine: any Recognizing

  /// Loads Tesseract with its language data, such as `vie` or `vie+eng`.
  ///
  /// nil for `dataPath` means where Tesseract looks by itself.
  public init(languages: String, dataPath: String? = nil) throws(RecognitionError) {
    engine = try TesseractReading(languages: languages, dataPath: dataPath)
  }

  /// Reads with the given engine.
  public init(engine: any Recognizing) {
    self.engine = engine
  }

  /// Reads one page; how it ended is the outcome, and only `.read` carries words.
  ///
  /// `cpuSeconds` is processor time, so that the outcome does not depend on how busy the machine is.
  public func recognize(
    _ page: PageImage, plan: ReadingPlan, cpuSeconds: Double
  ) -> RecognizedPage {
    let upright = page.sealSafeGray.turned(plan.turn)
    let red =
      page.color.map { stampWords(on: $0, plan: plan, cpuSeconds: cpuSeconds, engine: &engine) }
      ?? []
    func stamps(besides words: [Word]) -> [Word] {
      red
        + framedStamps(
          on: page, upright: upright, besides: red, words: words, plan: plan,
          cpuSeconds: cpuSeconds)
    }
    do throws(RecognitionError) {
      let prepared = try PreparedPage(upright, of: page, plan: plan)
      // Without its pieces a page has no coverage, which is reported as a measure that did not run.
      let ink = try? PageInk(prepared.image)
      let dpi = plan.dpi * plan.scale
      let layout: TextLayout =
        ink?.hasDarkBlocks(dpi: dpi) ?? true ? .pageWithDarkBlocks : .page
      let read = try engine.words(
        on: prepared.image, layout: layout, dpi: dpi, cpuSeconds: cpuSeconds)
      let found = engine.rereadLost(
        read, on: prepared.image, dpi: dpi, cpuSeconds: cpuSeconds)
      let words = found.compactMap { $0.checked(on: prepared)?.seen(on: page.color) }
      let number = ink.flatMap {
        NumberReading(ink: $0, words: found, dpi: dpi)
          .number(cpuSeconds: cpuSeconds, engine: &engine)
      }
      return RecognizedPage(
        outcome: .read, width: page.width, height: page.height, words: words,
        textOrientation: plan.turn,
        coverage: ink.flatMap { coverage(of: $0, words: found.map(\.box)) },
        stamps: stamps(besides: words),
        printedNumber: number.flatMap { number in
          prepared.boxOnPage(number.box).map { PrintedNumber(value: number.value, box: $0) }
        })
    } catch {
      return RecognizedPage(
        outcome: error == .outOfProcessorTime ? .timedOut : .failed, width: page.width,
        height: page.height, words: [], textOrientation: plan.turn, stamps: stamps(besides: []))
    }
  }

  /// The words of a small picture whose layout is known.
  func engineWords(
    on image: GrayImage, layout: TextLayout, dpi: Int, cpuSeconds: Double
  ) throws(RecognitionError) -> [Word] {
    try engine.words(on: image, layout: layout, dpi: dpi, cpuSeconds: cpuSeconds)
  }

  /// Reads what stands in black frames that are no print and hold no red stamp, whatever became of the page's words.
  private func framedStamps(
    on page: PageImage, upright: GrayImage, besides red: [Word], words: [Word], plan: ReadingPlan,
    cpuSeconds: Double
  ) -> [Word] {
    let certain = words.filter(\.mayMakeFrames).map {
      plan.turn.turned($0.box, width: page.width, height: page.height)
    }
    // Restoration takes the dots and the pale lines of a faint frame away, so the page is taken as it is.
    let framed = framedWords(
      on: upright, dpi: plan.dpi, isBilevel: page.mode == .bilevel, print: certain,
      cpuSeconds: cpuSeconds, engine: &engine)
    let (lines, blocks) = (
      (red.map(\.line).max() ?? -1) + 1, (red.map(\.block).max() ?? -1) + 1
    )
    let whole = Box(x: 0, y: 0, width: upright.width, height: upright.height)
    return framed.compactMap { word -> Word? in
      guard let word = word.cleaned, let inside = word.box.intersection(whole) else { return nil }
      let box = plan.turn.inverse.turned(inside, width: upright.width, height: upright.height)
      // A red frame is grey too, but its word was read from the red.
      guard !red.contains(where: { $0.box.intersection(box) != nil }) else { return nil }
      return word.moved(to: box).after(lines: lines, blocks: blocks)
    }
  }
}

extension Word {
  /// The word on the page as shown; nil when it has no text or lies outside.
  fileprivate func checked(on prepared: PreparedPage) -> Word? {
    cleaned.flatMap { word in prepared.boxOnPage(word.box).map(word.moved) }
  }
}
