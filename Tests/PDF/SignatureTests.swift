import Foundation
import Ingest
import Testing

@Suite struct `A digital signature` {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A PDF of one empty page that is signed with a key made for it.
  func signedPDF() throws -> [UInt8] {
    let hole = String(repeating: "0", count: 6_000)
    let range = "[0 0000000000 0000000000 0000000000]"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R]>>",
      "<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig)/Rect[0 0 0 0]/F 132/P 3 0 R/V 5 0 R>>",
      "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/M(D:20260305080910+07'00')"
        + "/ByteRange\(range)/Contents<\(hole)>>>",
    ]
    var text = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for offset in offsets { text += "\(padded(offset)) 00000 n \n" }
    text += "trailer<</Size 6/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
    let start = try #require(text.range(of: "<\(hole)>")).lowerBound.utf16Offset(in: text)
    let end = start + hole.count + 2
    let filled = "[0 \(padded(start)) \(padded(end)) \(padded(text.utf8.count - end))]"
    text = text.replacing(range, with: filled)
    let bytes = Array(text.utf8)
    let signature = try signed(Array(bytes[..<start] + bytes[end...]))
    let digits = signature.map { String($0, radix: 16) }.map { $0.count < 2 ? "0" + $0 : $0 }
      .joined()
    return Array(bytes[...start]) + Array(digits.utf8) + Array(bytes[(start + 1 + digits.count)...])
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 10 - digits.count) + digits
  }

  private func signed(_ bytes: [UInt8]) throws -> [UInt8] {
    let data = try folder.file("data", bytes)
    let (key, certificate) = (folder.file("key.pem"), folder.file("certificate.pem"))
    try openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-utf8", "-subj",
      "/CN=Người Ký Thử", "-keyout", key, "-out", certificate)
    let signature = folder.file("signature.der")
    try openssl(
      "cms", "-sign", "-binary", "-md", "sha256", "-outform", "DER", "-in", data, "-signer",
      certificate, "-inkey", key, "-out", signature)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: signature)))
  }

  private func openssl(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func `says who signed, and that nothing was added or changed since`() throws {
    let path = try folder.file("signed.pdf", try signedPDF())
    let signature = try #require(signatures(ofPDFAt: path)?.first)
    #expect(signature.signer == "Người Ký Thử")
    #expect(signature.signedAt?.hasSuffix("+07:00") == true)
    #expect(signature.coversWholeFile)
    #expect(signature.isIntact == true)
  }

  @Test func `no longer holds when a byte was changed`() throws {
    let changed = try signedPDF().replacing(
      Array("0 0 200 200".utf8), with: Array("0 0 200 201".utf8))
    let path = try folder.file("changed.pdf", changed)
    #expect(try #require(signatures(ofPDFAt: path)?.first).isIntact == false)
  }

  @Test func `does not cover what was appended`() throws {
    let path = try folder.file("longer.pdf", try signedPDF() + Array("% more\n".utf8))
    #expect(try #require(signatures(ofPDFAt: path)?.first).coversWholeFile == false)
  }

  @Test func `is told from none, and from a file that cannot be read`() throws {
    let plain = try folder.file(
      "plain.pdf",
      Array(
        String(decoding: try signedPDF(), as: UTF8.self).replacing("/FT/Sig", with: "/FT/Btn").utf8)
    )
    #expect(signatures(ofPDFAt: plain) == [])
    #expect(signatures(ofPDFAt: folder.file("none.pdf")) == nil)
  }
}
