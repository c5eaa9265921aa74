import Foundation
import Testing

/// What `sohoa verify --with verapdf` makes of a program that answers as veraPDF does.
@Suite struct `A comparison with veraPDF` {
  let folder: TemporaryFolder
  let pdf: String

  init() throws {
    folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    pdf = scans[0]
  }

  /// Puts a stand-in first on the search path, and verifies a PDF that claims nothing.
  func compared(_ script: String, searchPath: String? = nil) throws -> Outcome {
    let program = try folder.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "verapdf")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let path = searchPath ?? folder.path + ":/usr/bin:/bin"
    return try Binary.run(
      "verify", pdf, "--with", "verapdf", "--lang", "en", environment: ["PATH": path])
  }

  func report(_ isCompliant: Bool, _ rules: String = "") throws -> String {
    let path = try folder.write(
      Array(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <report><buildInformation>
        <releaseDetails id="core" version="1.28.2" buildDate="2025-07-15T16:07:00+03:00"/>
        </buildInformation><jobs><job><item size="10"><name>a.pdf</name></item>
        <validationReport jobEndStatus="normal" profileName="PDF/A-2U validation profile"
         statement="s" isCompliant="\(isCompliant)">
        <details passedRules="1" failedRules="1" passedChecks="1" failedChecks="3">\(rules)</details>
        </validationReport><duration start="1" finish="2">00:00:00.001</duration></job></jobs>
        <batchSummary totalJobs="1"><validationReports compliant="1">1</validationReports></batchSummary>
        </report>
        """.utf8), to: "report.xml")
    return "cat \(path)"
  }

  func rule(_ clause: String, _ test: Int, _ description: String) -> String {
    """
    <rule specification="ISO 19005-2:2011" clause="\(clause)" testNumber="\(test)" status="failed"
     failedChecks="3"><description>\(description)</description><object>O</object>
    <test>a == 1 &amp;&amp; b == 2</test><check status="failed"><context>root/x[0]</context></check></rule>
    """
  }

  @Test func `tells rules that both name from those of one side, with our view of them`() throws {
    let rules =
      rule("6.6.4", 1, "The claim") + rule("6.11", 1, "No\n  requirements")
      + rule("6.7.2", 9, "No rule of ours") + rule("6.6.2.1", 5, "Another of the clause")
    let outcome = try compared(try report(false, rules) + "; exit 1")
    #expect(outcome.status == 1, "\(outcome.talk)")
    #expect(
      outcome.output.contains(
        "≠ only verapdf names it, sohoa finds it met: 6.11-1 No requirements (root/x[0])"))
    #expect(outcome.output.contains("sohoa has no such rule: 6.7.2-9 No rule of ours"))
    #expect(
      outcome.output.contains(
        "≈ verapdf names it, sohoa names another rule of the clause: 6.6.2.1-5"))
    #expect(outcome.output.contains("≠ only sohoa names it: 6.6.2.1-1"))
    #expect(outcome.output.contains("verapdf 1.28.2: PDF/A-2u is not met, 4 rules; both agree"))
    #expect(outcome.output.contains("named by both 1, by verapdf only 3"))
  }

  @Test func `says that the verdicts differ`() throws {
    let outcome = try compared(try report(true))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("PDF/A-2u is met; the two DISAGREE"))
  }

  @Test func `asks for the level that we checked`() throws {
    let outcome = try compared("echo \"$@\" > \(folder.path)/asked; exit 1")
    #expect(outcome.status == 3)
    let asked = try String(contentsOfFile: folder.path + "/asked", encoding: .utf8)
    #expect(asked.contains("--format mrr") && asked.contains("--flavour 2u"))
    #expect(asked.hasSuffix("\(pdf)\n"))
  }

  @Test(arguments: [
    "echo '<report><jobs>'", "echo not XML", "true", "exit 7", "kill -9 $$",
    "echo '<report><jobs><job><taskException type=\"PARSE\"/></job></jobs></report>'; exit 7",
  ])
  func `is not made up where there is no report`(_ script: String) throws {
    let outcome = try compared(script)
    #expect(outcome.status == 3)
    #expect(outcome.talk.contains("verapdf"))
    #expect(!outcome.output.contains("agree"))
  }

  @Test func `does not believe a report of a program that says it failed`() throws {
    let outcome = try compared(try report(true) + "; exit 4")
    #expect(outcome.status == 3)
    #expect(outcome.talk.contains("ended with code 4"))
  }

  @Test func `says how to get a program that is not there`() throws {
    let outcome = try compared("true", searchPath: "/usr/bin:/bin")
    #expect(outcome.status == 3)
    #expect(outcome.talk.contains("https://verapdf.org/software"))
    #expect(outcome.output.isEmpty)
  }
}
