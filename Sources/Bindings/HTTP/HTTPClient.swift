internal import CCurl

/// Exchanges requests for answers over libcurl.
///
/// Threads: any number at the same time; each exchange has a connection of its own, is never
/// repeated and never redirected. The server must prove who it is (TLS 1.2 and up); there is no
/// switch against that. Ownership: all bytes are copied out. Errors: `HTTPFailure`.
public struct HTTPClient: Sendable, Equatable {
  /// A PEM file that is trusted in place of the system's authorities; nil for those.
  public let authority: String?
  /// How long a connection may take to stand, in seconds.
  public let connectSeconds: Int
  /// How long an exchange may take in all, in seconds.
  public let totalSeconds: Int
  /// The longest answer, in bytes.
  public let limitBytes: Int

  /// Makes a client.
  public init(
    authority: String? = nil, connectSeconds: Int = 15, totalSeconds: Int = 300,
    limitBytes: Int = 256 << 20
  ) {
    self.authority = authority
    self.connectSeconds = connectSeconds
    self.totalSeconds = totalSeconds
    self.limitBytes = limitBytes
  }

  /// curl_global_init must run once and before all else.
  private static let isReady: Bool = ccurl_start() == 0

  /// Sends one request and waits for the whole answer.
  ///
  /// The corresponding C function is `curl_easy_perform`.
  public func exchange(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    guard Self.isReady else {
      throw HTTPFailure(stage: .notConnected, isUntrusted: false, reason: "curl_global_init")
    }
    let lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    // Without a line of its own libcurl asks "Expect: 100-continue" for large bodies, and some
    // servers never answer that.
    let texts = (lines + ["Expect:"]).map { Array($0.utf8CString) }
    let body = request.body ?? (request.method == "POST" ? [] : nil)
    // A pointer into no bytes is nil, and nil means that there is no body.
    let padded = (body ?? []) + [0]
    var reply = unsafe ccurl_reply()
    unsafe withPointers(to: texts) { headers in
      unsafe padded.withUnsafeBufferPointer { bytes in
        unsafe request.method.withCString { method in
          unsafe (request.endpoint + request.path).withCString { url in
            unsafe withOptionalCString(authority) { authority in
              var asked = unsafe ccurl_request(
                method: method, url: url, headers: headers.baseAddress,
                header_count: headers.count, body: body == nil ? nil : bytes.baseAddress,
                body_size: body?.count ?? 0, authority: authority,
                connect_milliseconds: connectSeconds * 1000,
                total_milliseconds: totalSeconds * 1000, limit_bytes: limitBytes)
              unsafe ccurl_perform(&asked, &reply)
            }
          }
        }
      }
    }
    defer { unsafe ccurl_reply_free(&reply) }
    guard unsafe reply.code == 0 else { throw unsafe failure(reply) }
    let answer = unsafe UnsafeBufferPointer(start: reply.body, count: reply.body_size)
    return unsafe HTTPResponse(
      status: reply.status,
      contentType: reply.content_type.map { unsafe String(cString: $0) },
      body: Array(answer))
  }

  private func failure(_ reply: ccurl_reply) -> HTTPFailure {
    let words = unsafe withUnsafeBytes(of: reply.reason) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    // CURLE_SSL_CONNECT_ERROR, PEER_FAILED_VERIFICATION, SSL_CACERT_BADFILE, SSL_ISSUER_ERROR.
    let isUntrusted = unsafe [35, 60, 77, 83].contains(reply.code)
    return unsafe HTTPFailure(
      stage: reply.began == 1 ? .noAnswer : .notConnected, isUntrusted: isUntrusted,
      reason: "libcurl \(reply.code) \(words)")
  }
}

/// Lends NUL-terminated texts as an array of pointers.
private func withPointers<Result>(
  to texts: [[CChar]], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let flat = texts.flatMap { $0 }
  return unsafe flat.withUnsafeBufferPointer { buffer in
    var start = 0
    var pointers: [UnsafePointer<CChar>?] = unsafe []
    for text in texts {
      unsafe pointers.append(buffer.baseAddress?.advanced(by: start))
      start += text.count
    }
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0) }
  }
}

private func withOptionalCString<Result>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  guard let text else { return body(nil) }
  return unsafe text.withCString { unsafe body($0) }
}
