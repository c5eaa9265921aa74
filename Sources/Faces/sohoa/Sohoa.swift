import ArgumentParser
import Findings
import Foundation
import ProcessLimits
import Reporting

/// The command line: every command parses, calls Workflow, and prints.
@main
struct Sohoa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sohoa",
    abstract: say(
      "Kiểm tra bản quét văn bản hành chính, đọc thông tin, tạo PDF/A, đóng gói edXML và gửi.",
      "Judge scans of Vietnamese administrative documents, read them, make PDF/A, pack edXML, send."
    ),
    discussion: say(
      """
      Thường dùng:
        sohoa check 0347.pdf                     xem bản quét có đạt không, chưa đầy một giây
        sohoa check --fields 0347.pdf            đọc cả số, ký hiệu, ngày, trích yếu, người ký
        sohoa run HOP-12 --out KET-QUA           làm cả một hộp hồ sơ; chạy lại là làm tiếp
        sohoa review list --out KET-QUA          những văn bản đang chờ người xem
        sohoa queue send --once --out KET-QUA    gửi những văn bản đã đạt

      Mã thoát: 0 đạt hết · 1 có văn bản cần xem, quét lại hoặc giữ lại · 2 sai cách dùng hoặc cấu hình
      · 3 thiếu thành phần · 4 có tệp không đọc được · 5 không ghi hoặc không gửi được · 70 lỗi trong
      chương trình · 130 bị ngắt.
      """,
      """
      Common use:
        sohoa check 0347.pdf                     is this scan fit? in under a second
        sohoa check --fields 0347.pdf            also read number, notation, date, subject, signer
        sohoa run BOX-12 --out RESULT            a whole box of files; run again to go on
        sohoa review list --out RESULT           documents that wait for a person
        sohoa queue send --once --out RESULT     send what was accepted

      Exit codes: 0 all accepted · 1 something needs review, rescan or is held · 2 wrong usage or
      configuration · 3 a dependency is missing · 4 an input cannot be read · 5 output or delivery
      failed · 70 internal error · 130 interrupted.
      """),
    version: Program.version,
    subcommands: [
      CheckCommand.self, RunCommand.self, ReviewCommand.self, QueueCommand.self,
      ReceiveCommand.self, AgenciesCommand.self, VerifyCommand.self, PackCommand.self,
      ExplainCommand.self, DoctorCommand.self, WorkerCommand.self,
    ])

  /// Parses, runs, and maps whatever went wrong to one exit code: the only place that does.
  static func main() {
    // A reader of our output or a worker that went away is an error of the call, not our end.
    ignoreClosedPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      printTalk("sohoa: " + failure.message(language))
      Foundation.exit(failure.status.rawValue)
    } catch let status as ExitStatus {
      Foundation.exit(status.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success || code == .validationFailure || code.rawValue == 64 {
        let text = fullMessage(for: error)
        if code == .success { printResult(text) } else { printTalk(text) }
        Foundation.exit(code == .success ? 0 : ExitStatus.usage.rawValue)
      }
      let failure = Phrase.failure(for: error)
      printTalk("sohoa: " + failure.message(language))
      Foundation.exit(failure.status.rawValue)
    }
  }
}
