import Imaging
import Recognition

/// The parts of a heading that are worth reading again: the agencies' names, and the line of place and date.
///
/// Each where something on it is not read with certainty, on pages that carry Quốc hiệu or Tiêu ngữ. In the typefaces that
/// offices use few are; in others a second reading puts one name in eight right (painted pages).
struct DoubtfulHeading {
  /// Columns and rows of the upright page and what stands there.
  private(set) var parts:
    [(kind: ZoneKind, columns: ClosedRange<Double>, rows: ClosedRange<Double>)] = []

  init(_ heading: HeadingReading, on page: PageLayout) {
    guard let anchor = heading.header.anchor else { return }
    let checked = heading.agency?.settled(by: [page]).checked(with: heading.date?.place)
    let (agency, parent) = (checked?.names.agency, checked?.names.parent)
    if Self.isDoubtful(agency, .organName)
      || parent.map({ Self.isDoubtful($0, .organizationInCharge) }) ?? false
    {
      addNames([agency, parent].compactMap { $0 }.flatMap(\.tokens), in: heading, unit: page.unit)
    }
    let (left, right) = (heading.header.gutter, page.width)
    if let date = heading.date {
      let place = checked.map(\.place) ?? date.place
      guard Self.isDoubtful(place, .promulgationPlace) || (date.month?.p ?? 0) < 0.9 else { return }
      let (line, rim) = (date.line.box, 0.6 * page.unit)
      parts.append(
        (
          .date, Double(line.x) - 2 * page.unit...right,
          Double(line.y) - rim...Double(line.maxY) + rim
        ))
    } else {
      // It is due below Tiêu ngữ, which stands right below Quốc hiệu.
      let first = Double(anchor.maxY)
      let motto = heading.header.right.filter {
        $0.middle > first && $0.middle < first + 2 * page.unit
      }
      let top = motto.map { Double($0.box.maxY) }.max() ?? first
      let bottom = min(heading.header.bottom, top + 6 * page.unit)
      guard left < right, bottom > top + 2 * page.unit else { return }
      parts.append((.date, left...right, top + 0.3 * page.unit...bottom))
    }
  }

  /// The left column above the number, and as far to the right as the names reach.
  private mutating func addNames(_ words: [Token], in heading: HeadingReading, unit: Double) {
    let box = words.map(\.box).union
    let tops = [heading.header.left.first?.box.y, box?.y].compactMap { $0 }.map(Double.init)
    let bottom = heading.code.map { Double($0.line.box.y) } ?? heading.header.bottom
    guard let top = tops.min(), top < bottom else { return }
    let right = max(heading.header.gutter - unit, Double(box?.maxX ?? 0) + unit)
    parts.append((.agencies, 0...max(0, right), top - unit...bottom))
  }

  private static func isDoubtful(_ reading: Reading?, _ name: FieldName) -> Bool {
    reading.map { $0.field(as: .of(name)).lane != .accept } ?? true
  }
}
