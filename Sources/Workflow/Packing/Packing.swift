import Archiving
import Digest
import Findings
public import Foundation
public import Packaging
import ProcessLimits
import Reporting

/// What is asked of an archival package.
public struct PackSettings: Sendable {
  /// Which documents go in.
  public enum Including: String, Sendable, CaseIterable {
    /// All of them, or there is no package.
    case complete
    /// The accepted ones; the others are listed.
    case accepted
    /// Every one that has a PDF and no secrecy marking; what nobody decided is listed.
    case all
  }

  /// The output folder of a run.
  public let run: String
  /// The folder that the package is written to.
  public let output: String
  /// What people say of the hồ sơ.
  public let values: [DossierField: String]
  /// The register; nil for what was read alone.
  public let register: String?
  /// The agency that the hồ sơ comes from.
  public let agency: Agency?
  /// Which documents go in.
  public let including: Including
  /// This program, started to check PDFs.
  public let program: String
  /// When the package is made.
  public let now: Date

  /// Makes settings.
  public init(
    run: String, output: String, values: [DossierField: String], register: String?,
    agency: Agency?, including: Including, program: String, now: Date
  ) {
    self.run = run
    self.output = output
    self.values = values
    self.register = register
    self.agency = agency
    self.including = including
    self.program = program
    self.now = now
  }
}

/// A package that was written.
public struct PackOutcome: Sendable {
  /// The ZIP file.
  public let path: String
  /// How many documents it holds.
  public let documents: Int
  /// What was left out, or packed though nobody decided, and why.
  public let leftOut: [PackError.LeftOut]
  /// Documents in which the machine read values that nobody confirmed.
  public let unconfirmed: [String]
  /// Documents whose PDF claims no level of PDF/A, which Thông tư 05/2025 asks for.
  public let withoutPDFA: [String]
}

/// Packs the documents of a run as an E-ARK submission package with its contents list.
///
/// Every PDF is read again, compared with the run's report and checked against the level that it
/// claims. The package takes its place whole or not at all. Throws `PackError`.
public func pack(_ settings: PackSettings) throws -> PackOutcome {
  var (chosen, leftOut) = try chosenDocuments(settings)
  let register = try settings.register.map { try Register(at: $0) }
  if let register { chosen = try ordered(chosen, by: register, settings.register ?? "") }
  let documents = try chosen.enumerated().map { index, document in
    try packed(document, register?.rows.first { $0.file == document.report.file }, settings)
  }
  let dossier = Dossier(values: settings.values, documents: documents)
  guard dossier.issues.isEmpty else {
    throw PackError.wrongMetadata(
      dossier.issues.map { issue in
        let place = issue.document.map { "\($0): " } ?? ""
        return Wording(vi: place + issue.message.vi, en: place + issue.message.en)
      })
  }
  let list = "\(settings.output)/.muc-luc-van-ban-\(ProcessInfo.processInfo.processIdentifier).pdf"
  // A list that cannot be removed costs some kilobytes, not the package.
  defer { try? FileManager.default.removeItem(atPath: list) }
  try printContents(of: dossier, to: list)
  let package = try archivalPackage(
    of: dossier, contentsPDF: try packedFile(list),
    stamp: PackageStamp(
      made: vietnameseTime(settings.now), softwareName: Program.name, version: Program.version,
      agency: settings.agency))
  let path = "\(settings.output)/\(package.identifier).zip"
  try write(package, to: path, at: settings.now)
  if settings.including == .all {
    leftOut += chosen.compactMap { document in
      document.doubt.map { .init(document: document.report.file, reason: $0) }
    }
  }
  return PackOutcome(
    path: path, documents: documents.count, leftOut: leftOut,
    unconfirmed: documents.indices.filter(dossier.hasUnconfirmedFields).map { documents[$0].name },
    withoutPDFA: documents.filter { $0.pdfaLevel == nil }.map(\.name))
}

/// The documents that go in, and those that do not.
private func chosenDocuments(
  _ settings: PackSettings
) throws -> (chosen: [RunFolder.Document], leftOut: [PackError.LeftOut]) {
  var chosen: [RunFolder.Document] = []
  var leftOut: [PackError.LeftOut] = []
  for document in try RunFolder(path: settings.run).documents {
    let reason = document.obstacle ?? (settings.including == .all ? nil : document.doubt)
    if let reason {
      leftOut.append(.init(document: document.report.file, reason: reason))
    } else {
      chosen.append(document)
    }
  }
  // A hồ sơ without one of its documents is another hồ sơ: somebody must say that it is meant.
  if settings.including == .complete, !leftOut.isEmpty { throw PackError.incomplete(leftOut) }
  return (chosen, leftOut)
}

