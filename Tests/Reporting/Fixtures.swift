import Extraction
import Findings
import Foundation
import Imaging
import Inspection
import Measuring
import Testing

@testable import Reporting

/// Findings, pages and documents that tests make reports of.
enum Fixture {
  static let crooked = Finding(
    rule: "skew", severity: .reject, measured: 2.4, required: 1.5, unit: "°", box: nil,
    source: "test", message: Wording(vi: "Trang nghiêng 2,4°", en: "The page is skewed by 2.4°"),
    remedy: Wording(vi: "Đặt thẳng giấy rồi quét lại.", en: "Straighten the sheet and rescan."))

  static let border = Finding(
    rule: "border.black", severity: .review, measured: 3, required: 2, unit: "mm",
    box: Box(x: 0, y: 250, width: 50, height: 500), source: "test",
    message: Wording(vi: "Viền đen 3 mm", en: "A black border of 3 mm"),
    remedy: Wording(vi: "Đậy nắp.", en: "Close the lid."))

  static let notice = Finding(
    rule: "color.mode", severity: .info, measured: nil, required: nil, unit: nil, box: nil,
    source: "test", message: Wording(vi: "Ảnh xám", en: "A grey picture"),
    remedy: Wording(vi: "Không cần.", en: "None."))

  static let broken = FailureReport(
    code: "damaged", page: nil, message: Wording(vi: "tệp <hỏng>", en: "the file is <damaged>"),
    remedy: Wording(vi: "Quét lại.", en: "Scan again."))

  /// Names that an attacker, or a careless scanner, gives to files.
  static let hostile = [
    "x\"><script>alert(1)</script>.pdf", "a'b&c<d>.pdf", "ko\u{202E}fdp.exe", "=1+1.pdf",
    "a:b/c d%.pdf", "]]>\u{1B}[2J\u{7}.pdf", "dòng\n1.pdf",
  ]

  static func page(
    _ index: Int, _ findings: [Finding] = [], displayQuality: Double? = nil
  ) throws -> PageReport {
    let verdict =
      switch findings.map(\.severity).max() {
      case .reject?: "rescan"
      case .review?: "review"
      case .info?, nil: "accepted"
      }
    let measured = Measurements(widthPixels: 1000, heightPixels: 1000, colorMode: .gray)
    let parts = try [
      "\"displayQuality\":" + (displayQuality.map { "\($0)" } ?? "null"), "\"index\":\(index)",
      "\"verdict\":\"\(verdict)\"", "\"blank\":false",
      "\"measurements\":" + json(measured), "\"findings\":" + json(findings),
    ]
    let data = Data(("{" + parts.joined(separator: ",") + "}").utf8)
    return try JSONDecoder().decode(PageReport.self, from: data)
  }

  private static func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  static func document(
    _ file: String, _ verdict: Standing, pages: [PageReport] = [], findings: [Finding] = [],
    held: Hold? = nil, error: FailureReport? = nil, record: DocumentRecord? = nil
  ) -> DocumentReport {
    DocumentReport(
      file: file, sha256: "00", evidence: .text, verdict: verdict, pages: pages,
      fields: record.map(FieldsReport.init),
      documentFindings: findings, held: held, outputs: .none, error: error)
  }

  /// Every form of trouble: an accepted, a crooked and a broken document, and the hostile names.
  static func report() throws -> Report {
    var documents = [
      document("a.pdf", .accepted, pages: [try page(1), try page(2, [notice])]),
      document(
        "hộp 12/b & c.pdf", .rescan,
        pages: [try page(1, [border, crooked]), try page(2, [crooked, crooked]), try page(3)]),
      document("=d.pdf", .failed, error: broken),
      document("e.pdf", .rescan, findings: [crooked]),
    ]
    documents += try hostile.map { document($0, .review, pages: [try page(1, [border])]) }
    return Report(pipeline: "thu", documents: documents)
  }
}

/// A program of the system run on some bytes: what it said, nil when all was well.
func complaint(of program: String, _ arguments: [String], on data: Data) throws -> String? {
  let file = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
  try data.write(to: URL(fileURLWithPath: file))
  // The system clears its temporary folder when this fails.
  defer { try? FileManager.default.removeItem(atPath: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments + [file]
  let pipe = Pipe()
  process.standardError = pipe
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? nil : String(decoding: said, as: UTF8.self)
}

/// The folder of the schemas.
let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Schemas"
