import Foundation

/// A message that was taken.
struct Message: Codable, Sendable {
  var docId: String
  let type: String
  let from: String
  let to: [String]
  let title: String
  let notation: String
  let documentId: String
  let sentAt: String
  /// Whether the axis took it a second time by itself.
  let bySelf: Bool
}

/// One receiver's copy of a message.
struct Copy: Sendable {
  let docId: String
  let message: Message
  let to: String
  var status = "initial"
  var updatedAt: String

  var statusWords: String {
    switch status {
    case "initial": "Khởi tạo"
    case "processing": "Đang xử lý"
    case "done": "Hoàn thành"
    default: "Lỗi"
    }
  }
}

/// Everything that was taken, in order; with a folder it outlives the process.
///
/// `accepted.jsonl` in the folder has a line a message, which is what tests count.
struct Book: Sendable {
  private var copies: [Copy] = []
  private var files: [String: [UInt8]] = [:]
  private var byReceiver: [String: [Int]] = [:]
  private var bySender: [String: [Int]] = [:]
  private var byCopy: [String: Int] = [:]
  private var taken = 0
  private let folder: String?
  private let journal: FileHandle?

  init(folder: String?) throws {
    self.folder = folder
    guard let folder else {
      journal = nil
      return
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/accepted.jsonl"
    let old = FileManager.default.contents(atPath: path) ?? Data()
    if old.isEmpty { try Data().write(to: URL(fileURLWithPath: path)) }
    journal = FileHandle(forWritingAtPath: path)
    try journal?.seekToEnd()
    for line in old.split(separator: 0x0A) {
      // A line that a kill cut short was never answered.
      guard let message = try? JSONDecoder().decode(Message.self, from: Data(line)) else {
        continue
      }
      add(message)
    }
  }

  /// Takes a message and gives it its name; nil when it cannot be stored.
  mutating func take(_ message: Message, _ file: [UInt8]) -> String? {
    var message = message
    message.docId = Self.name(taken + 1, length: 24)
    if let folder {
      let path = "\(folder)/\(message.docId).edxml"
      var line = Axis.encoded(message)
      line.append(0x0A)
      do {
        try Data(file).write(to: URL(fileURLWithPath: path))
        try journal?.write(contentsOf: Data(line))
      } catch {
        return nil
      }
    } else {
      files[message.docId] = file
    }
    add(message)
    return message.docId
  }

  func copies(to codes: [String]) -> [Copy] {
    codes.flatMap { byReceiver[$0] ?? [] }.map { copies[$0] }
  }

  func copies(from codes: [String]) -> [Copy] {
    codes.flatMap { bySender[$0] ?? [] }.map { copies[$0] }
  }

  func file(ofCopy docId: String, to codes: [String]) -> [UInt8]? {
    guard let index = byCopy[docId], codes.contains(copies[index].to) else { return nil }
    let name = copies[index].message.docId
    guard let folder else { return files[name] }
    return FileManager.default.contents(atPath: "\(folder)/\(name).edxml").map { [UInt8]($0) }
  }

  /// False when there is no such copy.
  mutating func set(_ status: String, ofCopy docId: String, to codes: [String], at time: String)
    -> Bool
  {
    guard let index = byCopy[docId], codes.contains(copies[index].to) else { return false }
    copies[index].status = status
    copies[index].updatedAt = time
    return true
  }

  private mutating func add(_ message: Message) {
    taken += 1
    for receiver in message.to {
      let digits = Array(Self.name(copies.count + 1, length: 32))
      let docId = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        .joined(separator: "-")
      byReceiver[receiver, default: []].append(copies.count)
      bySender[message.from, default: []].append(copies.count)
      byCopy[docId] = copies.count
      copies.append(
        Copy(docId: docId, message: message, to: receiver, updatedAt: message.sentAt))
    }
  }

  private static func name(_ number: Int, length: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: length - digits.count) + digits
  }
}
