extension Inputs {
  /// Where each document lies, as a path from `folder`; documents elsewhere are left out.
  ///
  /// A document of many files lies where their common folder is.
  public func origins(below folder: String) -> [String: String] {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    var origins: [String: String] = [:]
    for document in documents {
      guard var path = document.files.first else { continue }
      if document.files.count > 1 {
        path = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))
      }
      if path.hasPrefix(root) { origins[document.name] = String(path.dropFirst(root.count)) }
    }
    return origins
  }
}
