public import Extraction
import Findings
public import Foundation
import Imaging

/// A page made small, for looking at.
public struct Thumbnail: Sendable, Equatable, Codable {
  /// Pixels a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The picture as a JPEG stream.
  public let jpeg: Data

  /// Makes a thumbnail of a packed picture.
  public init(width: Int, height: Int, jpeg: Data) {
    self.width = width
    self.height = height
    self.jpeg = jpeg
  }
}

/// The thumbnails of a run, the most needed ones of more than a report can carry.
///
/// What a person must confirm comes first, then pages with findings above info, first pages, and all others; of equals the
/// earlier ones stay. What stays depends on the order in which pages are kept and on nothing else.
public struct Thumbnails: Sendable, Equatable {
  /// Enough for about 1,800 pages; base64 makes 32 MB of it, which browsers still open in seconds.
  public static let defaultLimitBytes = 24_000_000

  private enum Need: Int, CaseIterable {
    case confirm, rescan, review, first, other
  }

  private struct Place: Hashable {
    let file: String
    /// Nil for the crop of a field, of which a document has one.
    let page: Int?
    var field: FieldName?
  }

  private let limitBytes: Int
  private var pictures: [Place: Thumbnail] = [:]
  private var inks: [Place: [Box]] = [:]
  private var order: [Need: [Place]] = [:]
  private var bytes = 0
  /// How many pictures had to go.
  public private(set) var leftOut = 0

  /// Makes an empty collection that holds at most `limitBytes` of JPEG.
  public init(limitBytes: Int = Self.defaultLimitBytes) { self.limitBytes = limitBytes }

  /// The picture of a page, counted from 1; nil when there is none.
  public subscript(file: String, page: Int) -> Thumbnail? {
    pictures[Place(file: file, page: page)]
  }

  /// The crop of a field; nil when there is none.
  public subscript(file: String, field: FieldName) -> FieldCrop? {
    let place = Place(file: file, page: nil, field: field)
    return pictures[place].map { FieldCrop(field: field, picture: $0, ink: inks[place] ?? []) }
  }

  /// Keeps the picture of a page while there is room, taking the place of less needed ones.
  public mutating func keep(_ thumbnail: Thumbnail, of page: PageReport, in file: String) {
    keep(thumbnail, at: Place(file: file, page: page.index), Self.need(of: page))
  }

  /// Keeps the crop of a field while there is room, taking the place of whole pages.
  public mutating func keep(_ crop: FieldCrop, in file: String) {
    let place = Place(file: file, page: nil, field: crop.field)
    inks[place] = crop.ink
    keep(crop.picture, at: place, .confirm)
  }

  private mutating func keep(_ thumbnail: Thumbnail, at place: Place, _ need: Need) {
    pictures[place] = thumbnail
    order[need, default: []].append(place)
    bytes += thumbnail.jpeg.count
    while bytes > limitBytes, let need = Need.allCases.last(where: { order[$0]?.isEmpty == false }),
      let last = order[need]?.popLast()
    {
      bytes -= pictures.removeValue(forKey: last)?.jpeg.count ?? 0
      leftOut += 1
    }
  }

  private static func need(of page: PageReport) -> Need {
    switch page.findings.map(\.severity).max() {
    case .reject?: .rescan
    case .review?: .review
    case .info?, nil: page.index == 1 ? .first : .other
    }
  }
}
