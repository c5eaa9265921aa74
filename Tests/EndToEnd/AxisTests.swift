import Foundation
import Testing

@Suite struct `Sending to the national axis` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func peer(_ arguments: String...) throws -> AxisPeer {
    try AxisPeer(folder: folder.path + "/axis", arguments)
  }

  private func office(_ peer: AxisPeer, documents: Int = 1) throws -> Office {
    try Office(
      out: folder.path + "/out", endpoint: peer.endpoint, documents: documents, "--receiver",
      "Y99.02", "--receiver", "Y99.03", "--deliveries", "\(documents * 2)")
  }

  @Test func `drains a queue, each envelope once for all its receivers`() throws {
    let peer = try peer()
    let office = try office(peer, documents: 3)
    let sent = try office.sohoa("queue", "send", "--once")
    #expect(sent.status == 0, "\(sent.output)\(sent.talk)")
    #expect(sent.output.contains("delivered 3"))
    #expect(try office.sohoa("queue", "send", "--once").status == 0)
    #expect(peer.accepted.count == 3)
    #expect(peer.accepted.allSatisfy { ($0["to"] as? [String])?.count == 2 })
    let shown = try office.sohoa("queue", "show", try office.ids[0])
    #expect(shown.output.contains("Y99.03"))
    #expect(shown.output.contains("000000000000000000000001"))
  }

  /// What the peer does once, how many messages it holds after that, and whether one more is sent.
  @Test(arguments: [
    ("error-500", 0, 1), ("error-after", 1, 1), ("drop-before", 0, 1), ("drop-after", 1, 1),
    ("cut", 1, 1), ("bad-json", 0, 1), ("html", 0, 1), ("twice", 2, 2),
  ])
  func `sends nothing twice and loses nothing, however the peer fails`(
    fault: String, takenAtFirst: Int, takenInTheEnd: Int
  ) throws {
    let broken = try peer("--fault", "\(fault)=1", "--faults-on", "sendEdoc")
    let office = try office(broken)
    let first = try office.sohoa("queue", "send", "--once")
    #expect(first.status == (fault == "twice" ? 0 : 5), "\(first.output)\(first.talk)")
    #expect(broken.accepted.count == takenAtFirst)
    broken.stop()
    let sound = try AxisPeer(folder: broken.folder, port: broken.port, [])
    let second = try office.sendAgain()
    #expect(second.status == 0, "\(second.output)\(second.talk)")
    #expect(sound.accepted.count == takenInTheEnd)
    let stats = try office.sohoa("queue", "list", "--in", "delivered")
    #expect(stats.output.split(separator: "\n").count == 1)
  }

  /// An update bears the identifier of what it corrects, which the axis lists: that must not be taken for it.
  @Test(arguments: [("error-500", 1), ("error-after", 2), ("drop-before", 1), ("drop-after", 2)])
  func `sends an update once, whatever the peer does`(fault: String, takenAtFirst: Int) throws {
    let peer = try peer()
    let office = try office(peer)
    #expect(try office.sohoa("queue", "send", "--once").status == 0)
    peer.stop()
    let broken = try AxisPeer(
      folder: peer.folder, port: peer.port, ["--fault", "\(fault)=1", "--faults-on", "sendEdoc"])
    _ = try Office(
      out: office.out, endpoint: peer.endpoint, documents: 1, "--receiver", "Y99.02", "--receiver",
      "Y99.03", "--deliveries", "2", "--updated-at", "2026/03/07 10:00:00")
    _ = try office.sohoa("queue", "send", "--once")
    #expect(broken.accepted.count == takenAtFirst)
    broken.stop()
    let sound = try AxisPeer(folder: peer.folder, port: peer.port, [])
    #expect(try office.sendAgain().status == 0)
    #expect(sound.accepted.count == 2)
    #expect(
      try office.sohoa("queue", "list", "--in", "delivered").output.split(separator: "\n").count
        == 2)
  }

  @Test func `asks the axis first after a kill in the middle, and sends nothing twice`() throws {
    let slow = try peer("--fault", "slow-after=1", "--slow-seconds", "60")
    let office = try office(slow)
    let sender = Process()
    sender.executableURL = URL(fileURLWithPath: Binary.path)
    sender.arguments = ["queue", "send", "--once", "--out", office.out]
    sender.environment = ["SOHOA_AXIS_KEY": Office.secret]
    try sender.run()
    let deadline = Date().addingTimeInterval(20)
    while slow.accepted.isEmpty, Date() < deadline { usleep(10_000) }
    kill(sender.processIdentifier, SIGKILL)
    sender.waitUntilExit()
    #expect(slow.accepted.count == 1)
    slow.stop()
    let sound = try AxisPeer(folder: slow.folder, port: slow.port, [])
    // The first pass sees that the sender is gone and waits; nothing leaves before the axis is asked.
    _ = try office.sohoa("queue", "send", "--once")
    #expect(try office.sohoa("queue", "list", "--in", "waiting").output.contains("1.pdf"))
    #expect(try office.sendAgain().status == 0)
    #expect(sound.accepted.count == 1)
    let shown = try office.sohoa("queue", "show", try office.ids[0])
    #expect(shown.output.contains("alreadyThere"))
    #expect(shown.output.contains("senderVanished"))
  }

  @Test func `stops at a wrong key, says so, and keeps every delivery`() throws {
    let peer = try peer()
    let office = try office(peer, documents: 3)
    let sent = try office.sohoa("queue", "send", "--once", key: "not-the-k3y")
    #expect(sent.status == 5)
    #expect(sent.talk.contains("key"))
    #expect(!(sent.talk + sent.output).contains("not-the-k3y"))
    #expect(peer.accepted.isEmpty)
    #expect(try office.sohoa("queue", "list", "--in", "failed").output.isEmpty)
    #expect(try office.sendAgain().status == 0)
    #expect(peer.accepted.count == 3)
  }

  @Test func `stops at a clock that is off`() throws {
    let peer = try peer("--maximum-skew", "300", "--clock-offset", "4000")
    let office = try office(peer)
    let sent = try office.sohoa("queue", "send", "--once")
    #expect(sent.status == 5)
    #expect(sent.talk.contains("clock"))
    #expect(peer.accepted.isEmpty)
  }

  @Test func `buries what a receiver's lock refuses and says why`() throws {
    let peer = try peer("--locked", "Y99.03")
    let office = try office(peer)
    #expect(try office.sohoa("queue", "send", "--once").status == 5)
    let shown = try office.sohoa("queue", "show", try office.ids[0])
    #expect(shown.output.contains("locked"))
    #expect(try office.sohoa("queue", "list", "--in", "failed").output.contains("1.pdf"))
  }

  @Test func `refuses a key that others may read, and one that is not there`() throws {
    let peer = try peer()
    let office = try office(peer)
    let unset = try Binary.run(
      "queue", "send", "--once", "--out", office.out, "--lang", "en")
    #expect(unset.status == 2)
    #expect(unset.talk.contains("SOHOA_AXIS_KEY"))
  }
}

