import Foundation
import Glibc

/// A request as it came in.
struct Request: Sendable {
  let method: String
  let path: String
  /// Names in lower case.
  let headers: [String: String]
  let body: [UInt8]
}

/// What is done with a connection after a request.
enum Answer: Sendable {
  /// Headers and body are sent.
  case reply(status: Int, contentType: String, body: [UInt8])
  /// As `reply`, and half of the body is missing.
  case half(body: [UInt8])
  /// The connection is closed.
  case close
}

/// A listener on loopback: one thread a connection, one request a connection.
///
/// A server of one's own, because faults must be made where no library lets one: in the middle of a
/// request, and between taking a message and answering.
struct Server {
  let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (Request) -> Answer

  struct CannotListen: Error, CustomStringConvertible {
    let reason: String
    var description: String { "cannot listen on 127.0.0.1: \(reason)" }
  }

  init(port: UInt16, answer: @escaping @Sendable (Request) -> Answer) throws {
    signal(SIGPIPE, SIG_IGN)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    unsafe setsockopt(
      listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    var length = size
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        let bound = unsafe bind(listener, general, size)
        guard bound == 0, listen(listener, 512) == 0 else { return Int32(-1) }
        return unsafe getsockname(listener, general, &length)
      }
    }
    guard listener >= 0, status == 0 else {
      throw CannotListen(reason: unsafe String(cString: strerror(errno)))
    }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
    self.answer = answer
  }

  /// Serves until a time.
  func serve(until end: Date) {
    while Date() < end {
      var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, 200) > 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      let answer = self.answer
      Thread.detachNewThread {
        Self.talk(on: connection, answer)
        close(connection)
      }
    }
  }

  private static func talk(on connection: Int32, _ answer: (Request) -> Answer) {
    guard let request = read(from: connection) else { return }
    switch answer(request) {
    case .reply(let status, let contentType, let body):
      write(head(status, contentType, length: body.count) + body, to: connection)
    case .half(let body):
      let half = Array(body.prefix(body.count / 2))
      write(
        head(200, "application/json;charset=UTF-8", length: body.count) + half, to: connection)
    case .close: break
    }
  }

  private static func head(_ status: Int, _ contentType: String, length: Int) -> [UInt8] {
    Array(
      ("HTTP/1.1 \(status) \(status == 200 ? "OK" : "Error")\r\nContent-Type: \(contentType)\r\n"
        + "Content-Length: \(length)\r\nConnection: close\r\n\r\n").utf8)
  }

  /// Reads a whole request; nil when the peer goes away before its end.
  private static func read(from connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var searched = 0
    while true {
      if let end = endOfHead(bytes, from: searched) {
        return request(head: bytes[..<end], rest: Array(bytes[(end + 4)...]), on: connection)
      }
      searched = max(0, bytes.count - 3)
      guard bytes.count < 1 << 16, let more = receive(from: connection) else { return nil }
      bytes += more
    }
  }

  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 4 <= bytes.count {
      if bytes[at] == 13, bytes[at + 1] == 10, bytes[at + 2] == 13, bytes[at + 3] == 10 {
        return at
      }
      at += 1
    }
    return nil
  }

  private static func request(
    head: ArraySlice<UInt8>, rest: [UInt8], on connection: Int32
  ) -> Request? {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    if headers["expect"]?.lowercased() == "100-continue" {
      write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection)
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    var body = rest
    body.reserveCapacity(length)
    while body.count < length {
      guard let more = receive(from: connection) else { return nil }
      body += more
    }
    return Request(
      method: String(words[0]), path: String(words[1]), headers: headers, body: body)
  }

  private static func receive(from connection: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe recv(connection, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe send(
          connection, buffer.baseAddress?.advanced(by: written), bytes.count - written, 0)
      }
      guard count > 0 else { return }
      written += count
    }
  }
}
