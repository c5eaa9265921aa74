public import Findings

/// Why no archival package was made.
public enum PackError: Error, Sendable, Equatable {
  /// There is no run in the folder.
  case noRun(String)
  /// A report cannot be read.
  case unreadableReport(String)
  /// The register cannot be used; why.
  case register(String, Wording)
  /// Documents would be left out, and nobody said that this is meant.
  case incomplete([LeftOut])
  /// Something is missing or wrong in the metadata.
  case wrongMetadata([Wording])
  /// A PDF is no longer what the run wrote.
  case changed(String)
  /// A PDF breaks the level that its report claims, or cannot be checked.
  case falseClaim(String, Wording)
  /// The contents list cannot be printed.
  case notPrintable(Wording)
  /// The package cannot be written.
  case cannotWrite(path: String, reason: String)

  /// A document that is not packed, and why.
  public struct LeftOut: Sendable, Equatable {
    /// The document's name in the run.
    public let document: String
    /// Why.
    public let reason: Wording
  }
}

extension Message {
  static let notUTF8 = Wording(vi: "sổ không phải UTF-8", en: "the register is not UTF-8")
  static let emptyRegister = Wording(vi: "sổ rỗng", en: "the register is empty")
  static let noFileColumn = Wording(
    vi: "sổ thiếu cột file (tên văn bản trong lần chạy)",
    en: "the register has no column file (the document's name in the run)")
  static let noPDF = Wording(vi: "không có PDF", en: "there is no PDF")
  static let secretDocument = Wording(
    vi: "có dấu độ mật: không đóng gói bằng chương trình này",
    en: "it is marked secret: this program does not pack it")
  static let awaitsReview = Wording(vi: "đang chờ người xem", en: "it waits for a person")
  static let awaitsRescan = Wording(vi: "phải quét lại", en: "it must be scanned again")

  static func unknownColumn(_ name: String, nearest: String?) -> Wording {
    Wording(
      vi: "cột lạ “\(name)”" + (nearest.map { "; có phải là \($0)?" } ?? ""),
      en: "unknown column “\(name)”" + (nearest.map { "; is it \($0)?" } ?? ""))
  }

  static func notInRegister(_ name: String) -> Wording {
    Wording(
      vi: "văn bản “\(name)” không có dòng nào trong sổ",
      en: "document “\(name)” has no row in the register")
  }

  static func notInRun(_ name: String) -> Wording {
    Wording(
      vi: "dòng “\(name)” của sổ không ứng với văn bản nào trong lần chạy",
      en: "row “\(name)” of the register is no document of the run")
  }
}