private func ordered(
  _ documents: [RunFolder.Document], by register: Register, _ path: String
) throws(PackError) -> [RunFolder.Document] {
  for document in documents
  where !register.rows.contains(where: { $0.file == document.report.file }) {
    throw PackError.register(path, Message.notInRegister(document.report.file))
  }
  return register.rows.compactMap { row in documents.first { $0.report.file == row.file } }
}

private func packed(
  _ document: RunFolder.Document, _ row: Register.Row?, _ settings: PackSettings
) throws -> DossierDocument {
  let name = document.report.file
  guard let pdf = document.pdf else { throw PackError.changed(name) }
  let file = try packedFile(pdf)
  if let written = document.report.archive?.sha256, written != file.sha256 {
    throw PackError.changed(name)
  }
  let level = document.report.outputs.pdfa.flatMap(ConformanceLevel.init(name:))
  if let level {
    switch verify(pdf: pdf, level: level, program: settings.program) {
    case .success(let verification):
      if let broken = verification.results.first(where: { !$0.passed }) {
        throw PackError.falseClaim(name, broken.message)
      }
    case .failure(let why): throw PackError.falseClaim(name, why.message)
    }
  }
  return DossierDocument(
    name: name, pdf: file, pages: document.report.pages.count, pdfaLevel: level?.name,
    scanSHA256: document.report.sha256, record: document.report.fields?.record,
    register: row?.fields ?? [:], sheets: row?.sheets)
}

private func packedFile(_ path: String) throws(PackError) -> PackedFile {
  guard let sha256 = SHA256.hex(ofFile: path),
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  else { throw PackError.changed(path) }
  return PackedFile(path: path, byteCount: size, sha256: sha256)
}

private func printContents(of dossier: Dossier, to path: String) throws {
  let fields = dossier.fields
  let shares = [5.0, 14, 10, 34, 18, 7, 7, 20]
  let table = PrintedTable(
    title: "MỤC LỤC VĂN BẢN",
    lines: [
      "Hồ sơ số: \(fields[.fileCode] ?? "")",
      "Tiêu đề hồ sơ: \(fields[.title] ?? "")",
      "Số văn bản: \(fields[.totalDoc] ?? ""). Số trang: \(fields[.numberOfPage] ?? "").",
    ],
    columns: zip(Dossier.contentsColumns, shares).enumerated().map { index, column in
      .init(title: column.0, share: column.1, isCentered: [0, 2, 5, 6].contains(index))
    }, rows: dossier.contents.map(\.cells))
  do {
    _ = try writeTable(
      table, metadata: PDFMetadata(title: "Mục lục văn bản, hồ sơ \(fields[.fileCode] ?? "")"),
      to: path)
  } catch {
    throw error.code == .noFont
      ? PackError.notPrintable(
        Wording(
          vi: "thiếu phông chữ: cài gói fonts-liberation2",
          en: "a font is missing: install the package fonts-liberation2"))
      : PackError.cannotWrite(path: path, reason: error.description)
  }
}

/// Writes the ZIP file; each file's bytes must still be those that were digested.
private func write(_ package: ArchivalPackage, to path: String, at now: Date) throws {
  do {
    var zip = try ZIPWriter(path: path, time: dosTime(now))
    for entry in package.entries {
      let name = "\(package.identifier)/\(entry.path)"
      switch entry.content {
      case .bytes(let bytes):
        var crc = CRC32()
        crc.update(bytes)
        try zip.add(name, byteCount: bytes.count, crc: crc.value) { take in try take(bytes) }
      case .file(let file):
        var crc = CRC32()
        var digest = SHA256()
        try readPieces(of: file.path) { piece in
          crc.update(piece)
          digest.update(piece)
        }
        guard digest.hex() == file.sha256 else { throw PackError.changed(file.path) }
        try zip.add(name, byteCount: file.byteCount, crc: crc.value) { take in
          try readPieces(of: file.path, take)
        }
      }
    }
    try zip.finish()
  } catch let error as DurableFileError {
    throw PackError.cannotWrite(path: path, reason: error.description)
  }
}

private func readPieces(of path: String, _ take: ([UInt8]) throws -> Void) throws {
  guard let handle = FileHandle(forReadingAtPath: path) else { throw PackError.changed(path) }
  while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
    try take([UInt8](piece))
  }
}

extension Register {
  init(at path: String) throws(PackError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PackError.register(path, Wording(vi: "không đọc được", en: "it cannot be read"))
    }
    try self.init(csv: data, path: path)
  }
}
