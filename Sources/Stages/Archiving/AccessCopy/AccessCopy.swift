public import Imaging
public import Ingest
import QPDF
public import Recognition

/// How the pictures of an access copy are packed; the archived PDF keeps its own whatever is chosen.
public enum AccessForm: String, Sendable, Codable, CaseIterable {
  /// One JPEG a page, packed anew.
  case recompress
  /// Print as a lossless mask over a small background, seals and handwriting as they are.
  case mrc
}

/// What an access copy spends bytes on.
public enum AccessEffort: Sendable, Equatable, CaseIterable {
  /// As small as it is meant to be: print in half pixels, in whole ones where those would cost too much.
  case small
  /// Print in four greys at whole pixels, which a recogniser takes most like the scan.
  case graded
  /// Four greys, and finer paper and boxes.
  case rich
  /// The scan's own picture.
  case none
}

/// How one page of an access copy is packed.
public struct AccessPlan: Sendable, Equatable {
  /// What bytes are spent on.
  public let effort: AccessEffort
  /// Print that is kept pixel for pixel as seals are, in pixels of the page.
  public let keptPrint: [Box]

  /// Makes a plan.
  public init(_ effort: AccessEffort = .small, keptPrint: [Box] = []) {
    self.effort = effort
    self.keptPrint = keptPrint
  }
}

/// A page of an access copy.
public struct AccessPage: Sendable, Equatable, Codable {
  /// The page of the document, from 1.
  public let page: Int
  /// How its picture is packed; nil when it is that of the scan.
  public let form: AccessForm?
  /// Bytes of the pictures in the scan.
  public let sourceBytes: Int
  /// Bytes of the pictures in the copy.
  public let byteCount: Int
  /// How many boxes of seals, signatures and handwriting are kept at full quality.
  public let keptBoxes: Int
  /// How many places of print are, because the copy was read worse there.
  public let keptPrint: Int

  /// How many times smaller than its scan a page of print is meant to be, and one with boxes.
  static let meantGain = (plain: 8, boxed: 4)

  /// Whether it is packed and as small as it is meant to be.
  public var isAsMeant: Bool {
    let gain = keptBoxes == 0 ? Self.meantGain.plain : Self.meantGain.boxed
    return form != nil && byteCount * gain <= sourceBytes
  }

  private enum Key: String, CodingKey {
    case page, form, sourceBytes, byteCount, keptBoxes, keptPrint
  }

  /// Writes every key, `null` for a page as the scan has it, so that readers find one shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(page, forKey: .page)
    try container.encode(form, forKey: .form)
    try container.encode(sourceBytes, forKey: .sourceBytes)
    try container.encode(byteCount, forKey: .byteCount)
    try container.encode(keptBoxes, forKey: .keptBoxes)
    try container.encode(keptPrint, forKey: .keptPrint)
  }
}

/// A smaller copy for reading on screens.
public struct AccessCopy: Sendable, Equatable, Codable {
  /// Where it lies.
  public let path: String
  /// Its pages.
  public let pages: [AccessPage]
}

/// Writes the access copy of a document, PDF/A-2u like the archived one; it appears whole or not at all.
///
/// A page is packed anew only when that makes its pictures half as large or less; bilevel pages, pages of
/// several parts and those whose effort is none stay as the scan has them. `plans` are by page, from 1; the small one where
/// there is none. With `only` the copy has that one page, to be looked at. `text` is as for `writeDeliverable`,
/// `oldTexts` what became of old layers there. Throws `ArchivingError`; a copy that breaks a rule of PDF/A is not written.
public func writeAccessCopy(
  of scans: [Scan], part: ClosedRange<Int>? = nil, text: [RecognizedPage?],
  oldTexts: [OldText?], metadata: PDFMetadata, form: AccessForm, plans: [Int: AccessPlan] = [:],
  only: Int? = nil, limits: IngestLimits, to path: String
) throws(ArchivingError) -> AccessCopy {
  let name = fileName(path)
  let temporary = PartialFile(for: path)
  try temporary.requireRoom(for: roomForPDF(of: scans, pages: text.count))
  var writing: AccessWriting
  do throws(QPDFError) {
    writing = AccessWriting(
      try Assembly(alphabet: Alphabet(of: text)), form: form, limits: limits,
      scratch: temporary.path + ".mask")
  } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  var pages: [AccessPage] = []
  var number = 0
  for part in parts(of: scans, within: part) {
    for index in part.pages {
      number += 1
      guard only == nil || number == only else { continue }
      do throws(AssemblyFailure) {
        pages.append(
          try writing.append(
            index, of: part.scan, text: text[number - 1], oldText: oldTexts[number - 1],
            as: number, plans[number] ?? AccessPlan()))
      } catch {
        throw ArchivingError(error, file: fileName(part.scan.path), page: index + 1)
      }
    }
  }
  do throws(QPDFError) {
    try writing.finish(metadata, to: temporary.path)
  } catch {
    throw ArchivingError(.outputUnwritable, file: name, found: error.description)
  }
  if let broken = try conformance(ofPDFAt: temporary.path).first(where: { !$0.passed }) {
    throw ArchivingError(.outputUnwritable, file: name, found: "ISO 19005-2 \(broken.clause)")
  }
  try temporary.publish()
  return AccessCopy(path: path, pages: pages)
}
