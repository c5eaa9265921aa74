import Digest
public import HTTP

/// One call of the national axis, before it is signed.
///
/// Every parameter travels in a header and all headers are signed together; the body is signed only
/// by `hash-file`, and only in `sendEdoc`. So TLS is what protects the rest.
public struct VXPCall: Sendable, Equatable {
  /// One logical parameter.
  public struct Parameter: Sendable, Equatable {
    /// The name without the prefix, such as `messagetype`.
    public let name: String
    /// The value; ASCII, for headers carry nothing else safely.
    public let value: String

    /// Makes a parameter.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What is sent behind the headers.
  public enum Body: Sendable, Equatable {
    /// A GET.
    case none
    /// A POST of no bytes.
    case empty
    /// A POST of a JSON text.
    case json(String)
    /// A POST of an `.edxml` file.
    case file([UInt8])
  }

  /// The name, such as `sendEdoc`.
  public let name: String
  /// The parameters of this call alone.
  public let parameters: [Parameter]
  /// What is sent behind the headers.
  public let body: Body

  /// Makes a call.
  public init(_ name: String, _ parameters: [Parameter] = [], body: Body = .empty) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}

/// Who calls the national axis, and where it is.
public struct VXPAccount: Sendable, Equatable {
  /// The address without a final slash; the path of a call is put behind it.
  public let endpoint: String
  /// The system's id, as the operator gave it.
  public let systemId: String
  private let secret: Secret
  private let hashForm: HashForm

  /// How the digest of a file is written.
  public enum HashForm: String, Sendable, Codable, CaseIterable {
    /// As the vendor's client writes it: no zero in front of small bytes.
    case vendor
    /// As everybody else does: 64 digits.
    case padded
  }

  /// Makes an account.
  public init(
    endpoint: String, systemId: String, secret: Secret, hashForm: HashForm = .vendor
  ) {
    self.endpoint = endpoint
    self.systemId = systemId
    self.secret = secret
    self.hashForm = hashForm
  }

  /// The signed request, the same bytes as the vendor's client sends.
  ///
  /// `timestamp` is `ddMMyyyy'T'HHmmss+SSSS`, made afresh for each request.
  public func request(for call: VXPCall, timestamp: String) -> HTTPRequest {
    let contentType =
      if case .file = call.body { "application/octet-stream" } else { "application/json" }
    var parameters = [
      VXPCall.Parameter("timestamp", timestamp), .init("systemid", systemId),
      .init("Content-Type", contentType),
    ]
    for parameter in call.parameters { parameters.set(parameter) }
    if case .file(let bytes) = call.body {
      let digest = hashForm == .vendor ? unpaddedSHA256(bytes) : SHA256.hex(of: bytes)
      parameters.set(.init("hash-file", digest))
    }
    let ordered = parameters.inJavaOrder
    let signed =
      "{"
      + ordered.map { "\"XroadVnpt-\(escaped($0.name))\":\"\(escaped($0.value))\"" }
      .joined(separator: ",") + "}"
    let isFile = contentType == "application/octet-stream"
    var headers: [HTTPRequest.Header] = isFile ? [.init("Content-Type", contentType)] : []
    for parameter in ordered {
      if parameter.name == "Content-Type", !isFile {
        headers.append(.init("Content-Type", contentType))
      }
      headers.append(.init("XroadVnpt-\(parameter.name)", parameter.value))
    }
    headers += [
      .init("XroadVnpt-sign-header-key", ordered.map(\.name).joined(separator: ";")),
      .init("XroadVnpt-sign-header", signed),
      .init(
        "XroadVnpt-hash-header",
        hmacSHA256(of: Array(signed.utf8), key: Array(secret.value.utf8))),
      .init("User-Agent", "JAVASDKAgent/1.0.0 XRoad/VPCP"),
      .init("XroadVnpt-version", "3.0.201608"),
    ]
    return HTTPRequest(
      method: call.body == .none ? "GET" : "POST", endpoint: endpoint, path: "/\(call.name)",
      headers: headers, body: call.body.bytes)
  }
}

extension VXPCall.Body {
  /// The bytes of the body; nil for a GET.
  ///
  /// The vendor's client always ends a file with CR LF.
  fileprivate var bytes: [UInt8]? {
    switch self {
    case .none: nil
    case .empty: []
    case .json(let text): Array(text.utf8)
    case .file(let bytes): bytes + [0x0D, 0x0A]
    }
  }
}

extension [VXPCall.Parameter] {
  /// Puts a parameter in its predecessor's place, or behind the others.
  fileprivate mutating func set(_ parameter: VXPCall.Parameter) {
    if let index = firstIndex(where: { $0.name == parameter.name }) {
      self[index] = parameter
    } else {
      append(parameter)
    }
  }

  /// The order of a Java `HashMap`, which is what the vendor's client sends.
  ///
  /// A table of 16 places, doubled while it is more than three quarters full; the place is that of
  /// `h ^ h >>> 16` of `String.hashCode`; within a place the order of insertion stays.
  fileprivate var inJavaOrder: [VXPCall.Parameter] {
    var places = 16
    while count * 4 > places * 3 { places *= 2 }
    func place(_ name: String) -> Int {
      let hash = name.utf16.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
      return Int((hash ^ hash >> 16) & UInt32(places - 1))
    }
    return enumerated().sorted { left, right in
      (place(left.element.name), left.offset) < (place(right.element.name), right.offset)
    }.map(\.element)
  }
}

/// SHA-256 in hexadecimal without the zero in front of small bytes: a defect that the axis expects.
package func unpaddedSHA256(_ bytes: [UInt8]) -> String {
  let digits = Array(SHA256.hex(of: bytes))
  return stride(from: 0, to: digits.count, by: 2).map { index in
    digits[index] == "0" ? String(digits[index + 1]) : String(digits[index...index + 1])
  }.joined()
}

/// JSON's escapes as the vendor's writer makes them: quotes, backslashes, control characters only.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\n": result += "\\n"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A JSON array of texts, as the parameter `to` carries the receivers.
func jsonArray(_ texts: [String]) -> String {
  "[" + texts.map { "\"\(escaped($0))\"" }.joined(separator: ",") + "]"
}
