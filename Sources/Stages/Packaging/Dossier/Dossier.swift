public import Extraction
import Findings

/// A file that goes into a package as it is.
public struct PackedFile: Sendable, Equatable {
  /// Where it lies now.
  public let path: String
  /// Its size.
  public let byteCount: Int
  /// Its SHA-256, lower case.
  public let sha256: String

  /// Makes a file.
  public init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}

/// A document of a run, ready to stand in a hồ sơ.
public struct DossierDocument: Sendable, Equatable {
  /// Its name in the run.
  public let name: String
  /// The PDF.
  public let pdf: PackedFile
  /// The pages of the PDF.
  public let pages: Int
  /// The level of PDF/A that the PDF was just checked to keep; nil when it claims none.
  public let pdfaLevel: String?
  /// SHA-256 of the scan that the PDF was made from; nil where it is not known.
  public let scanSHA256: String?
  /// What was read of the document; nil when nothing was read.
  public let record: DocumentRecord?
  /// What a register says of it; it goes before what was read.
  public let register: [DossierDocumentField: String]
  /// The numbers of its sheets in the file (tờ số), as a register gives them.
  public let sheets: String?

  /// Makes a document.
  public init(
    name: String, pdf: PackedFile, pages: Int, pdfaLevel: String?, scanSHA256: String?,
    record: DocumentRecord?, register: [DossierDocumentField: String] = [:], sheets: String? = nil
  ) {
    self.name = name
    self.pdf = pdf
    self.pages = pages
    self.pdfaLevel = pdfaLevel
    self.scanSHA256 = scanSHA256
    self.record = record
    self.register = register
    self.sheets = sheets
  }
}

/// A hồ sơ: what people say of it and its documents in their order.
public struct Dossier: Sendable, Equatable {
  /// What people say of it.
  public let values: [DossierField: String]
  /// The documents, in the order in which they lie in the file.
  public let documents: [DossierDocument]

  /// Makes a file; values are set in NFC without runs of blanks, empty ones are left out.
  public init(values: [DossierField: String], documents: [DossierDocument]) {
    self.values = values.compactMapValues(\.envelopeValue)
    self.documents = documents
  }

  /// The value of every field: what people say, else what the documents tell.
  public var fields: [DossierField: String] {
    var fields = values
    let dates = documents.indices.compactMap { document($0)[.issuedDate] }
      .compactMap(CalendarDate.init(vietnamese:))
    fields[.totalDoc] = String(documents.count)
    fields[.numberOfPage] = String(documents.reduce(0) { $0 + $1.pages })
    fields[.startDate] = values[.startDate] ?? dates.min()?.vietnamese
    fields[.endDate] = values[.endDate] ?? dates.max()?.vietnamese
    fields[.confidenceLevel] = values[.confidenceLevel] ?? Self.digitized
    fields[.riskRecovery] = values[.riskRecovery] ?? "0"
    if values[.language] == nil {
      let codes = Set(documents.indices.compactMap { document($0)[.language] })
      fields[.language] = codes.isEmpty ? nil : codes.sorted().joined(separator: ",")
    }
    return fields
  }

  /// `02`: số hóa.
  private static let digitized = "02"
  private static let languages = ["vi": "01", "en": "02", "fr": "03", "ru": "04", "zh": "05"]

  /// The identifier of a document: the code of the file, a dot, its number; also the name of its PDF.
  public func identifier(_ index: Int) -> String {
    "\(values[.fileCode] ?? "").\(index + 1)"
  }

  /// The fields of a document, counted from 0.
  ///
  /// A register goes before the machine; of what the machine read only what it is fairly sure of is
  /// taken, and what nobody confirmed is named in the remarks.
  public func document(_ index: Int) -> [DossierDocumentField: String] {
    let document = documents[index]
    var fields = document.register.compactMapValues(\.envelopeValue)
    for field in fields.keys where DossierDocumentField.counted.contains(field) {
      fields[field] = nil
    }
    var unconfirmed: [DossierDocumentField] = []
    for (field, name) in Self.read where fields[field] == nil {
      guard let read = document.record?[name], read.lane != .type,
        let value = read.value?.envelopeValue
      else { continue }
      fields[field] = value
      if read.lane == .confirm { unconfirmed.append(field) }
    }
    if let iso = fields[.issuedDate].flatMap(CalendarDate.init(iso:)) {
      fields[.issuedDate] = iso.vietnamese
    }
    fields[.typeName] = fields[.typeName].map(ArchivalType.code)
    fields[.language] = fields[.language].map { Self.languages[$0] ?? $0 }
    fields[.docId] = identifier(index)
    fields[.docCode] = "\(values[.fileCode] ?? "").\(padded(index + 1, to: 7))"
    fields[.numberOfPage] = String(document.pages)
    for (field, own) in Self.inherited where fields[field] == nil { fields[field] = values[own] }
    fields[.confidenceLevel] = fields[.confidenceLevel] ?? Self.digitized
    fields[.riskRecovery] = fields[.riskRecovery] ?? values[.riskRecovery] ?? "0"
    if !unconfirmed.isEmpty {
      let names = unconfirmed.map(\.title.vi).joined(separator: ", ")
      fields[.description] = [fields[.description], "Máy đọc, chưa ai xác nhận: \(names)."]
        .compactMap(\.self).joined(separator: " ")
    }
    return fields
  }

  /// Whether the machine read something of a document that nobody confirmed.
  public func hasUnconfirmedFields(_ index: Int) -> Bool {
    document(index)[.description]?.contains("Máy đọc, chưa ai xác nhận") ?? false
  }

  private static let read: [(DossierDocumentField, FieldName)] = [
    (.typeName, .documentType), (.codeNumber, .codeNumber), (.codeNotation, .codeNotation),
    (.issuedDate, .promulgationDate), (.organName, .organName), (.subject, .subject),
    (.language, .language),
  ]

  private static let inherited: [(DossierDocumentField, DossierField)] = [
    (.maintenance, .maintenance), (.mode, .mode), (.riskRecoveryStatus, .riskRecoveryStatus),
  ]
}

extension CalendarDate {
  /// Reads `dd/MM/yyyy`; nil when it is not exactly that.
  init?(vietnamese text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
    self.init(iso: "\(parts[2])-\(parts[1])-\(parts[0])")
  }

  /// `dd/MM/yyyy`, as the law writes dates.
  var vietnamese: String { "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))" }
}
