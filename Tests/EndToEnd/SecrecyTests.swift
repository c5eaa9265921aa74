import Foundation
import Testing

@Suite struct `What a whole run writes to its logs` {
  /// From the scan to the axis, at the highest level of talk.
  @Test func `holds no key, no text of the document and no name of a person`() throws {
    let folder = try TemporaryFolder()
    let peer = try AxisPeer(folder: folder.path + "/axis", [])
    let pipeline = try String(
      contentsOfFile: Binary.root + "/Pipelines/ci-mau.yml", encoding: .utf8
    )
    .split(separator: "\n").filter { !$0.hasPrefix("destination:") }.joined(separator: "\n")
    let path = try folder.write(
      Array(
        (pipeline + "\ndestination: { kind: vxp, endpoint: \"\(peer.endpoint)\", "
          + "systemId: demo-system, secret: { env: SOHOA_AXIS_KEY } }\n").utf8), to: "axis.yml")
    let scans = try folder.samples("bien-ban-ban-giao.pdf", "skew-fail-a.jpg")
    let out = folder.path + "/out"
    let key = ["SOHOA_AXIS_KEY": Office.secret]
    let talk = ["--out", out, "--lang", "vi", "-v", "--log-format", "json"]
    var logs = ""
    for command in [
      ["run"] + scans + ["--pipeline", path, "--set", "package.confirmed=[]", "-j", "2"],
      ["queue", "send", "--once"], ["receive", "--once", "--pipeline", path],
    ] {
      let outcome = try Binary.run(command + talk, environment: key)
      logs += outcome.talk
    }
    logs += try landed(path, key: key, in: folder, sentFrom: out)
    peer.stop()
    // An outage talks the most.
    logs += try Binary.run(["queue", "send", "--once"] + talk, environment: key).talk
    logs += try Binary.run(["receive", "--once", "--pipeline", path] + talk, environment: key).talk
    let workers = (try? String(contentsOfFile: out + "/.sohoa/workers.log", encoding: .utf8)) ?? ""
    logs += workers
    #expect(!logs.isEmpty)

    let report = try String(
      contentsOfFile: out + "/bien-ban-ban-giao.pdf/report.json", encoding: .utf8)
    let document = try #require(try documents(report).first)
    let fields = try #require(document["fields"] as? [String: Any])
    var secrets = [Office.secret]
    for name in ["subject", "organName"] {
      secrets += [(fields[name] as? [String: Any])?["value"] as? String].compactMap { $0 }
    }
    for signer in fields["signers"] as? [[String: Any]] ?? [] {
      secrets += [(signer["fullName"] as? [String: Any])?["value"] as? String].compactMap { $0 }
    }
    #expect(secrets.count >= 3)
    for secret in secrets {
      #expect(!logs.localizedCaseInsensitiveContains(secret), "\(secret.prefix(3))…")
    }
    // Nor does any line of the text that was read stand in them.
    let text = try String(
      contentsOfFile: out + "/bien-ban-ban-giao.pdf/bien-ban-ban-giao.txt", encoding: .utf8)
    for line in text.split(separator: "\n") where line.count >= 12 {
      #expect(!logs.contains(line))
    }
    // The key is in no file of the run either.
    let files = FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String } ?? []
    #expect(!files.isEmpty)
    for file in files {
      let data = FileManager.default.contents(atPath: "\(out)/\(file)") ?? Data()
      #expect(data.range(of: Data(Office.secret.utf8)) == nil, "\(file)")
    }
  }

  /// The receiving office gets the very PDF, which passes the checks there; what that office logged.
  private func landed(
    _ path: String, key: [String: String], in folder: TemporaryFolder, sentFrom out: String
  ) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "demo-system", with: "demo-receiver")
    let pipeline = try folder.write(Array(text.utf8), to: "receiver.yml")
    let received = try Binary.run(
      ["receive", "--once", "-v", "--pipeline", pipeline, "--out", folder.path + "/b"],
      environment: key)
    #expect(received.status == 0, "\(received.talk)")
    let landing = try #require(received.output.split(separator: "\n").first.map(String.init))
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: landing).first { $0.hasSuffix(".pdf") })
    let sent = FileManager.default.contents(
      atPath: out + "/bien-ban-ban-giao.pdf/bien-ban-ban-giao.pdf")
    #expect(FileManager.default.contents(atPath: "\(landing)/\(name)") == sent)
    #expect(try Binary.run("verify", "\(landing)/\(name)").status == 0)
    #expect(try Binary.run("check", "\(landing)/\(name)").status == 0)
    return received.talk
  }
}
