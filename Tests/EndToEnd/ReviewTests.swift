import Foundation
import Testing

/// The fields that the envelope needs are taken as read, so that whole runs need no person.
private let unattended = ["--pipeline", "ci-mau", "--set", "package.confirmed=[]"]

/// What persons decide on documents of a run.
@Suite struct ReviewTests {
  @Test func `a person confirms handwriting with one key a field, and the record says who and how`()
    throws
  {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("cong-van-tra-loi.jpg")
    let out = folder.path + "/out"
    let run = try Binary.run(
      ["run"] + scans + [
        "--out", out, "--pipeline", "ci-mau",
        "--set", "package.confirmed=[codeNumber, promulgationDate]",
      ])
    #expect(run.status == 1, "\(run.output)\(run.talk)")
    func confirm(_ keys: String) throws -> Outcome {
      try Binary.run(
        [
          "-c",
          "printf '\(keys)' | '\(Binary.path)' review confirm --out '\(out)' --lang en --by lan",
        ], program: "/bin/sh")
    }
    let half = try confirm("1s")
    #expect(half.output.contains("held — Waiting for a person to confirm: date of issue"))
    #expect(half.talk.contains("[1] 1347 ("))
    // Neither a key that means nothing nor a day that does not exist is an answer.
    let rest = try confirm("9t2025-02-30\\nt2025-09-18\\n")
    #expect(rest.output == "cong-van-tra-loi.jpg: accepted\n", "\(rest.talk)")
    let shown = try Binary.run(
      "review", "show", "cong-van-tra-loi.jpg", "--out", out, "--lang", "en"
    ).output
    #expect(shown.contains("lan: codeNumber=1347 — codeNumber: chose reading 1"), "\(shown)")
    #expect(shown.contains("lan: promulgationDate=2025-09-18 — promulgationDate: typed"))
    let nothing = try confirm("1")
    #expect(nothing.status == 0 && nothing.output.isEmpty)
  }

  @Test func `a document that was sent is brought up to date, and asks for an answer in time`()
    throws
  {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let out = folder.path + "/out"
    let document = "bien-ban-ban-giao.pdf"
    let place = ["--out", out, "--lang", "en", "--by", "lan"]
    let envelope = "\(out)/\(document)/bien-ban-ban-giao.edxml"
    let command = ["run"] + scans + ["--out", out] + unattended
    #expect(try Binary.run(command).status == 0)
    let first = try String(contentsOfFile: envelope, encoding: .utf8)
    #expect(first.contains("<edXML:BussinessDocType>0</edXML:BussinessDocType>"))
    #expect(first.contains("<edXML:TraceHeader>") && !first.contains("DueDate"))
    let due = try Binary.run(["review", "due", document, "2099-03-20"] + place)
    #expect(due.status == 0, "\(due.output)\(due.talk)")
    let dated = try String(contentsOfFile: envelope, encoding: .utf8)
    #expect(dated.contains("<edXML:DueDate>2099/03/20</edXML:DueDate>"))
    // The time of the hop is kept, so a rerun makes the same bytes.
    #expect(try Binary.run(command).status == 0)
    #expect(try String(contentsOfFile: envelope, encoding: .utf8) == dated)

    let start = try #require(dated.range(of: "<edXML:DocumentId>"))
    let identifier = String(dated[start.upperBound...].prefix { $0 != "<" })
    let update =
      ["review", "supersede", document, "--updates", identifier, "--why", "subject"] + place
    let early = try Binary.run(update)
    #expect(early.status == 2 && early.talk.contains("nothing to update"), "\(early.talk)")
    try Binary.run("queue", "send", "--once", "--out", out)
    let late = try Binary.run(update)
    #expect(late.output.contains("accepted"), "\(late.output)\(late.talk)")
    let text = try String(contentsOfFile: envelope, encoding: .utf8)
    #expect(text.contains("<edXML:BussinessDocType>2</edXML:BussinessDocType>"))
    #expect(text.contains("<edXML:BussinessDocReason>subject</edXML:BussinessDocReason>"))
    try Binary.run("queue", "send", "--once", "--out", out)
    let delivered = try FileManager.default.contentsOfDirectory(atPath: out + "/outbox")
    #expect(delivered.filter { $0.hasSuffix(".edxml") }.count == 2, "\(delivered)")
  }
}