@Suite struct `Sending through a provincial gateway` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func office(_ peer: AxisPeer) throws -> Office {
    try Office(
      out: folder.path + "/out", endpoint: peer.endpoint, documents: 2, "--kind", "lgsp",
      "--receiver", "Y99.02")
  }

  @Test func `uploads each envelope once`() throws {
    let peer = try AxisPeer(folder: folder.path + "/axis", [])
    let office = try office(peer)
    let sent = try office.sohoa("queue", "send", "--once")
    #expect(sent.status == 0, "\(sent.output)\(sent.talk)")
    #expect(try office.sohoa("queue", "send", "--once").status == 0)
    #expect(peer.accepted.count == 2)
    let envelopes = try FileManager.default.contentsOfDirectory(
      atPath: office.out + "/.sohoa/envelopes")
    let taken = try Data(
      contentsOf: URL(fileURLWithPath: peer.folder + "/000000000000000000000001.edxml"))
    let stored = try envelopes.map {
      try Data(contentsOf: URL(fileURLWithPath: "\(office.out)/.sohoa/envelopes/\($0)"))
    }
    #expect(stored.contains(taken))
  }

  @Test func `stops for a person where nobody can be asked`() throws {
    let peer = try AxisPeer(folder: folder.path + "/axis", ["--fault", "drop-after=1"])
    let office = try office(peer)
    #expect(try office.sohoa("queue", "send", "--once").status == 5)
    #expect(peer.accepted.count == 2)
    #expect(
      try office.sohoa("queue", "list", "--in", "unknown").output.split(separator: "\n").count == 2)
    #expect(try office.sohoa("queue", "send", "--once").status == 0)
    #expect(peer.accepted.count == 2)
    let id = try office.ids[0]
    #expect(try office.sohoa("queue", "confirm", id, "--by", "lan").status == 2)
    let confirmed = try office.sohoa(
      "queue", "confirm", id, "--by", "lan", "--why", "asked by telephone")
    #expect(confirmed.output.contains("delivered"))
    #expect(try office.sohoa("queue", "show", id).output.contains("asked by telephone"))
  }
}
