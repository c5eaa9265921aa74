/// Width and height from the SIZ segment of a JPEG 2000 (ITU-T T.800 A.5.1), empty when there is none.
func pdfJPXSize(_ bytes: [UInt8]) -> [Int] {
  func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
  // SOC is followed by SIZ at once; in a JP2 file both stand inside a box near the start.
  let mark: [UInt8] = [0xFF, 0x4F, 0xFF, 0x51]
  let head = min(bytes.count, 1 << 16)
  guard head > 28 else { return [] }
  for at in 0..<head - 28 where bytes[at] == 0xFF && Array(bytes[at..<at + 4]) == mark {
    return [number(at + 8) - number(at + 16), number(at + 12) - number(at + 20)]
  }
  return []
}
