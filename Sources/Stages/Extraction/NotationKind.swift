/// Whether a notation may belong to a document of a kind, as `QĐ-SYT` to a Quyết định; nil where nothing
/// tells: the kind has no letters of its own, or is none that the law or offices know.
///
/// Party bodies write `QĐ/TU` and some offices `2023/QĐ-SXD`; an official letter has no letters of a kind.
public func isNotation(_ notation: String, ofKind name: String) -> Bool? {
  guard let kind = DocumentKind.named.first(where: { $0.name == name }),
    !kind.abbreviations.isEmpty
  else { return nil }
  let groups = notation.split(whereSeparator: { "-/ ".contains($0) }).map(String.init)
  return groups.contains { kind.abbreviations.contains($0) }
}
