import Foundation
import Testing

@Suite struct PackTests {
  private let fields = [
    "--set", "fileCode=Y98.01.2026.7", "--set", "title=Tập văn bản thử", "--set", "maintenance=01",
    "--set", "mode=01", "--set", "paperFileCode=LT.K1.7",
  ]

  @Test func `a run becomes one package whose PDFs and lists are named by the file's code`() throws
  {
    let folder = try TemporaryFolder()
    let scans = try folder.samples("bien-ban-ban-giao.pdf")
    let out = folder.path + "/out"
    let run = try Binary.run(
      ["run"] + scans + ["--out", out, "--pipeline", "luu-tru", "--set", "archive.level=3u"])
    #expect(run.status <= 1, "\(run.output)\(run.talk)")
    let register = try folder.write(
      Array("file,subject\nbien-ban-ban-giao.pdf,Ghi lại trong sổ\n".utf8), to: "so.csv")
    let pack = try Binary.run(
      ["pack", "--sip", "--from", out, "--to", folder.path + "/goi", "--include", "all"]
        + ["--register", register] + fields)
    #expect(pack.status <= 1, "\(pack.output)\(pack.talk)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/goi")
    let name = try #require(names.first { $0.hasSuffix(".zip") })
    #expect(names == [name])
    let listing = try unzipped(folder.path + "/goi/" + name)
    for path in [
      "METS.xml", "metadata/descriptive/EAD.xml", "metadata/preservation/PREMIS.xml",
      "documentation/muc-luc-van-ban.pdf", "documentation/muc-luc-van-ban.csv",
      "representations/rep1/data/Y98.01.2026.7.1.pdf",
      "representations/rep1/metadata/descriptive/EAD_doc_Y98.01.2026.7.1.xml",
    ] {
      #expect(listing.contains("/\(path)"), "\(path)")
    }
    #expect(listing.contains("<subject>Ghi lại trong sổ</subject>"))
  }

  /// The names in a ZIP file and the text of its descriptions.
  private func unzipped(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      names = archive.namelist()
      texts = [archive.read(name) for name in names if "EAD" in name]
      open(sys.argv[2], "wb").write("\\n".join(names).encode() + b"".join(texts))
      """, path, path + ".txt",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try String(contentsOfFile: path + ".txt", encoding: .utf8)
  }

  @Test func `without its documents or what only people know there is no package`() throws {
    let folder = try TemporaryFolder()
    let none = try Binary.run(
      ["pack", "--sip", "--from", folder.path, "--to", folder.path + "/goi"] + fields)
    #expect(none.status == 2)
    let unknown = try Binary.run(
      "pack", "--sip", "--from", folder.path, "--to", folder.path, "--set", "titel=x", "--lang",
      "en")
    #expect(unknown.status == 2)
    #expect(unknown.talk.contains("did you mean “title”?"))
  }
}
