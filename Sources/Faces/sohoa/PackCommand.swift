import ArgumentParser
import Findings
import Foundation
import Packaging
import Workflow

/// `sohoa pack --sip`: the submission package of a hồ sơ from the documents of a run.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: say(
      "Đóng gói hồ sơ nộp lưu (SIP, E-ARK, Thông tư 05/2025) từ kết quả của một lần chạy.",
      "Pack a file for the archive (SIP, E-ARK, Thông tư 05/2025) from the results of a run."),
    discussion: say(
      """
      Trong gói: METS, EAD (18 trường hồ sơ, 21 trường mỗi văn bản), PREMIS, các PDF mang tên
      mã-hồ-sơ.số-thứ-tự.pdf, mục lục văn bản dạng CSV và PDF/A. Ví dụ:

        sohoa pack --sip --from KET-QUA --to GOI --set fileCode=H49.64.33.2001.160 \\
          --set title="Tập quyết định năm 2001" --set maintenance=01 --set mode=01 \\
          --set paperFileCode=LTLS.K1-G2-H3.160

      Thông tin văn bản lấy từ sổ (--register so.csv, cột file và các tên trường) rồi mới đến máy đọc.
      Tệp CSV trong gói có đúng các cột đó: sửa rồi đóng gói lại được.
      """,
      """
      The package holds METS, EAD (18 fields of the file, 21 of each document), PREMIS, the PDFs under
      file-code.ordinal.pdf, and the contents list as CSV and PDF/A. Example:

        sohoa pack --sip --from RESULT --to PACKAGES --set fileCode=H49.64.33.2001.160 \\
          --set title="Decisions of 2001" --set maintenance=01 --set mode=01 \\
          --set paperFileCode=LTLS.K1-G2-H3.160

      What is known of a document comes from the register (--register list.csv, column file and the
      fields by name), then from what was read. The CSV in the package has just these columns.
      """))

  @Flag(help: .init(say("Gói nộp lưu SIP.", "A submission package (SIP).")))
  var sip = false
  @Option(
    help: .init(
      say("Thư mục kết quả của lần chạy.", "The output folder of the run."), valueName: "dir"))
  var from: String
  @Option(
    help: .init(say("Thư mục để gói.", "The folder for the package."), valueName: "dir"))
  var to: String
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: .init(
      say(
        "Một trường của hồ sơ, ví dụ title=… (lặp lại được).",
        "A field of the file, such as title=… (repeatable)."), valueName: "field=value"))
  var values: [String] = []
  @Option(
    help: .init(
      say("Sổ hoặc mục lục dạng CSV.", "The register as CSV."), valueName: "file.csv"))
  var register: String?
  @Option(
    help: .init(
      say("Mã cơ quan, phông.", "Code of the agency."), valueName: "code"))
  var agencyCode: String?
  @Option(
    help: .init(
      say("Tên cơ quan nộp.", "Name of the agency."), valueName: "name"))
  var agencyName: String?
  @Option(
    help: .init(
      say(
        "complete (mặc định): mọi văn bản đều phải đạt; accepted: chỉ lấy văn bản đạt; all: lấy cả văn "
          + "bản chờ xem.",
        "complete (default): every document must be accepted; accepted: take only those; all: take "
          + "those that wait for a person too."), valueName: "complete|accepted|all"))
  var include: IncludeArgument = .complete
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard sip else {
      throw ValidationError(
        say("cần --sip: hiện chỉ có loại gói này", "--sip is needed: there is no other package yet")
      )
    }
  }

  func run() throws {
    let settings = PackSettings(
      run: from, output: to, values: try fields(), register: register,
      agency: agencyCode.map { Agency(id: $0, name: agencyName) },
      including: PackSettings.Including(rawValue: include.rawValue) ?? .complete,
      program: programPath, now: Date())
    do {
      try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
    } catch {
      throw RunError.cannotWrite(path: to, reason: error.localizedDescription)
    }
    let outcome = try pack(settings)
    for document in outcome.leftOut {
      printTalk("  ! \(document.document): \(document.reason(language))")
    }
    let undecided = outcome.unconfirmed.count
    if undecided > 0 {
      printTalk(
        say(
          "\(undecided) văn bản có trường máy đọc chưa ai xác nhận (ghi trong mục lục).",
          "\(undecided) documents have fields that nobody confirmed (named in the contents list)."))
    }
    for name in outcome.withoutPDFA {
      printTalk(
        say("  ! \(name): PDF không đạt PDF/A", "  ! \(name): the PDF is no PDF/A"))
    }
    printResult(
      say(
        "\(outcome.path): \(outcome.documents) văn bản",
        "\(outcome.path): \(outcome.documents) documents"))
    if !outcome.leftOut.isEmpty { throw ExitStatus.attention }
  }

  private func fields() throws -> [DossierField: String] {
    var fields: [DossierField: String] = [:]
    for text in values {
      guard let override = Override(argument: text) else {
        throw Failure(.usage, Phrase.badOverride(text))
      }
      let known = DossierField.allCases.filter { !DossierField.counted.contains($0) }
      guard let field = DossierField(rawValue: override.key), known.contains(field) else {
        throw Failure(
          .usage, Phrase.badDossierField(override.key, known: known.map(\.rawValue)))
      }
      fields[field] = override.value
    }
    return fields
  }
}

/// Which documents go into a package, as an argument.
enum IncludeArgument: String, ExpressibleByArgument, CaseIterable {
  case complete, accepted, all
}
