import Extraction
import Findings
import Imaging
import Measuring
import Recognition

/// Applies the rules about the pages of a document as a set: complete, in order, once each, of one document.
struct PageSetRules {
  let pages: [PageEvidence]
  let record: DocumentRecord?
  let profile: Profile

  /// What the set of pages breaks, in the order of the catalogue; pages are named in the messages.
  var findings: [Finding] {
    guard pages.count > 1 else { return [] }
    let starts = startsOfDocuments
    return numbering(starts) + duplicates + sizes + splits(starts)
  }

  private func applies(_ rules: Rule...) -> Bool {
    rules.contains { profile.limits[$0.id] != nil }
  }
}

extension PageSetRules {
  private var startsOfDocuments: [DocumentStart] {
    guard applies(.pagesGap, .pagesRepeated, .pagesOrder, .pagesSplit) else { return [] }
    return documentStarts(in: pages.map(\.text))
  }

  private func numbering(_ starts: [DocumentStart]) -> [Finding] {
    let opening = Set(starts.map(\.page))
    // A heading on the first page says that the counting begins there.
    let hasHeading = [FieldName.codeNotation, .organName].contains { name in
      record?[name].evidence.contains { $0.page == 1 } ?? false
    }
    let found = PageNumbering(
      pages.enumerated().map { index, page in
        PageNumbering.Sheet(
          place: index + 1, number: page.text?.printedNumber?.value,
          isBlank: page.measurements.isBlank,
          opensDocument: index == 0 ? hasHeading : opening.contains(index + 1))
      })
    return found.gaps.flatMap { profile.fact(.pagesGap, message: PageSetMessages.gap($0)) }
      + found.repeated.flatMap {
        profile.fact(
          .pagesRepeated, box: numberBox(of: $0.last), message: PageSetMessages.repeated($0))
      }
      + found.misplaced.flatMap {
        profile.fact(.pagesOrder, box: numberBox(of: $0.last), message: PageSetMessages.order($0))
      }
  }

  private func numberBox(of sheet: PageNumbering.Sheet?) -> Box? {
    sheet.flatMap { pages[$0.place - 1].text?.printedNumber?.box }
  }

  /// Each page that shows what an earlier page shows.
  private var duplicates: [Finding] {
    guard applies(.pagesDuplicate) else { return [] }
    let pictures = pages.map { PagePicture($0) }
    return pictures.indices.flatMap { later -> [Finding] in
      guard let earlier = pictures[..<later].firstIndex(where: { $0.shows(pictures[later]) })
      else { return [] }
      return profile.fact(
        .pagesDuplicate, message: PageSetMessages.duplicate(earlier + 1, later + 1))
    }
  }

  private var sizes: [Finding] {
    guard applies(.pagesSize) else { return [] }
    let sheets = pages.map { SheetMeasure($0.measurements) }
    return oddSheets(among: sheets).flatMap { odd in
      profile.fact(
        .pagesSize, message: PageSetMessages.size(odd.place, odd.sheet, others: odd.common))
    }
  }

  private func splits(_ starts: [DocumentStart]) -> [Finding] {
    starts.flatMap { profile.fact(.pagesSplit, message: PageSetMessages.split($0)) }
  }
}
