import Delivery
public import Findings
import Foundation
import Ingest

/// One thing that sohoa needs, and whether it is here.
public struct Diagnosis: Sendable, Equatable {
  /// What is needed.
  public let subject: Wording
  /// Whether it is here.
  public let isHealthy: Bool
  /// What was found, and what to do when it is missing.
  public let detail: Wording
}

/// Looks whether everything that a pipeline needs is here.
public func diagnoses(
  of pipeline: Pipeline, pipelines: [String], output: String, program: String
) -> [Diagnosis] {
  [
    recognizer(pipeline.reading, program), renderer(), disk(output),
    Diagnosis(
      subject: Wording(vi: "Quy trình", en: "Pipelines"), isHealthy: !pipelines.isEmpty,
      detail: same(pipelines.joined(separator: ", "))),
    Diagnosis(
      subject: Wording(vi: "Giới hạn", en: "Limits"), isHealthy: true,
      detail: Wording(
        vi: "\(pipeline.limits.bytes >> 20) MiB một tệp, \(pipeline.limits.pages) trang, "
          + "\(pipeline.limits.megapixels) triệu điểm ảnh một trang, "
          + "\(pipeline.reading.seconds) giây CPU và \(pipeline.reading.memoryMegabytes) MiB một trang",
        en: "\(pipeline.limits.bytes >> 20) MiB a file, \(pipeline.limits.pages) pages, "
          + "\(pipeline.limits.megapixels) megapixels a page, "
          + "\(pipeline.reading.seconds) CPU seconds and \(pipeline.reading.memoryMegabytes) MiB a page"
      )),
  ] + [destination(pipeline, output)].compactMap { $0 }
}

/// Whether the key of the destination is where it should be; nil when nothing is sent.
private func destination(_ pipeline: Pipeline, _ output: String) -> Diagnosis? {
  guard let settings = pipeline.destination else { return nil }
  let subject = Wording(vi: "Đích gửi", en: "Destination")
  do throws(DestinationError) {
    let driver = try settings.driver(output: output)
    return Diagnosis(subject: subject, isHealthy: true, detail: same(driver.destination))
  } catch {
    return Diagnosis(subject: subject, isHealthy: false, detail: error.message)
  }
}

private func same(_ text: String) -> Wording { Wording(vi: text, en: text) }

private func recognizer(_ reading: ReadingSettings, _ program: String) -> Diagnosis {
  let subject = Wording(
    vi: "Nhận dạng chữ (\(reading.languages))", en: "Recogniser (\(reading.languages))")
  let pool = WorkerPool(
    size: 1,
    settings: WorkerSettings(
      program: program, memoryBytes: reading.memoryMegabytes << 20, errorPath: nil))
  defer { pool.shutDown() }
  do {
    try pool.start(.probe(languages: reading.languages), tag: 0, wallSeconds: 60)
  } catch {
    return Diagnosis(subject: subject, isHealthy: false, detail: Message.noWorker)
  }
  while true {
    guard let (_, end) = pool.next() else { continue }
    switch end {
    case .answer(.ready):
      let detail = Wording(
        vi: "sẵn sàng, đủ chữ cái tiếng Việt", en: "ready, has every Vietnamese letter")
      return Diagnosis(subject: subject, isHealthy: true, detail: detail)
    case .answer(.noRecognizer(let why)), .died(let why):
      return Diagnosis(subject: subject, isHealthy: false, detail: why)
    case .answer:
      return Diagnosis(
        subject: subject, isHealthy: false, detail: Message.workerAnsweredNonsense)
    case .overdue(let seconds):
      return Diagnosis(
        subject: subject, isHealthy: false, detail: Message.overdue(seconds: seconds))
    }
  }
}

private func renderer() -> Diagnosis {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  let found = folders.map { "\($0)/pdftoppm" }.first(
    where: FileManager.default.isExecutableFile(atPath:))
  return Diagnosis(
    subject: Wording(vi: "Dựng trang PDF (pdftoppm)", en: "PDF rendering (pdftoppm)"),
    isHealthy: found != nil,
    detail: found.map(same)
      ?? Wording(
        vi: "thiếu; cài bằng: apt-get install poppler-utils",
        en: "missing; install with: apt-get install poppler-utils"))
}

private func disk(_ output: String) -> Diagnosis {
  let subject = Wording(vi: "Chỗ trống trên đĩa", en: "Free disk space")
  let attributes = try? FileManager.default.attributesOfFileSystem(forPath: output)
  guard let free = attributes?[.systemFreeSize] as? Int else {
    // The folder may not be there yet; the run itself makes it and reports when it cannot.
    return Diagnosis(
      subject: subject, isHealthy: true, detail: Wording(vi: "chưa rõ", en: "not known yet"))
  }
  let megabytes = free >> 20
  return Diagnosis(
    subject: subject, isHealthy: megabytes > 500,
    detail: Wording(
      vi: "\(megabytes) MiB" + (megabytes > 500 ? "" : "; nên có ít nhất 500 MiB"),
      en: "\(megabytes) MiB" + (megabytes > 500 ? "" : "; have at least 500 MiB")))
}
