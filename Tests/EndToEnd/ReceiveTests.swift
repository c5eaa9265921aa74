import Foundation
import Testing

@Suite struct `Receiving from the national axis` {
  private let folder: TemporaryFolder
  private let peer: AxisPeer
  private let sender: Office

  init() throws {
    folder = try TemporaryFolder()
    peer = try AxisPeer(folder: folder.path + "/axis", [])
    sender = try Office(
      out: folder.path + "/a", endpoint: peer.endpoint, documents: 2, "--receiver", "Y99.02")
  }

  /// The receiving office asks once, or does something else with what it received.
  private func receive(_ more: [String] = ["--once"]) throws -> Outcome {
    let pipeline = try String(
      contentsOfFile: Binary.root + "/Pipelines/van-thu.yml", encoding: .utf8
    ).split(separator: "\n").filter { !$0.hasPrefix("destination:") }.joined(separator: "\n")
    let path = try folder.write(
      Array(
        (pipeline + "\ndestination: { kind: vxp, endpoint: \"\(peer.endpoint)\", "
          + "systemId: demo-receiver, secret: { env: SOHOA_AXIS_KEY } }\n").utf8), to: "b.yml")
    return try Binary.run(
      ["receive"] + more + ["--pipeline", path, "--out", folder.path + "/b", "--lang", "en"],
      environment: ["SOHOA_AXIS_KEY": Office.secret])
  }

