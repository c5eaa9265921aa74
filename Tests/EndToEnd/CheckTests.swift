import Foundation
import Testing

@Suite struct CheckTests {
  @Test func `a good scan is accepted with exit code 0`() throws {
    let outcome = try Binary.run("check", "Samples/skew-pass-a.jpg", "--pipeline", "ci-mau")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.talk)")
    #expect(outcome.output.contains("✓"))
  }

  @Test func `a skewed scan is refused with exit code 1, the figure and the remedy`() throws {
    let outcome = try Binary.run(
      "check", "Samples/skew-fail-a.jpg", "--pipeline", "ci-mau", "--lang", "vi")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("[skew"))
    #expect(outcome.output.contains("→"))
  }

  @Test func `the same check gives the same bytes`() throws {
    let arguments = [
      "check", "Samples/skew-fail-a.jpg", "--pipeline", "ci-mau", "--report", "json",
    ]
    let first = try Binary.run(arguments)
    let second = try Binary.run(arguments)
    #expect(first.output == second.output)
    #expect(try documents(first.output).count == 1)
  }

  @Test func `files that are no scans are named with what was found and what to do`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write([], to: "empty.pdf")
    let words = try folder.write(Array("not a scan".utf8), to: "words.pdf")
    let cut = try folder.write(Array("%PDF-1.7\n1 0 obj".utf8), to: "cut.pdf")
    let outcome = try Binary.run("check", empty, words, cut, "--lang", "en")
    #expect(outcome.status == 4)
    for name in ["empty.pdf", "words.pdf", "cut.pdf"] { #expect(outcome.output.contains(name)) }
    #expect(outcome.output.components(separatedBy: "→").count >= 4)
  }

  @Test func `a bad file does not take a good one down`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write([], to: "empty.pdf")
    let outcome = try Binary.run(
      "check", empty, "Samples/skew-pass-a.jpg", "--pipeline", "ci-mau", "--report", "json")
    #expect(outcome.status == 4)
    let verdicts = try documents(outcome.output).map { $0["verdict"] as? String }
    #expect(Set(verdicts) == ["failed", "accepted"])
  }

  @Test func `a scan cut short anywhere ends in a verdict or a clear error`() throws {
    let folder = try TemporaryFolder()
    let whole = try Data(
      contentsOf: URL(fileURLWithPath: "\(Binary.root)/Samples/giay-moi-tap-huan.jpg"))
    let files = try [10, 300, 5_000, whole.count / 2, whole.count - 3].map {
      try folder.write([UInt8](whole.prefix($0)), to: "cut-\($0).jpg")
    }
    let outcome = try Binary.run(["check"] + files + ["--report", "json", "--lang", "en"])
    #expect(outcome.status == 4)
    for document in try documents(outcome.output) {
      let error = document["error"] as? [String: Any]
      #expect(error?["code"] as? String == "damaged", "\(document["file"] ?? "")")
    }
  }

  @Test(arguments: [
    Usage(["check", "/nowhere.pdf"], 2), Usage(["check"], 2),
    Usage(["check", "Samples", "--pipeline", "x"], 2),
    Usage(["check", "Samples", "--set", "rules.skev.reject=1"], 2), Usage(["nonsense"], 2),
    Usage(["--help"], 0), Usage(["explain", "skew"], 0), Usage(["explain", "skev"], 2),
    Usage(["queue", "list", "--out", "/nowhere"], 2), Usage(["run", "Samples"], 2),
  ])
  func `wrong usage has exit code 2 and help has 0`(_ usage: Usage) throws {
    let outcome = try Binary.run(usage.arguments)
    #expect(outcome.status == usage.status, "\(outcome.talk)")
    #expect(!(outcome.output + outcome.talk).isEmpty)
  }

  @Test func `a language without data is a missing dependency, with what to install`() throws {
    let outcome = try Binary.run(
      "check", "Samples/skew-pass-a.jpg", "--ocr", "-l", "xyz", "--lang", "en")
    #expect(outcome.status == 3)
    #expect(outcome.talk.contains("apt-get install"))
  }

  @Test func `a page with pictures changes nothing in the other reports`() throws {
    let folder = try TemporaryFolder()
    let command = ["check", "Samples/border.black-fail-a.jpg", "--pipeline", "ci-mau"]
    let plain = try Binary.run(command + ["--report", "json"])
    let page = folder.path + "/report.html"
    let rich = try Binary.run(command + ["--report", "json", "--report", "html=\(page)"])
    #expect(rich.output == plain.output)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("src=\"data:image/jpeg;base64,"))
    #expect(html.contains("class=\"box reject\""))
    #expect(html.contains("<html lang=\"vi\">"))
  }

  @Test func `CI systems get the path that leads to the scan`() throws {
    let outcome = try Binary.run(
      "check", "Samples/skew-fail-a.jpg", "--pipeline", "ci-mau", "--report", "sarif")
    #expect(outcome.output.contains("\"uri\" : \"Samples/skew-fail-a.jpg\""))
  }

  @Test func `every report kind is written where it is asked for`() throws {
    let folder = try TemporaryFolder()
    let kinds = ["text", "json", "html", "junit", "sarif", "csv"]
    let outcome = try Binary.run(
      ["check", "Samples/skew-fail-a.jpg", "--pipeline", "ci-mau"]
        + kinds.flatMap { ["--report", "\($0)=\(folder.path)/report.\($0)"] })
    #expect(outcome.status == 1)
    for kind in kinds {
      let text = try String(contentsOfFile: "\(folder.path)/report.\(kind)", encoding: .utf8)
      #expect(text.contains("skew"), "\(kind)")
    }
  }
}

/// One call and the exit code that it must have.
struct Usage: CustomTestStringConvertible {
  let arguments: [String]
  let status: Int32

  init(_ arguments: [String], _ status: Int32) {
    self.arguments = arguments
    self.status = status
  }

  var testDescription: String { arguments.joined(separator: " ") }
}
