import Foundation

/// One document to be: its name inside the run and the files it is made of, in page order.
public struct DocumentSource: Sendable, Equatable, Codable {
  /// The path below the output folder and in reports, such as `thang-3/0347.pdf`.
  public let name: String
  /// The files, never empty.
  public let files: [String]
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
  /// The output folder lies inside an input folder or the reverse, so a run would read itself.
  case overlaps(input: String, output: String)
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
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw .missing(path)
      }
      let root = Self.absolute(path)
      guard isFolder.boolValue else {
        found.append((URL(fileURLWithPath: path).lastPathComponent, path))
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
        var isFolder: ObjCBool = false
        let full = root + "/" + relative
        guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else { continue }
        if !isFolder.boolValue {
          result.append(relative)
        } else if full != output {
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
    var files: Set<String> = []
    var names: Set<String> = []
    var result: [(name: String, file: String)] = []
    for (name, file) in found where files.insert(absolute(file)).inserted {
      var unique = name
      var number = 2
      while !names.insert(unique).inserted {
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
      return groups(found) { name, file in
        let folder = URL(fileURLWithPath: name).deletingLastPathComponent().relativePath
        let isTop = folder == "." || folder == "/" || folder.isEmpty
        return isTop
          ? URL(fileURLWithPath: file).deletingLastPathComponent().lastPathComponent
          : String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)])
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
