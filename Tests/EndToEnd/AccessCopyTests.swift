import Foundation
import Testing

@Suite struct `An access copy of a run` {
  @Test func `is packed anew where it is read as well, whatever resolution it is read at`() throws {
    let folder = try TemporaryFolder()
    // 200 dpi: the mask of the copy has 400, at which pages are rendered with 300.
    let scans = try folder.samples("cong-van-hoa-toc.jpg")
    let out = folder.path + "/out"
    let run = try Binary.run(["run"] + scans + ["--out", out, "--set", "archive.images=mrc"])
    #expect(run.status <= 1, "\(run.output)\(run.talk)")
    let report = try String(
      contentsOfFile: out + "/cong-van-hoa-toc.jpg/report.json", encoding: .utf8)
    let archive = try #require(try documents(report)[0]["archive"] as? [String: Any])
    let page = try #require((archive["access"] as? [[String: Any]])?.first)
    #expect(page["form"] as? String == "mrc")
    let bytes = try #require(page["byteCount"] as? Int)
    #expect(bytes * 4 <= (try #require(page["sourceBytes"] as? Int)))
    #expect(
      try Binary.run("verify", out + "/cong-van-hoa-toc.jpg/cong-van-hoa-toc.access.pdf").status
        == 0)
  }
}
