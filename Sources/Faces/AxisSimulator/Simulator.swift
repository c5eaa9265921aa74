import ArgumentParser
import Foundation

/// `axis-simulator`: a national axis on this machine, for tests and for offices that practise.
///
/// It speaks the recorded protocol, on loopback only, and knows no more of the real axis than was
/// recorded: replies hold the recorded fields, nothing is deduplicated.
@main
struct Simulator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "axis-simulator",
    abstract:
      "A national axis (VXP) on 127.0.0.1, for tests and practice. Trục giả lập để tập gửi.",
    discussion: """
      Prints "listening http://127.0.0.1:PORT" and serves until --seconds are over or it is killed.

      Accounts: --account SYSTEM:SECRET:CODE[,CODE…], repeatable; without one there are
      demo-system:demo-secret:Y98.01 and demo-receiver:demo-secret:Y99.02,Y99.03. --agencies N adds
      agency-001:demo-secret:Y10.001 and so on.

      Faults: --fault KIND=PROBABILITY, repeatable, drawn by --seed for each request:
        error-500         answers 500 and takes nothing
        error-after       takes the message, then answers 500
        drop-before       closes without an answer, takes nothing
        drop-after        takes the message, then closes without an answer
        cut               takes the message, answers half
        slow              waits --slow-seconds before it answers
        slow-after        takes the message, then waits --slow-seconds
        twice             takes the message twice by itself
        bad-json, html    answers 200 with what is no reply, takes nothing
      """)

  @Option(help: "Port; 0 takes a free one.") var port: UInt16 = 0
  @Option(help: "SYSTEM:SECRET:CODE[,CODE…] (repeatable).") var account: [String] = []
  @Option(help: "Adds so many agencies, each with an account of its own.") var agencies = 0
  @Option(help: "Agencies that are locked (repeatable).") var locked: [String] = []
  @Option(help: "KIND=PROBABILITY (repeatable).") var fault: [String] = []
  @Option(help: "Calls that faults touch (repeatable; all by default).") var faultsOn: [String] = []
  @Option(help: "Seed of the draw.") var seed: UInt64 = 1
  @Option(help: "How long slow answers take.") var slowSeconds = 5.0
  @Option(help: "How far its clock is off, in seconds.") var clockOffset = 0
  @Option(help: "Refuses requests whose time differs by more, in seconds.") var maximumSkew: Int?
  @Option(help: "Keeps what it took in this folder and goes on from there.") var state: String?
  @Option(help: "Ends by itself after so many seconds.") var seconds = 3600.0

  func run() throws {
    var accounts = try self.account.map(Account.init(argument:))
    if accounts.isEmpty, agencies == 0 {
      accounts = try ["demo-system:demo-secret:Y98.01", "demo-receiver:demo-secret:Y99.02,Y99.03"]
        .map(Account.init(argument:))
    }
    for number in 0..<agencies {
      let digits = String(1000 + number + 1).dropFirst()
      accounts.append(
        Account(systemId: "agency-\(digits)", secret: "demo-secret", codes: ["Y10.\(digits)"]))
    }
    let axis = try Axis(
      accounts: accounts, locked: Set(locked), clockOffset: clockOffset, maximumSkew: maximumSkew,
      folder: state)
    let faults = Faults(
      chances: try fault.map(Faults.chance), calls: Set(faultsOn), seed: seed,
      slowSeconds: slowSeconds)
    let server = try Server(port: port) { request in faults.answer(request, by: axis) }
    try FileHandle.standardOutput.write(
      contentsOf: Data("listening http://127.0.0.1:\(server.port)\n".utf8))
    server.serve(until: Date().addingTimeInterval(seconds))
    // Threads that still talk end with the process.
    Foundation.exit(0)
  }
}

/// An office's system: who it is, its key, and the agencies it speaks for.
struct Account: Sendable {
  let systemId: String
  let secret: String
  let codes: [String]

  init(systemId: String, secret: String, codes: [String]) {
    self.systemId = systemId
    self.secret = secret
    self.codes = codes
  }

  init(argument: String) throws {
    let parts = argument.split(separator: ":", maxSplits: 2).map(String.init)
    guard parts.count == 3 else {
      throw ValidationError("--account \(argument): must be SYSTEM:SECRET:CODE[,CODE…]")
    }
    self.init(
      systemId: parts[0], secret: parts[1],
      codes: parts[2].split(separator: ",").map(String.init))
  }
}
