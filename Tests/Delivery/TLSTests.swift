import Foundation
import HTTP
import Testing

/// `openssl s_server` with a certificate of its own.
private final class TLSPeer {
  let folder: String
  let endpoint: String
  private let process = Process()

  init(name: String) throws {
    folder = NSTemporaryDirectory() + "sohoa-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let make = Process()
    make.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    make.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
      "2", "-subj", "/CN=axis", "-addext", "subjectAltName=\(name)", "-keyout", "\(folder)/key.pem",
      "-out", "\(folder)/certificate.pem",
    ]
    make.standardError = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-key", "\(folder)/key.pem", "-cert",
      "\(folder)/certificate.pem", "-www",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
      let more = output.fileHandleForReading.readData(ofLength: 1)
      if more.isEmpty { break }
      text += String(decoding: more, as: UTF8.self)
    }
    let port = try #require(text.split(separator: ":").last?.trimmingCharacters(in: .newlines))
    endpoint = "https://127.0.0.1:\(port)"
  }

  deinit {
    kill(process.processIdentifier, SIGKILL)
    // What cannot be removed stays for the system to sweep.
    try? FileManager.default.removeItem(atPath: folder)
  }
}

@Suite struct `A server that speaks TLS` {
  private func end(of peer: TLSPeer, trusting authority: String?) -> Result<Int, HTTPFailure> {
    let request = HTTPRequest(method: "GET", endpoint: peer.endpoint, path: "/", headers: [])
    return Result { () throws(HTTPFailure) -> Int in
      try HTTPClient(authority: authority, totalSeconds: 20).exchange(request).status
    }
  }

  @Test func `is refused when nobody vouches for it`() throws {
    let peer = try TLSPeer(name: "IP:127.0.0.1")
    guard case .failure(let failure) = end(of: peer, trusting: nil) else {
      Issue.record("it was trusted")
      return
    }
    #expect(failure.isUntrusted)
    #expect(failure.stage == .notConnected)
  }

  @Test func `is refused under another name`() throws {
    let peer = try TLSPeer(name: "DNS:other.example")
    guard case .failure(let failure) = end(of: peer, trusting: peer.folder + "/certificate.pem")
    else {
      Issue.record("it was trusted")
      return
    }
    #expect(failure.isUntrusted)
  }

  @Test func `is heard when the operator's certificate is trusted`() throws {
    let peer = try TLSPeer(name: "IP:127.0.0.1")
    #expect(end(of: peer, trusting: peer.folder + "/certificate.pem") == .success(200))
  }
}
