/// One HTTP/1.1 request, complete: nothing is added to it but Host, Accept and Content-Length.
public struct HTTPRequest: Sendable, Equatable {
  /// One header line.
  public struct Header: Sendable, Equatable {
    /// The name, as it is written.
    public let name: String
    /// The value; no control characters.
    public let value: String

    /// Makes a header.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// `GET` or `POST`.
  public let method: String
  /// The address without the path.
  public let endpoint: String
  /// The path, which is put behind the endpoint.
  public let path: String
  /// The headers, in the order they are sent.
  public let headers: [Header]
  /// The body; nil when there is none, which for a POST means one of no bytes.
  public let body: [UInt8]?

  /// Makes a request.
  public init(
    method: String, endpoint: String, path: String, headers: [Header], body: [UInt8]? = nil
  ) {
    self.method = method
    self.endpoint = endpoint
    self.path = path
    self.headers = headers
    self.body = body
  }
}

/// A whole answer.
public struct HTTPResponse: Sendable, Equatable {
  /// The status, such as 200.
  public let status: Int
  /// The media type as the server named it; nil when it named none.
  public let contentType: String?
  /// The body.
  public let body: [UInt8]

  /// Makes a response.
  public init(status: Int, contentType: String?, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }
}

/// Why no whole answer came.
public struct HTTPFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// How far the exchange went.
  public enum Stage: String, Sendable, Codable {
    /// No connection stood: the server cannot have seen the request.
    case notConnected
    /// A connection stood: the server may have taken the request.
    case noAnswer
  }

  /// How far the exchange went.
  public let stage: Stage
  /// Whether the server could not prove who it is.
  public let isUntrusted: Bool
  /// libcurl's number and words; never a header or a body.
  public let reason: String

  /// The stage and the reason.
  public var description: String { "\(stage.rawValue): \(reason)" }
}
