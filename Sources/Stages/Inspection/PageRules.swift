import Findings
import Imaging
import Ingest
import Measuring
import Recognition

/// Applies the rules of a profile to one page.
struct PageRules {
  let page: PageEvidence
  let kind: EvidenceKind
  let profile: Profile
  let displayQuality: DisplayQuality?
  let ocrLegibility: Double?

  var measured: Measurements { page.measurements }

  /// What the page breaks, in the order of the catalogue; a blank page is only said to be blank.
  var findings: [Finding] {
    guard !measured.isBlank else { return blank }
    return scores + resolution + color + geometry + tone + print + edges + faults + text
  }

  /// That the page is blank, and that it may not be where everything on it is clipped white.
  ///
  /// For information: scanners whiten blank backs on purpose.
  private var blank: [Finding] {
    let isWhiteOut = measured.faults.clipping == 1 && profile.limits[Rule.clipping.id] != nil
    return profile.fact(.pageBlank, message: Messages.blankPage)
      + (isWhiteOut ? [Rule.clipping.finding(.info, measured: 1, message: Messages.whiteOut)] : [])
  }

  /// What a rule says of something measured, or that it could not be; nothing when it is not applied.
  func judged<Value>(
    _ rule: Rule, _ value: Value?, _ findings: (Value) -> [Finding]
  ) -> [Finding] {
    guard profile.limits[rule.id] != nil else { return [] }
    guard let value else {
      return profile.fact(.measureNotRun, message: Messages.notMeasured(rule.title))
    }
    return findings(value)
  }

  /// The finding of a rule with a figure, or that the figure is not there.
  func figure(
    _ rule: Rule, _ value: Double?, box: Box? = nil,
    message: (Double, Double) -> Wording
  ) -> [Finding] {
    judged(rule, value) { figureIfKnown(rule, $0, box: box, message: message) }
  }

  /// The same where a figure that is absent says that the rule does not apply to the page.
  func figureIfKnown(
    _ rule: Rule, _ value: Double?, box: Box? = nil,
    message: (Double, Double) -> Wording
  ) -> [Finding] {
    guard let value, let breach = profile.breach(of: rule, measured: value) else { return [] }
    return [
      rule.finding(
        breach.severity, measured: value, required: breach.required, box: box,
        message: message(value, breach.required))
    ]
  }
}

extension PageRules {
  /// The two figures that sum a page up.
  private var scores: [Finding] {
    judged(.displayQuality, displayQuality) { quality in
      figure(.displayQuality, quality.value) {
        Messages.displayQuality($0, $1, because: quality.worst)
      }
    } + figure(.ocrLegibility, ocrLegibility, message: Messages.legibility)
  }

  private var resolution: [Finding] {
    declaredResolution
      + figure(.resolutionEffective, measured.effectiveDpi) {
        Messages.effectiveResolution($0, $1, paper: measured.paper)
      } + mismatch
  }

  private var declaredResolution: [Finding] {
    guard let declared = measured.declaredDpi else {
      return profile.fact(.resolutionUnknown, message: Messages.resolutionUnknown)
    }
    return figure(
      .resolutionDeclared, declared.lower, message: Messages.declaredResolution)
  }

  /// Applies only where both resolutions are known: what is missing has a finding of its own.
  private var mismatch: [Finding] {
    guard let declared = measured.declaredDpi, let effective = measured.effectiveDpi else {
      return []
    }
    return figure(.resolutionMismatch, abs(declared.lower - effective) / effective) {
      Messages.mismatch($0, $1, declared: declared.lower, effective: effective)
    }
  }

  private var color: [Finding] {
    switch measured.colorMode {
    case .bilevel: profile.fact(.colorMode, message: Messages.bilevelPage)
    case .gray: profile.fact(.colorMode, message: Messages.grayPage)
    case .color:
      // Fewer than 1 pixel in 100 000 has a hue: no sensor gives that, a converted grey image does.
      if let share = measured.chromaShare, share < 0.000_01 {
        profile.fact(.colorMode, message: Messages.grayInDisguise)
      } else {
        []
      }
    }
  }

  private var geometry: [Finding] {
    figure(.skew, measured.skewDegrees.map(abs), message: Messages.skew) + orientation
  }

  /// Text that was read knows better than the shapes of its letters.
  private var orientation: [Finding] {
    let read = page.text.flatMap { text in
      text.outcome == .read && !text.words.isEmpty ? text.textOrientation.rawValue : nil
    }
    return judged(.orientation, read ?? measured.orientationDegrees) { turn in
      turn == 0
        ? []
        : profile.fact(
          .orientation, measured: Double(turn), required: 0, message: Messages.orientation(turn))
    }
  }

  /// Black and white pixels have no tones to measure.
  private var tone: [Finding] {
    guard measured.hasTones else { return [] }
    return figure(.contrast, measured.contrast, message: Messages.contrast)
      + figure(.sharpness, measured.lowestEdgeGradient, message: Messages.sharpness)
      + figure(.noise, measured.signalToNoise, message: Messages.noise)
  }

  private var edges: [Finding] {
    figure(
      .borderBlack, measured.blackBorderMillimetres, box: measured.blackBorderBox,
      message: Messages.blackBorder)
      + figure(
        .textCutOff, measured.cutOffText.map(Double.init), box: measured.cutOffBoxes.first,
        message: Messages.cutOffText)
  }
}

extension PageRules {
  /// Rules that need text; on pixels alone they do not apply.
  private var text: [Finding] {
    guard kind == .text else { return [] }
    guard let text = page.text else {
      return notRead(page.notRun ?? Messages.notRead)
    }
    switch text.outcome {
    case .timedOut: return notRead(page.notRun ?? Messages.readingTimedOut)
    case .failed: return notRead(page.notRun ?? Messages.readingFailed)
    case .blank: return notRead(Messages.takenForBlank)
    case .read: return reading(of: text)
    }
  }

  /// A page that nobody read may bear a secrecy marking: a person must look under every profile.
  private func notRead(_ message: Wording) -> [Finding] {
    [Rule.ocrNotRun.finding(profile.limits[Rule.ocrNotRun.id]?.fact ?? .review, message: message)]
  }

  private func reading(of text: RecognizedPage) -> [Finding] {
    guard let confidence = text.meanConfidence else {
      return profile.fact(.textNone, message: Messages.noText)
    }
    return figure(.ocrConfidence, confidence, message: Messages.confidence)
      + figure(.ocrCoverage, text.coverage, message: Messages.coverage)
  }
}

extension Measurements {
  /// Whether the pixels have tones: a page of black and white only has none, however it is stored.
  ///
  /// Measuring leaves all five figures of tone out together on such pages; one that is missing alone
  /// could not be taken.
  var hasTones: Bool {
    colorMode != .bilevel
      && !(separability == nil && contrast == nil && edgeGradient == nil && noise == nil)
  }
}