  private var landed: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/b/inbox")) ?? [])
      .filter { $0 != "raw" }.sorted()
  }

  @Test func `a document lands once in a folder of its own, and its sender learns that it arrived`()
    throws
  {
    #expect(try sender.sohoa("queue", "send", "--once").status == 0)
    let first = try receive()
    #expect(first.status == 0, "\(first.output)\(first.talk)")
    #expect(landed.count == 2)
    let document = "\(folder.path)/b/inbox/\(landed[0])"
    for file in ["envelope.edxml", "record.json", "1_SMH-VP.pdf"] {
      #expect(FileManager.default.fileExists(atPath: "\(document)/\(file)"))
    }
    let record = try String(contentsOfFile: document + "/record.json", encoding: .utf8)
    #expect(record.contains("\"documentId\" : \"Y98.01,2026/03/05,1/SMH-VP\""))
    #expect(try receive().output.isEmpty)
    #expect(landed.count == 2)

    let back = try sender.sohoa("receive", "--once")
    #expect(back.talk.contains("2 new status reports"), "\(back.output)\(back.talk)")
    let shown = try sender.sohoa("queue", "show", try sender.ids[0])
    #expect(shown.output.contains("done · arrived"))
    #expect(try sender.sohoa("receive", "--once").talk.contains("0 new status reports"))
    #expect(try sender.sohoa("queue", "list", "--status", "01").output.contains("1.pdf"))
    #expect(try sender.sohoa("queue", "list", "--status", "02").output.isEmpty)
  }

  @Test func `a document that the axis delivers twice lands once`() throws {
    peer.stop()
    let doubling = try AxisPeer(
      folder: peer.folder, port: peer.port, ["--fault", "twice=1", "--faults-on", "sendEdoc"])
    #expect(try sender.sohoa("queue", "send", "--once").status == 0)
    #expect(doubling.accepted.count == 4)
    #expect(try receive().talk.contains("2 duplicates"))
    #expect(landed.count == 2)
  }

  @Test func `what cannot be read is kept for a person, and the axis is told`() throws {
    #expect(try sender.sohoa("queue", "send", "--once").status == 0)
    let stored = "\(peer.folder)/000000000000000000000001.edxml"
    try Data("<edXML><cut".utf8).write(to: URL(fileURLWithPath: stored))
    let received = try receive()
    #expect(received.status == 5)
    #expect(received.talk.contains("1 unreadable"))
    #expect(landed.count == 1)
    let raw = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/b/inbox/raw")
    #expect(raw.count == 2)
    #expect(try receive().status == 0)
    _ = try sender.sohoa("receive", "--once")
    #expect(
      try sender.sohoa("queue", "show", try sender.ids[0]).output.contains("Y99.02        fail"))
  }

  @Test func `an outage looks like an outage and never like an empty list`() throws {
    peer.stop()
    let html = try AxisPeer(folder: peer.folder, port: peer.port, ["--fault", "html=1"])
    let received = try receive()
    #expect(received.status == 5)
    #expect(received.talk.contains("text/html"))
    html.stop()
    let nobody = try receive()
    #expect(nobody.status == 5)
    #expect(nobody.talk.contains("No connection"))
  }

  @Test func `a document that its sender asks back is shown, and the answer goes back`() throws {
    #expect(try sender.sohoa("queue", "send", "--once").status == 0)
    #expect(try receive().status == 0)
    let id = try sender.ids[0]
    let person = ["--by", "lan", "--why", "gửi nhầm"]
    #expect(try sender.sohoa("queue", "recall", id, "--by", "lan").status == 2)
    #expect(try sender.sohoa(["queue", "recall", id] + person).status == 0)
    #expect(try sender.sohoa("queue", "send", "--once").output.contains("1 reports sent"))
    let asked = try receive()
    #expect(asked.output.contains("asked back"), "\(asked.output)\(asked.talk)")
    #expect(
      landed.contains {
        FileManager.default.fileExists(atPath: "\(folder.path)/b/inbox/\($0)/recall.json")
      })

    let listed = try Binary.run(
      "receive", "list", "--out", folder.path + "/b", "--lang", "en"
    ).output.split(separator: "\n")
    let line = try #require(listed.first { $0.contains(",1/SMH-VP") })
    let docId = String(line.prefix { $0 != " " })
    #expect(try receive(["report", docId, "16", "--by", "hoa"]).status == 2)
    #expect(try receive(["report", docId, "15", "--by", "hoa"]).status == 0)
    #expect(try receive().status == 0)
    #expect(try sender.sohoa("receive", "--once").talk.contains("3 new status reports"))
    #expect(try sender.sohoa("queue", "show", id).output.contains("agreed"))
  }

  @Test func `the figures of the month and the queue are tables that a person can open`() throws {
    #expect(try sender.sohoa("queue", "send", "--once").status == 0)
    _ = try receive()
    _ = try sender.sohoa("receive", "--once")
    let (page, table) = (folder.path + "/months.html", folder.path + "/months.csv")
    #expect(try sender.sohoa("queue", "months", "--html", page, "--csv", table).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<svg"))
    #expect(html.contains("sent late: 2"))
    #expect(!html.contains("http:") && !html.contains("https:"))
    let csv = try String(contentsOfFile: table, encoding: .utf8)
    #expect(csv.split(separator: "\r\n").count == 2)
    let lines = try sender.sohoa("queue", "export").output.split(separator: "\r\n")
    #expect(lines.filter { $0.contains("Y99.02,delivered") }.count == 2)
    #expect(try sender.sohoa("queue", "stats").output.contains("Sent in 1 h, 24 h"))
  }

  @Test func `the catalogue comes from the axis, and a person looks agencies up in it`() throws {
    #expect(try sender.sohoa("agencies", "find", "Y98.01").status == 2)
    #expect(try sender.sohoa("agencies", "import", "--from-axis").output.contains("3 agencies"))
    #expect(try sender.sohoa("agencies", "find", "Y98.01").output.contains("1.00"))
    #expect(try sender.sohoa("agencies", "find", "Không", "có").status == 1)
    let file = try folder.write(
      Array("code;name;validUntil\nY98.01;\"Sở \"\"A\"\"\";2025-01-31\n".utf8), to: "a.csv")
    #expect(try sender.sohoa("agencies", "import", file).output.contains("1 agencies"))
    let found = try sender.sohoa("agencies", "find", "sở", "a").output
    #expect(found.contains("Sở \"A\" · closed since 2025-01-31"))
    let bad = try folder.write(Array("code,name\nY98.01\n".utf8), to: "bad.csv")
    #expect(try sender.sohoa("agencies", "import", bad).talk.contains("line 2"))
  }
}
