import Delivery
import Foundation
import HTTP
import Testing

/// One request of the vendor's client, recorded on loopback with made-up values, and its inputs.
private struct Vector: Sendable, Decodable, CustomTestStringConvertible {
  struct Inputs: Sendable, Decodable {
    struct File: Sendable, Decodable {
      let length: Int
      let utf8: String?
      let made_as: String?
    }

    let systemid: String
    let secret: String
    let timestamp: String
    let params_json: String
    let body_json: String?
    let file: File?
  }

  struct Request: Sendable, Decodable {
    let method: String
    let path: String
    let protocol_headers: [[String]]
    let body_length: Int
    let body_sha256: String
  }

  struct Response: Sendable, Decodable {
    let body_utf8: String?
  }

  private struct File: Decodable {
    let vectors: [Vector]
  }

  let id: String
  let call: String
  let inputs: Inputs
  let request: Request
  let response: Response

  var testDescription: String { id }

  var headers: [HTTPRequest.Header] { request.protocol_headers.map { .init($0[0], $0[1]) } }

  static let all: [Vector] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("vxp-vectors.json")
    do {
      return try JSONDecoder().decode(File.self, from: try Data(contentsOf: path)).vectors
    } catch {
      preconditionFailure("the vectors cannot be read: \(error)")
    }
  }()

  /// The envelopes that some replies carry are those that other requests send, by length.
  private static let envelopes: [Int: [UInt8]] = {
    struct Reply: Decodable { let data: String }
    var files: [Int: [UInt8]] = [:]
    for vector in all {
      guard let text = vector.response.body_utf8,
        let reply = try? JSONDecoder().decode(Reply.self, from: Data(text.utf8)),
        let file = Data(base64Encoded: reply.data)
      else { continue }
      files[file.count] = [UInt8](file)
    }
    return files
  }()

  var body: VXPCall.Body {
    if let file = inputs.file {
      if let text = file.utf8 { return .file(Array(text.utf8)) }
      if file.made_as != nil { return .file((0..<40).flatMap { _ in [UInt8](0...255) }) }
      return .file(Self.envelopes[file.length] ?? [])
    }
    if request.method == "GET" { return .none }
    if let json = inputs.body_json { return .json(json) }
    return request.body_length == 0 ? .empty : .json("{}")
  }

  /// The call's parameters in their order; a list or a plain text for `to` is sent as JSON.
  var parameters: [VXPCall.Parameter] {
    let json = inputs.params_json
    let value = try? JSONSerialization.jsonObject(with: Data(json.utf8))
    guard let object = value as? [String: Any] else { return [] }
    let place = { (key: String) in json.range(of: "\"\(key)\"")?.lowerBound ?? json.startIndex }
    return object.keys.sorted { place($0) < place($1) }.map { key in
      switch object[key] {
      case let list as [String]:
        .init(key, "[" + list.map { "\"\($0)\"" }.joined(separator: ",") + "]")
      case let number as Int: .init(key, String(number))
      case let text as String: .init(key, key == "to" ? "\"\(text)\"" : text)
      default: .init(key, "")
      }
    }
  }

  /// What the calls before it on the same client object left behind, and its own.
  ///
  /// One client object of the vendor's carries parameters from call to call; ours never does, so the
  /// leak is played by handing each call what those before it were given.
  var leakedParameters: [VXPCall.Parameter] {
    var leaked: [VXPCall.Parameter] = []
    for vector in Self.all where vector.id.hasPrefix("leak.") {
      var given = vector.parameters
      if case .file = vector.body, vector.id < id {
        given += vector.headers.filter { $0.name == "XroadVnpt-hash-file" }
          .map { .init("hash-file", $0.value) }
      }
      for parameter in given {
        if let index = leaked.firstIndex(where: { $0.name == parameter.name }) {
          leaked[index] = parameter
        } else {
          leaked.append(parameter)
        }
      }
      if vector.id == id { break }
    }
    return leaked
  }
}

@Suite struct `A request to the national axis` {
  @Test(arguments: Vector.all)
  fileprivate func `is the one that was recorded, byte for byte`(vector: Vector) throws {
    let account = VXPAccount(
      endpoint: "http://127.0.0.1:18080", systemId: vector.inputs.systemid,
      secret: Secret(vector.inputs.secret))
    let isLeak = vector.id.hasPrefix("leak.")
    let call = VXPCall(
      vector.call, isLeak ? vector.leakedParameters : vector.parameters, body: vector.body)
    let request = account.request(for: call, timestamp: vector.inputs.timestamp)
    #expect(request.method == vector.request.method)
    #expect(request.path == vector.request.path)
    #expect(request.headers == vector.headers)
    #expect((request.body ?? []).count == vector.request.body_length)
    let digest = Shipment(
      delivery: "", attempt: 1, documentId: "", receivers: [], envelope: request.body ?? [],
      fileName: ""
    ).sha256
    #expect(digest == vector.request.body_sha256)
  }

  @Test func `was recorded 37 times`() { #expect(Vector.all.count == 37) }

  @Test(
    arguments: [
      (1_772_676_930_042, "05032026T091530+0042", "2026/03/05 09:15:30"),
      (1_709_226_000_000, "01032024T000000+0000", "2024/03/01 00:00:00"),
      (1_709_225_999_999, "29022024T235959+0999", "2024/02/29 23:59:59"),
      (1_735_664_399_001, "31122024T235959+0001", "2024/12/31 23:59:59"),
    ] as [(Int64, String, String)])
  func `tells Vietnam's time, with milliseconds where a zone would stand`(
    milliseconds: Int64, timestamp: String, slashed: String
  ) {
    let moment = Moment(milliseconds: milliseconds)
    #expect(moment.axisTimestamp == timestamp)
    #expect(moment.slashed == slashed)
  }

  @Test(arguments: [
    (VXPAccount.HashForm.vendor, "8d55f6c7bf7cd534cf27a10e1bb5731c68279c3cb991cf4844774c685b3758"),
    (.padded, "8d55f6c7bf7cd534cf027a10e1bb5731c68279c3cb991c0f4844774c685b3758"),
  ])
  func `writes the digest of the file in the form that is asked for`(
    form: VXPAccount.HashForm, digest: String
  ) {
    let account = VXPAccount(
      endpoint: "https://a", systemId: "s", secret: Secret("k"), hashForm: form)
    let call = VXPCall("sendEdoc", body: .file(Array("<edXML/>".utf8)))
    let headers = account.request(for: call, timestamp: "t").headers
    #expect(headers.first { $0.name == "XroadVnpt-hash-file" }?.value == digest)
  }

  @Test func `never shows the key`() {
    let account = VXPAccount(
      endpoint: "https://axis.example", systemId: "demo", secret: Secret("k3y-0f-th3-s7st3m"))
    let axis = VXPDestination(axis: VXPAxis(account: account))
    for text in ["\(account)", String(reflecting: account), "\(axis)", axis.destination] {
      #expect(!text.contains("k3y"))
    }
    var dumped = ""
    dump(axis, to: &dumped)
    #expect(!dumped.contains("k3y"))
    let request = account.request(for: VXPCall("getAgenciesList"), timestamp: "t")
    #expect(!"\(request)".contains("k3y"))
  }
}
