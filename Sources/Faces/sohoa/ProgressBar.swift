import Foundation
import ProcessLimits

/// A one-line progress bar on standard error: share, pages a second, time left.
///
/// Drawn on a terminal only, so that logs stay clean.
struct ProgressBar {
  private let isDrawn: Bool
  private let start = ContinuousClock.now
  private var lastDraw: ContinuousClock.Instant?
  private var line = ""

  init(mode: ProgressMode, isQuiet: Bool) {
    switch mode {
    case .always: isDrawn = true
    case .never: isDrawn = false
    case .auto: isDrawn = !isQuiet && isTerminal(2)
    }
  }

  /// Shows how far the run is; at most ten times a second.
  mutating func show(donePages: Int, knownPages: Int, doneDocuments: Int, documents: Int) {
    guard isDrawn else { return }
    let now = ContinuousClock.now
    if let lastDraw, lastDraw.duration(to: now) < .milliseconds(100) { return }
    lastDraw = now
    let elapsed = start.duration(to: now)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(donePages) / seconds : 0
    // Documents that are not opened yet count as many pages as the opened ones had on average.
    let opened = max(1, doneDocuments)
    let expected = max(knownPages, donePages * documents / opened)
    let share = documents == 0 ? 1 : min(1, Double(doneDocuments) / Double(documents))
    let left = rate > 0 ? Double(max(0, expected - donePages)) / rate : 0
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let speed = String(format: "%.1f", rate)
    let text = say(
      "\(bar) \(doneDocuments)/\(documents) văn bản · \(donePages) trang · \(speed) trang/giây · còn \(clock(left))",
      "\(bar) \(doneDocuments)/\(documents) documents · \(donePages) pages · \(speed) pages/s · \(clock(left)) left"
    )
    redraw(String(text.prefix(max(20, terminalColumns(2) - 1))))
  }

  /// Takes the bar away so that other lines can be printed.
  mutating func clear() {
    guard isDrawn, !line.isEmpty else { return }
    redraw("")
  }

  private mutating func redraw(_ text: String) {
    line = text
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[2K\(text)".utf8))
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return whole >= 3600
      ? "\(whole / 3600):\(pad(whole % 3600 / 60)):\(pad(whole % 60))"
      : "\(whole / 60):\(pad(whole % 60))"
  }
}
