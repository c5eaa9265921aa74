import Findings
import QPDF

extension ConformanceRule {
  /// Clause 6.8 of part 2: a file may be attached only when it is PDF/A itself; ours never is.
  static let attachmentsInPart2: [ConformanceRule] = [
    ConformanceRule(
      "6.8-1", vi: "Không có tệp đính kèm", en: "There are no embedded files"
    ) { facts in facts.embeddedFilePlaces }
  ]

  /// Clause 6.8 of part 3: any file may be attached, as long as it is said what it is.
  static let attachmentsInPart3: [ConformanceRule] = [
    ConformanceRule(
      "6.8-1", vi: "Tệp đính kèm có kiểu MIME (Subtype)",
      en: "Embedded files state their MIME type (Subtype)"
    ) { facts in
      facts.fileSpecifications.filter { specification in
        (facts.resolved(specification.entries["EF"]).entries ?? [:]).values.contains {
          !(facts.resolved(facts.resolved($0).entries?["Subtype"]).name?.contains("/") ?? false)
        }
      }.map(\.place)
    },
    ConformanceRule(
      "6.8-2", vi: "Tệp đính kèm có tên trong F và UF",
      en: "Embedded files are named in F and UF"
    ) { facts in
      facts.fileSpecifications.filter { specification in
        ["F", "UF"].contains { facts.resolved(specification.entries[$0]).text?.isEmpty ?? true }
      }.map(\.place)
    },
    ConformanceRule(
      "6.8-3", vi: "Tệp đính kèm được gắn với tài liệu hoặc một phần của nó (AF)",
      en: "Embedded files are associated with the document or a part of it (AF)"
    ) { facts in
      let associated = Set(
        facts.dictionaries.flatMap { entry in
          (facts.resolved(entry.entries["AF"]).array ?? []).compactMap { $0.id.map(placeText) }
        })
      return facts.fileSpecifications.map(\.place).filter { !associated.contains($0) }
    },
    ConformanceRule(
      "6.8-4", vi: "Quan hệ của tệp đính kèm với tài liệu được nêu (AFRelationship)",
      en: "The relation of embedded files to the document is stated (AFRelationship)"
    ) { facts in
      facts.fileSpecifications.filter { specification in
        !relations.contains(facts.resolved(specification.entries["AFRelationship"]).name ?? "")
      }.map(\.place)
    },
  ]

  private static let relations: Set<String> = [
    "Source", "Data", "Alternative", "Supplement", "Unspecified",
  ]
}

extension DocumentFacts {
  /// Where files are embedded, or named as if they were.
  var embeddedFilePlaces: [String] {
    places { $0["EF"] != nil || resolved($0["Type"]).name == "EmbeddedFile" }
      + (names["EmbeddedFiles"] != nil ? ["Names"] : [])
  }

  /// The file specifications of embedded files.
  fileprivate var fileSpecifications: [(place: String, entries: [String: PDFObject])] {
    dictionaries.filter { $0.entries["EF"] != nil }.map { (placeText($0.place), $0.entries) }
  }
}
