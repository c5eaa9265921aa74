import Foundation
import Testing

/// The fields that the envelope needs are taken as read, so that whole runs need no person.
private let unattended = ["--pipeline", "ci-mau", "--set", "package.confirmed=[]"]

@Suite struct RunTests {
  @Test func `a scan goes in; PDF/A, text, report, envelope and one delivery come out`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let out = folder.path + "/out"
    let run = try Binary.run(["run"] + scans + ["--out", out] + unattended)
    #expect(run.status == 0, "\(run.output)\(run.talk)")
    let document = out + "/bien-ban-ban-giao.pdf"
    for ending in ["pdf", "txt", "edxml"] {
      #expect(FileManager.default.fileExists(atPath: "\(document)/bien-ban-ban-giao.\(ending)"))
    }
    #expect(try Binary.run("verify", "\(document)/bien-ban-ban-giao.pdf").status == 0)

    let sent = try Binary.run("queue", "send", "--once", "--out", out)
    #expect(sent.status == 0, "\(sent.output)\(sent.talk)")
    let delivered = try FileManager.default.contentsOfDirectory(atPath: out + "/outbox")
    #expect(delivered.filter { $0.hasSuffix(".edxml") }.count == 1)
    #expect(delivered.filter { $0.hasSuffix(".manifest.json") }.count == 1)

