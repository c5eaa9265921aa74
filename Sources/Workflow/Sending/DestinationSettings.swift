public import Delivery
public import Findings
import Foundation
import HTTP

/// Where a key is kept: never in a pipeline, a record, or a log.
public struct SecretSource: Sendable, Equatable, Codable {
  /// The environment variable that holds it.
  public let environment: String?
  /// The file that holds it, which only its owner may read.
  public let file: String?
}

/// Where accepted documents go.
///
/// This file is the one that a new kind of destination touches: its keys, its name, its driver.
public struct DestinationSettings: Sendable, Equatable, Codable {
  /// The kinds of destination.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A folder that a document system watches.
    case folder
    /// The national axis.
    case vxp
    /// A provincial gateway.
    case lgsp
  }

  /// The kind of destination.
  public let kind: Kind
  /// The folder, relative to the run's output folder unless absolute.
  public let path: String?
  /// The service's address.
  public let endpoint: String?
  /// The id that the operator gave.
  public let systemId: String?
  /// Where the key is kept.
  public let secret: SecretSource?
  /// A PEM file that is trusted in place of the system's authorities.
  public let authority: String?
  /// How long one exchange may take, in seconds; nil for the client's own limit.
  public let seconds: Int?
  /// How the digest of an envelope is written; nil for the vendor's way.
  public let hashForm: VXPAccount.HashForm?
}

extension DestinationSettings {
  /// Reads the settings of a destination.
  init(_ map: inout SettingReader) throws(PipelineError) {
    kind = try map.choice("kind", of: Kind.self, default: .folder)
    switch kind {
    case .folder:
      path = try map.text("path") ?? "outbox"
      endpoint = nil
      systemId = nil
      secret = nil
      authority = nil
      seconds = nil
      hashForm = nil
    case .vxp, .lgsp:
      path = nil
      var address = try map.requiredText("endpoint")
      // The path of a call is put behind it, and //sendEdoc is another path.
      while address.hasSuffix("/") { address.removeLast() }
      guard Self.isProtected(address) else {
        throw map.wrong("endpoint", .text(address), "https://…")
      }
      endpoint = address
      systemId = try map.requiredText("systemId")
      guard var source = try map.map("secret") else { throw map.missing("secret") }
      secret = SecretSource(
        environment: try source.text("env"), file: try source.text("file"))
      try source.finish()
      guard (secret?.environment == nil) != (secret?.file == nil) else {
        throw map.wrong("secret", .text("{ … }"), "{ env: NAME } | { file: PATH }")
      }
      authority = try map.text("authority")
      seconds = try map.count("seconds", default: 300)
      hashForm = try map.choice("hashFile", of: VXPAccount.HashForm.self, default: .vendor)
    }
  }

  /// A key and a document travel over TLS only; this machine needs none.
  private static func isProtected(_ address: String) -> Bool {
    guard let url = URL(string: address), let host = url.host, url.query == nil else {
      return false
    }
    let isHere = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    return url.scheme == "https" || url.scheme == "http" && isHere
  }

  /// Whether it is reached over a network: a secret document is never released to it.
  var isNetwork: Bool { kind != .folder }

  /// The destination's name in the queue.
  package func name(output: String) -> String {
    switch kind {
    case .folder: FolderDestination(path: folder(output)).destination
    case .vxp: VXPDestination.name(endpoint: endpoint ?? "", systemId: systemId ?? "")
    case .lgsp: GatewayDestination.name(endpoint: endpoint ?? "", systemId: systemId ?? "")
    }
  }

  /// The driver that sends there; it reads the key.
  func driver(output: String) throws(DestinationError) -> any Sending {
    switch kind {
    case .folder: return FolderDestination(path: folder(output))
    case .vxp: return VXPDestination(axis: try axis())
    case .lgsp:
      return GatewayDestination(
        endpoint: endpoint ?? "", systemId: systemId ?? "", secret: try key(), client: client)
    }
  }

  /// The national axis under this account.
  func axis() throws(DestinationError) -> VXPAxis {
    VXPAxis(
      account: VXPAccount(
        endpoint: endpoint ?? "", systemId: systemId ?? "", secret: try key(),
        hashForm: hashForm ?? .vendor), client: client)
  }

  private var client: HTTPClient {
    HTTPClient(authority: authority, totalSeconds: min(seconds ?? 300, Self.longestSeconds))
  }

  /// A lease lasts 900 s, in which one question and one sending must end.
  private static let longestSeconds = 400

  private func folder(_ output: String) -> String {
    let path = path ?? "outbox"
    return path.hasPrefix("/") ? path : "\(output)/\(path)"
  }

  private func key() throws(DestinationError) -> Secret {
    let text: String
    if let name = secret?.environment {
      guard let value = ProcessInfo.processInfo.environment[name] else {
        throw .noVariable(name)
      }
      text = value
    } else {
      let path = secret?.file ?? ""
      guard
        let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        let data = FileManager.default.contents(atPath: path)
      else { throw .noFile(path) }
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
      guard mode & 0o077 == 0 else { throw .openFile(path, mode: mode & 0o777) }
      text = String(decoding: data, as: UTF8.self)
    }
    let key = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !key.isEmpty else { throw .emptyKey }
    return Secret(key)
  }
}

/// Why a destination cannot be used.
public enum DestinationError: Error, Sendable, Equatable {
  /// The environment variable is not set.
  case noVariable(String)
  /// The file with the key cannot be read.
  case noFile(String)
  /// Others than its owner may read the file with the key.
  case openFile(String, mode: Int)
  /// There is a key, of no letters.
  case emptyKey
  /// Nothing that was run here goes to the national axis.
  case noAxis

  /// What is wrong and what to do.
  public var message: Wording {
    switch self {
    case .noVariable(let name):
      Wording(
        vi: "chưa đặt biến môi trường \(name) chứa khóa của hệ thống",
        en: "the environment variable \(name), which holds the system's key, is not set")
    case .noFile(let path):
      Wording(vi: "\(path): không đọc được tệp khóa", en: "\(path): the key cannot be read")
    case .openFile(let path, let mode):
      Wording(
        vi: "\(path): người khác đọc được tệp khóa (quyền \(String(mode, radix: 8))); hãy chạy "
          + "“chmod 600 \(path)”",
        en: "\(path): others may read the key (mode \(String(mode, radix: 8))); run "
          + "“chmod 600 \(path)”")
    case .emptyKey: Wording(vi: "khóa của hệ thống rỗng", en: "the system's key is empty")
    case .noAxis:
      Wording(
        vi: "chưa có đích kiểu vxp; chọn quy trình có destination: { kind: vxp, … }",
        en: "no destination of kind vxp; choose a pipeline with destination: { kind: vxp, … }")
    }
  }
}
