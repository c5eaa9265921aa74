import Findings
import Workflow

extension Phrase {
  static func badDossierField(_ name: String, known: [String]) -> Wording {
    let nearest = nearestWord(to: name, among: known)
    return Wording(
      vi: "“\(name)” không phải trường đặt được của hồ sơ"
        + (nearest.map { "; có phải “\($0)”?" } ?? "; có: \(known.joined(separator: ", "))"),
      en: "“\(name)” is no field of a file that can be set"
        + (nearest.map { "; did you mean “\($0)”?" }
          ?? "; there are: \(known.joined(separator: ", "))")
    )
  }

  /// The exit status and the words for a package that was not made.
  static func failure(for error: PackError) -> Failure {
    switch error {
    case .noRun(let folder): Failure(.usage, noRun(folder))
    case .unreadableReport(let path):
      Failure(
        .unreadableInput,
        Wording(
          vi: "\(path): không phải báo cáo của chương trình này; chạy lại “sohoa run”",
          en: "\(path): is no report of this program; run “sohoa run” again"))
    case .register(let path, let why):
      Failure(.usage, Wording(vi: "\(path): \(why.vi)", en: "\(path): \(why.en)"))
    case .incomplete(let documents): Failure(.attention, incomplete(documents))
    case .wrongMetadata(let issues):
      Failure(
        .usage,
        Wording(
          vi: "chưa đóng gói được:\n  " + issues.map(\.vi).joined(separator: "\n  "),
          en: "the package cannot be made:\n  " + issues.map(\.en).joined(separator: "\n  ")))
    case .changed(let name):
      Failure(
        .unreadableInput,
        Wording(
          vi: "\(name): PDF không còn như khi chạy xong; chạy lại “sohoa run”",
          en: "\(name): the PDF is not what the run wrote; run “sohoa run” again"))
    case .falseClaim(let name, let why):
      Failure(
        .unreadableInput,
        Wording(
          vi: "\(name): PDF không đạt mức PDF/A mà nó nêu: \(why.vi)",
          en: "\(name): the PDF breaks the level of PDF/A that it claims: \(why.en)"))
    case .notPrintable(let why):
      Failure(
        .missingDependency,
        Wording(vi: "không in được mục lục: \(why.vi)", en: "no contents list: \(why.en)"))
    case .cannotWrite(let path, let reason):
      Failure(
        .outputFailed,
        Wording(
          vi: "không ghi được \(path): \(reason). Kiểm tra dung lượng đĩa và quyền ghi.",
          en: "cannot write \(path): \(reason). Check disk space and permissions."))
    }
  }

  private static func incomplete(_ documents: [PackError.LeftOut]) -> Wording {
    func list(_ language: Language) -> String {
      let shown = documents.prefix(20).map { "  \($0.document): \($0.reason(language))" }
      return (shown + (documents.count > 20 ? ["  …"] : [])).joined(separator: "\n")
    }
    return Wording(
      vi: "hồ sơ chưa đủ, \(documents.count) văn bản chưa đạt:\n\(list(.vi))\n"
        + "Xem và quyết định (sohoa review), hoặc thêm --include accepted hay --include all.",
      en: "the file is not complete, \(documents.count) documents are not accepted:\n\(list(.en))\n"
        + "Decide on them (sohoa review), or add --include accepted or --include all.")
  }
}
