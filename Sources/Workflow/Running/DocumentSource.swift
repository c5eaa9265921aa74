import Foundation

/// One document to be: its name inside the run and the files it is made of, in page order.
public struct DocumentSource: Sendable, Equatable, Codable {
  /// The path below the output folder and in reports, such as `thang-3/0347.pdf`.
  public let name: String
  /// The files, never empty.
  public let files: [String]
  /// The part of the files' pages that this document is; nil for all of them.
  public let part: DocumentPart?

  init(name: String, files: [String], part: DocumentPart? = nil) {
    self.name = name
    self.files = files
    self.part = part
  }
}

/// What the input paths hold.
public struct Inputs: Sendable, Equatable {
  /// The documents, in natural order of their names.
  public let documents: [DocumentSource]
  /// Files in folders that are not scans and were passed over.
  public let passedOver: [String]
}

/// Why the inputs cannot be gathered.
public enum InputError: Error, Sendable, Equatable {
  /// There is nothing at the path.
  case missing(String)
  /// The pattern is not a regular expression with one group.
  case badPattern(String)
  /// The output folder is an input folder, so a run would read itself.
  case overlaps(input: String, output: String)
  /// Where the outputs of a document would go there is a file already.
  case occupied(document: String, path: String)
}

extension Inputs {
  /// The file names that are taken for scans in a folder; a file named by itself is always taken.
  static let extensions: Set<String> = [
    "pdf", "tif", "tiff", "png", "jpg", "jpeg", "jpe", "jfif",
  ]

  /// Gathers documents from files and folders.
  ///
  /// Throws `InputError`. Hidden files and the output folder are passed over in silence.
  public init(paths: [String], grouping: Grouping, output: String?) throws(InputError) {
    var found: [(name: String, file: String)] = []
    var passedOver: [String] = []
    let outputPath = output.map(Self.absolute)
    for path in paths {
      guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
      let root = Self.absolute(path)
      guard Self.isFolder(path) else {
        found.append((URL(fileURLWithPath: path).lastPathComponent, root))
        continue
      }
      if let outputPath, root == outputPath { throw .overlaps(input: path, output: outputPath) }
      for relative in Self.files(below: root, except: outputPath) {
        let ending = URL(fileURLWithPath: relative).pathExtension.lowercased()
        if Self.extensions.contains(ending) {
          found.append((relative, root + "/" + relative))
        } else {
          passedOver.append(path + "/" + relative)
        }
      }
    }
    found = Self.distinct(found)
    documents = try Self.grouped(found, grouping).sorted { naturallyPrecedes($0.name, $1.name) }
    self.passedOver = passedOver
    for document in documents {
      guard let outputPath else { break }
      let target = "\(outputPath)/\(document.name)"
      if FileManager.default.fileExists(atPath: target), !Self.isFolder(target) {
        throw .occupied(document: document.name, path: target)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isLink(_ path: String) -> Bool {
    // What is no link has no destination, and that is all that is asked.
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private static func files(below root: String, except output: String?) -> [String] {
    var result: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let path = folder.isEmpty ? root : root + "/" + folder
      // A folder that cannot be read is reported by the run as an input with no files.
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for entry in entries where !entry.hasPrefix(".") {
        let relative = folder.isEmpty ? entry : folder + "/" + entry
        let full = root + "/" + relative
        guard FileManager.default.fileExists(atPath: full) else { continue }
        if !Self.isFolder(full) {
          result.append(relative)
        } else if full != output, !Self.isLink(full) {
          // A linked folder may lead back here, and what it holds is read where it lies.
          folders.append(relative)
        }
      }
    }
    return result.sorted(by: naturallyPrecedes)
  }

  /// The same file named twice is one document; two files of one name get a number.
  private static func distinct(
    _ found: [(name: String, file: String)]
  ) -> [(name: String, file: String)] {
    // Bytes, not letters: two files whose names differ only in composition are two files.
    var files: Set<[UInt8]> = []
    var names: Set<[UInt8]> = []
    var result: [(name: String, file: String)] = []
    for (name, file) in found where files.insert(Array(absolute(file).utf8)).inserted {
      var unique = name
      var number = 2
      while !names.insert(Array(unique.utf8)).inserted {
        unique = "\(name)~\(number)"
        number += 1
      }
      result.append((unique, file))
    }
    return result
  }

  private static func grouped(
    _ found: [(name: String, file: String)], _ grouping: Grouping
  ) throws(InputError) -> [DocumentSource] {
    switch grouping.kind {
    case .file:
      return found.map { DocumentSource(name: $0.name, files: [$0.file]) }
    case .folder:
      // By the folder itself: two folders of one name are two documents.
      let folders = groups(found) { _, file in
        URL(fileURLWithPath: file).deletingLastPathComponent().path
      }
      let named = folders.map { folder -> (name: String, document: DocumentSource) in
        let inside = found.first { $0.file == folder.files[0] }?.name ?? folder.name
        let name =
          inside.contains("/")
          ? String(inside[..<(inside.lastIndex(of: "/") ?? inside.endIndex)])
          : URL(fileURLWithPath: folder.name).lastPathComponent
        return (name, folder)
      }.sorted { $0.document.name < $1.document.name }
      let distinct = distinct(named.map { (name: $0.name, file: $0.document.name) })
      return zip(distinct, named).map {
        DocumentSource(name: $0.name, files: $1.document.files)
      }
    case .pattern:
      let pattern = grouping.pattern ?? ""
      guard let expression = try? NSRegularExpression(pattern: pattern),
        expression.numberOfCaptureGroups == 1
      else { throw .badPattern(pattern) }  // the only way it can fail, and the error says so
      return groups(found) { name, _ in
        let range = NSRange(name.startIndex..., in: name)
        guard let match = expression.firstMatch(in: name, range: range),
          let group = Range(match.range(at: 1), in: name)
        else { return name }
        return String(name[group])
      }
    }
  }

  private static func groups(
    _ found: [(name: String, file: String)], by key: (String, String) -> String
  ) -> [DocumentSource] {
    Dictionary(grouping: found) { key($0.name, $0.file) }.map { name, members in
      DocumentSource(
        name: name,
        files: members.sorted { naturallyPrecedes($0.name, $1.name) }.map(\.file))
    }
  }
}

/// Whether one name stands before another as people count: `2.jpg` before `10.jpg`.
public func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
  let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    let (x, y) = (a[i], b[j])
    guard ("0"..."9").contains(x), ("0"..."9").contains(y) else {
      if x != y { return x < y }
      i += 1
      j += 1
      continue
    }
    let first = digits(a, from: &i)
    let second = digits(b, from: &j)
    if first.count != second.count { return first.count < second.count }
    if first != second { return first.lexicographicallyPrecedes(second) }
  }
  if a.count - i != b.count - j { return a.count - i < b.count - j }
  return left < right
}

/// The digits from a position on without leading zeros; moves the position behind them.
private func digits(_ text: [Unicode.Scalar], from position: inout Int) -> [Unicode.Scalar] {
  let start = position
  while position < text.count, ("0"..."9").contains(text[position]) { position += 1 }
  return Array(text[start..<position].drop { $0 == "0" })
}
