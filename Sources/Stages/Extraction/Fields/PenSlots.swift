import Imaging
import Recognition

/// What was seen in the slots of the heading.
struct PenSlots {
  private let slots: [SlotReading]
  /// The page, from 1.
  let page: Int

  init(_ page: PageLayout) {
    slots = page.slots
    self.page = page.number
  }

  /// The slot of a kind; nil when it was not looked for or holds no ink.
  subscript(kind: SlotKind) -> SlotReading? {
    slots.first { $0.slot.kind == kind && $0.handwritten != nil }
  }
}

extension SlotReading {
  /// Whether a pen wrote there rather than a printer.
  var isPen: Bool { (handwritten ?? 0) >= 0.5 }

  /// Whether a printer wrote there, with little doubt: hardly a pen in a hundred is below a quarter (painted slots).
  var isPrint: Bool { (handwritten ?? 1) < 0.25 }
}

extension CodeReading {
  /// The number with what was seen in its slot: what a pen wrote is taken from the slot alone.
  func seen(in slots: PenSlots) -> CodeReading {
    guard let slot = slots[.number] else { return self }
    var result = self
    if slot.isPen, let number, number.isPrint(cutShortBy: slot) {
      result.number = number.with(handwritten: nil)
    } else if slot.isPen {
      var reading = Reading(
        slot.candidates.first?.text, raw: number?.raw ?? slot.candidates.first?.text ?? "",
        confidence: slot.candidates.first?.p ?? 0, handwritten: true, tokens: number?.tokens ?? [],
        others: slot.candidates.dropFirst().map { Candidate(value: $0.text, p: $0.p) })
      reading.eitherOf = slot.candidates.reduce(0) { $0 + $1.p }
      reading.place = Evidence(page: slots.page, box: slot.box)
      result.number = reading
    } else if slot.isPrint {
      result.number = number?.printed
    }
    return result
  }
}

extension Reading {
  /// A number of which its slot says that it is printed: figures then tell more than the fit of their box.
  fileprivate var printed: Reading {
    guard value?.allSatisfy(\.isNumber) ?? false, value == raw else { return self }
    var result = self
    result.handwritten = false
    // All of 241 such numbers were right, and none was a pen's (practice, calibration and evaluation pools, real documents).
    // Fused with the notation and hardly believed, a figure may be lost in the slash.
    switch tokens.map(\.confidence).min() ?? 0 {
    case 60...: result.confidence = max(confidence, 0.97)
    case 40...: result.confidence = max(confidence, 0.9)
    default: result.confidence = max(confidence, 0.6)
    }
    return result
  }

  /// Whether figures were read plainly of which a slot shows only the first.
  ///
  /// In wide typefaces it ends too early, and print that is cut looks like a pen's. Of 89 numbers of a pen that were read as
  /// figures at all none was read so (painted pools and real documents).
  fileprivate func isPrint(cutShortBy slot: SlotReading) -> Bool {
    guard let value, value == raw, value.count >= 2, value.allSatisfy(\.isNumber) else {
      return false
    }
    return slot.candidates.first.map { value.count > $0.text.count && value.hasPrefix($0.text) }
      ?? false
  }

  fileprivate func with(handwritten: Bool?) -> Reading {
    var reading = self
    reading.handwritten = handwritten
    return reading
  }
}

/// The dates that day, month and year give together.
struct DateChoice {
  /// A way to read a part, with its probability.
  typealias Choice = (value: Int, p: Double)

  /// The two best dates, `yyyy-MM-dd`, best first.
  let candidates: [Candidate]

  /// A day that its month does not have is no date: what it took goes to the dates that are left.
  init(days: [Choice], months: [Choice], year: Choice) {
    var all: [(value: String, p: Double)] = []
    var impossible = 0.0
    for month in months {
      for day in days {
        let p = day.p * month.p
        guard day.value <= CalendarMonth.length(of: month.value, in: year.value) else {
          impossible += p
          continue
        }
        let text =
          "\(year.value)-\(month.value < 10 ? "0" : "")\(month.value)-\(day.value < 10 ? "0" : "")\(day.value)"
        if let known = all.firstIndex(where: { $0.value == text }) {
          all[known].p += p
        } else {
          all.append((text, p))
        }
      }
    }
    let possible = max(0.001, 1 - impossible)
    candidates = all.sorted { ($0.p, $1.value) > ($1.p, $0.value) }.prefix(2).map {
      Candidate(value: $0.value, p: (min(1, $0.p / possible) * year.p * 1000).rounded() / 1000)
    }
  }
}
