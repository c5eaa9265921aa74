internal import CZlib

/// The one file inside a zip; nil when there is none, more than one, or it is damaged or too large.
///
/// The name inside is never looked at, so no path of a sender's can lead anywhere. Sizes come from
/// the central directory, which is whole even where the writer streamed.
public func singleFile(inZip zip: [UInt8], limitBytes: Int) -> [UInt8]? {
  guard let directory = endOfDirectory(zip), directory.entries == 1,
    let entry = entry(at: directory.start, in: zip), entry.size <= limitBytes
  else { return nil }
  // The local header repeats the name and may have other extra fields.
  guard let nameLength = number(zip, entry.header + 26, 2),
    let extraLength = number(zip, entry.header + 28, 2)
  else { return nil }
  let start = entry.header + 30 + nameLength + extraLength
  guard start + entry.packed <= zip.count else { return nil }
  let packed = zip[start..<start + entry.packed]
  switch entry.method {
  case 0: return entry.packed == entry.size ? Array(packed) : nil
  case 8: return inflated(Array(packed), to: entry.size)
  default: return nil
  }
}

private struct Entry {
  let method: Int
  let packed: Int
  let size: Int
  let header: Int
}

/// How many files there are and where the list of them begins (APPNOTE 4.3.16).
private func endOfDirectory(_ zip: [UInt8]) -> (entries: Int, start: Int)? {
  var at = zip.count - 22
  // A comment of at most 65535 bytes may follow.
  while at >= max(0, zip.count - 22 - 65_535) {
    if number(zip, at, 4) == 0x0605_4B50, let entries = number(zip, at + 10, 2),
      let start = number(zip, at + 16, 4)
    {
      return (entries, start)
    }
    at -= 1
  }
  return nil
}

/// One line of the list (APPNOTE 4.3.12); nil for a folder or an encrypted file.
private func entry(at start: Int, in zip: [UInt8]) -> Entry? {
  guard number(zip, start, 4) == 0x0201_4B50, let flags = number(zip, start + 8, 2),
    flags & 1 == 0, let method = number(zip, start + 10, 2),
    let packed = number(zip, start + 20, 4), let size = number(zip, start + 24, 4),
    let header = number(zip, start + 42, 4), number(zip, header, 4) == 0x0403_4B50
  else { return nil }
  return Entry(method: method, packed: packed, size: size, header: header)
}

/// A little-endian number; nil past the end.
private func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int? {
  guard at >= 0, at + width <= bytes.count else { return nil }
  return bytes[at..<at + width].reversed().reduce(0) { $0 << 8 | Int($1) }
}

private func inflated(_ packed: [UInt8], to size: Int) -> [UInt8]? {
  var result = [UInt8](repeating: 0, count: size)
  let written = unsafe czlib_inflate(packed, packed.count, &result, size)
  return written == size ? result : nil
}
