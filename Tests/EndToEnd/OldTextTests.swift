import Foundation
import Testing

@Suite struct `A PDF that comes back with our text layer` {
  @Test func `is measured in the worker and kept byte for byte`() throws {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let first = folder.path + "/first"
    #expect(try Binary.run(["run"] + scans + ["--out", first]).status <= 1)
    let pdf = first + "/bien-ban-ban-giao.pdf/bien-ban-ban-giao.pdf"
    let second = folder.path + "/second"
    #expect(try Binary.run("run", pdf, "--out", second).status <= 1)
    let report = try String(
      contentsOfFile: second + "/bien-ban-ban-giao.pdf/report.json", encoding: .utf8)
    let archive = try #require(try documents(report)[0]["archive"] as? [String: Any])
    let pages = try #require(archive["pages"] as? [[String: Any]])
    let old = try #require(pages[0]["oldText"] as? [String: Any])
    #expect(old["decision"] as? String == "kept")
    // The same recogniser on the same pixels: what differs is rounding of boxes.
    #expect(try #require(old["agreement"] as? Double) > 0.95)
    let copy = second + "/bien-ban-ban-giao.pdf/bien-ban-ban-giao.pdf"
    #expect(FileManager.default.contentsEqual(atPath: pdf, andPath: copy))
    let notes = try #require(try documents(report)[0]["documentFindings"] as? [[String: Any]])
    #expect(notes.contains { $0["rule"] as? String == "pdf.old-text" })
  }
}
