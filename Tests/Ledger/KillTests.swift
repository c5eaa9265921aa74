import Delivery
import Foundation
import Ledger
import Testing

/// Where a sender is killed.
enum KillPoint: String, Codable, CaseIterable {
  case whileLeased, whileWriting, afterEnvelope, afterManifest
}

@Suite struct `A process killed with signal 9` {
  @Test(arguments: KillPoint.allCases)
  func `leaves each delivery to be sent once`(point: KillPoint) async throws {
    let bench = try Bench()
    let package = try bench.package()
    try bench.accept([package])
    let folder: String = bench.folder
    await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String, point] in
      let destination = FolderDestination(path: "\(folder)/sent")
      let ledger = try Ledger(path: "\(folder)/ledger.sqlite")
      let leased = try ledger.leaseNext(
        for: destination.destination, by: "victim", until: Bench.now.adding(seconds: 60),
        rule: .tryAgain, at: Bench.now)
      let shipment = try #require(leased).shipment()
      let name = "\(destination.path)/\(shipment.fileName)"
      switch point {
      case .whileLeased: break
      case .whileWriting:
        try Data(shipment.envelope.dropLast()).write(
          to: URL(fileURLWithPath: "\(destination.path)/.\(shipment.fileName).1.part"))
      case .afterEnvelope: try Data(shipment.envelope).write(to: URL(fileURLWithPath: name))
      case .afterManifest: _ = try destination.send(shipment, at: Bench.now)
      }
      kill(getpid(), SIGKILL)
    }
    #expect(try bench.accept([package]) == [.unchanged])
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 30)) == nil)
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 60))?.state.name == .delivered)
    #expect(try bench.sendNext(at: Bench.now.adding(seconds: 90)) == nil)
    #expect(bench.sent == ["envelope.edxml", "envelope.edxml.manifest.json"])
    let sent = try Data(
      contentsOf: URL(fileURLWithPath: "\(bench.destination.path)/envelope.edxml"))
    #expect(sent == Data("<edXML/>".utf8))
  }
}