    try Binary.run("queue", "send", "--once", "--out", out)
    #expect(try FileManager.default.contentsOfDirectory(atPath: out + "/outbox") == delivered)
  }

  @Test func `running again changes nothing and queues nothing twice`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let out = folder.path + "/out"
    let command = ["run"] + scans + ["--out", out] + unattended
    _ = try Binary.run(command)
    let pdf = "\(out)/bien-ban-ban-giao.pdf/bien-ban-ban-giao.pdf"
    let before = try FileManager.default.attributesOfItem(atPath: pdf)[.modificationDate] as? Date
    let again = try Binary.run(command)
    #expect(again.status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: pdf)[.modificationDate] as? Date
    #expect(before == after)
    let list = try Binary.run("queue", "list", "--out", out)
    #expect(list.output.split(separator: "\n").count == 1)
  }

  @Test func `a document waits until a person says who receives it, and what it replaces`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let out = folder.path + "/out"
    let place = ["--out", out, "--lang", "en", "--by", "lan"]
    let run = try Binary.run(
      ["run"] + scans + ["--out", out, "--set", "package.to=[]"] + unattended)
    #expect(run.status == 1, "\(run.output)\(run.talk)")
    let envelope = "\(out)/bien-ban-ban-giao.pdf/bien-ban-ban-giao.edxml"
    #expect(!FileManager.default.fileExists(atPath: envelope))
    let list = try Binary.run("review", "list", "--all", "--out", out, "--lang", "en").output
    #expect(list.contains("no receiver yet"))

    let document = "bien-ban-ban-giao.pdf"
    let chosen = try Binary.run(["review", "to", document, "Y99.02", "Y99.03"] + place)
    #expect(chosen.status == 0, "\(chosen.output)\(chosen.talk)")
    let replaced = try Binary.run(
      ["review", "supersede", document, "--replaces", "Y98.01,2026/03/05,1/A", "--why", "wrong"]
        + place)
    #expect(replaced.status == 0, "\(replaced.output)\(replaced.talk)")
    let text = try String(contentsOfFile: envelope, encoding: .utf8)
    #expect(text.contains("<edXML:BussinessDocType>3</edXML:BussinessDocType>"))
    #expect(text.contains("<edXML:OrganId>Y99.03</edXML:OrganId>"))
    let queue = try Binary.run("queue", "list", "--out", out).output
    #expect(queue.contains("Y99.02, Y99.03"))
  }

  @Test func `a run that is done shows its pages again, and the same sample for a seed`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf", "skew-fail-a.jpg")
    let out = folder.path + "/out"
    let command = ["run"] + scans + ["--out", out, "--sample-seed", "5", "--lang", "en"]
    let first = try Binary.run(command + unattended)
    #expect(first.talk.contains("seed 5"))
    let page = try String(contentsOfFile: out + "/report.html", encoding: .utf8)
    #expect(page.components(separatedBy: "data:image/jpeg").count == 3)
    let json = try String(contentsOfFile: out + "/report.json", encoding: .utf8)
    #expect(json.contains("\"seed\" : 5"))
    _ = try Binary.run(command + unattended)
    #expect(try String(contentsOfFile: out + "/report.html", encoding: .utf8) == page)
    #expect(try String(contentsOfFile: out + "/report.json", encoding: .utf8) == json)
  }

  @Test func `a document marked MẬT is held, is never queued and cannot be released`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("cong-van-mat.jpg")
    let out = folder.path + "/out"
    let run = try Binary.run(["run"] + scans + ["--out", out] + unattended)
    #expect(run.status == 1)
    let release = try Binary.run(
      "review", "release", "cong-van-mat.jpg", "--out", out, "--by", "test", "--why", "trial")
    #expect(release.status == 1)
    #expect(try Binary.run("queue", "list", "--out", out).output.isEmpty)
    let report = try String(contentsOfFile: out + "/cong-van-mat.jpg/report.json", encoding: .utf8)
    let held = try documents(report).first?["held"] as? [String: Any]
    #expect(held?["reason"] as? String == "secrecy")
  }

  @Test func `a document held for its handwriting goes on when a person says what it is`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("cong-van-tra-loi.jpg")
    let out = folder.path + "/out"
    let run = try Binary.run(
      ["run"] + scans + [
        "--out", out, "--pipeline", "ci-mau",
        "--set", "package.confirmed=[codeNumber, promulgationDate]",
      ])
    #expect(run.status == 1)
    #expect(try Binary.run("review", "list", "--out", out).output.contains("cong-van-tra-loi"))
    let set = try Binary.run(
      "review", "set", "cong-van-tra-loi.jpg", "codeNumber=1347", "promulgationDate=2025-09-18",
      "--out", out, "--by", "Văn thư", "--why", "nhìn bản giấy")
    #expect(set.status == 0, "\(set.output)\(set.talk)")
    let list = try Binary.run("queue", "list", "--out", out)
    #expect(list.output.contains("1347/SNV-VTLT"))
    let show = try Binary.run("review", "show", "cong-van-tra-loi.jpg", "--out", out)
    #expect(show.output.contains("codeNumber=1347"))
  }

  @Test func `a file that a person splits becomes two documents with their own outputs`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("pages.split-fail-a.pdf")
    let out = folder.path + "/out"
    let command = ["run"] + scans + ["--out", out] + unattended
    #expect(try Binary.run(command).status == 1)
    let name = "pages.split-fail-a.pdf"
    let wrong = try Binary.run(
      "review", "split", name, "--at", "3", "--out", out, "--by", "t", "--why", "trial")
    #expect(wrong.status == 2)
    let split = try Binary.run(
      "review", "split", name, "--at", "2", "--out", out, "--by", "t", "--why", "hai công văn")
    #expect(split.output.contains("\(name)#2"), "\(split.output)\(split.talk)")
    let parts = ["\(name)/pages.split-fail-a", "\(name)#2/pages.split-fail-a#2"]
    for part in parts {
      #expect(try Binary.run("verify", "\(out)/\(part).pdf").status == 0)
      let text = try String(contentsOfFile: "\(out)/\(part).txt", encoding: .utf8)
      #expect(text.contains("231/UBND-VP") == part.hasSuffix("#2"))
    }
    // The next run finds both, and what a person says of one part stays with it.
    _ = try Binary.run(
      "review", "set", "\(name)#2", "codeNumber=231", "--out", out, "--by", "t", "--why", "nhìn")
    let again = try Binary.run(command)
    #expect(again.status == 0, "\(again.output)\(again.talk)")
    let list = try Binary.run("queue", "list", "--out", out).output
    #expect(list.contains("216/UBND-VP") && list.contains("231/UBND-VP"))
  }

  @Test func `a field that does not exist names the nearest one`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("skew-fail-a.jpg")
    let out = folder.path + "/out"
    _ = try Binary.run(["run"] + scans + ["--out", out] + unattended)
    let set = try Binary.run(
      "review", "set", "skew-fail-a.jpg", "codeNumbr=1", "--out", out, "--by", "t", "--lang", "en")
    #expect(set.status == 2)
    #expect(set.talk.contains("codeNumber"))
  }

  @Test func `kill -9 in the middle loses nothing: the same command finishes the same outputs`()
    throws
  {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf", "cong-van-hoa-toc.jpg")
    let (whole, killed) = (folder.path + "/whole", folder.path + "/killed")
    _ = try Binary.run(["run"] + scans + ["--out", whole] + unattended)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.currentDirectoryURL = URL(fileURLWithPath: Binary.root)
    process.arguments = ["run"] + scans + ["--out", killed, "--progress", "never"] + unattended
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The journal is there as soon as the first step is done: then the kill hits work under way.
    while process.isRunning,
      !FileManager.default.fileExists(atPath: killed + "/.sohoa/ledger.sqlite-wal")
    { usleep(20_000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    _ = try Binary.run(["run"] + scans + ["--out", killed] + unattended)
    for file in [
      "bien-ban-ban-giao.pdf/bien-ban-ban-giao", "cong-van-hoa-toc.jpg/cong-van-hoa-toc",
    ] {
      for ending in ["pdf", "txt"] {
        let paths = [whole, killed].map { "\($0)/\(file).\(ending)" }
        #expect(
          FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]),
          "\(file).\(ending)")
      }
      // An envelope says when it was first packed; of the rest every byte is the same.
      let envelopes = try [whole, killed].map {
        try String(contentsOfFile: "\($0)/\(file).edxml", encoding: .utf8)
          .replacing(/<edXML:Timestamp>[^<]*</, with: "")
      }
      #expect(envelopes[0] == envelopes[1], "\(file).edxml")
    }
    let queues = try [whole, killed].map {
      try Binary.run("queue", "list", "--out", $0).output.split(separator: "\n").count
    }
    #expect(queues[0] == queues[1])
  }
}
