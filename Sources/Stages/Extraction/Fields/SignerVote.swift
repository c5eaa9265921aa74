import Recognition

/// Who signed, from several readings of the same foot.
struct SignerVote {
  /// The signers, each part the one that most readings agree on.
  ///
  /// The reading with the surest blocks says how many there are; the blocks of the others that stand on the
  /// same axis vote with it, and names below it count from readings in which its lines are lost.
  let signers: [Signer]

  init(
    _ readings: [FootReading], place: FootReading.Place, on page: PageLayout,
    under limits: LaneLimits
  ) {
    func blocks(_ foot: FootReading) -> [SignerBlock] {
      place.isMarked ? foot.blocks : foot.blocks.filter(\.isSigned)
    }
    let sureness = readings.map { blocks($0).reduce(0) { $0 + $1.sureness } }
    guard let base = sureness.indices.max(by: { sureness[$0] < sureness[$1] }) else {
      signers = []
      return
    }
    let found = blocks(readings[base])
    guard !found.isEmpty else {
      let names = readings.map { $0.nameAlone(below: place.top, on: page) }
      signers =
        Vote.name(names).map {
          [
            Signer(
              competence: .missing, position: .missing,
              fullName: $0.field(as: .fullName, under: limits))
          ]
        } ?? []
      return
    }
    let unit = page.unit
    signers = found.map { block in
      let same = readings.compactMap { foot in
        foot.blocks.filter { foot.isOfItsOwn($0) && abs($0.axis - block.axis) < 14 * unit }.min {
          abs($0.axis - block.axis) < abs($1.axis - block.axis)
        }
      }
      let parts = same.map(\.parts)
      let names = readings.map { block.name(in: $0.lines, unit: unit) }
      return Signer(
        competence: Vote.text(parts.map(\.competence))?.field(as: .competence, under: limits)
          ?? .missing,
        position: Vote.text(parts.map(\.position))?.field(as: .position, under: limits)
          ?? .missing,
        fullName: Vote.name(names)?.field(as: .fullName, under: limits) ?? .missing)
    }
  }
}
