import CCrypto
import Foundation

/// A running SHA-256 digest (FIPS 180-4) over OpenSSL's EVP interface.
///
/// Threads: one at a time. Ownership: the state is freed with the value. Errors: OpenSSL can only
/// fail here for want of memory, which ends the process.
@safe public struct SHA256: ~Copyable {
  private let state: OpaquePointer

  /// Starts a digest over no bytes.
  public init() {
    guard let state = unsafe ccrypto_sha256_new() else {
      preconditionFailure("no memory for a SHA-256 state")
    }
    unsafe self.state = state
  }

  deinit { unsafe ccrypto_sha256_free(state) }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let status = unsafe ccrypto_sha256_update(state, bytes.baseAddress, bytes.count)
    precondition(status == 1)
  }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// Ends the digest and gives it as 64 lower-case hexadecimal digits.
  public consuming func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let status = unsafe ccrypto_sha256_final(state, &digest)
    precondition(status == 1)
    return hexadecimal(digest)
  }

  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hex()
  }

  /// The digest of a file, read in chunks; nil when it cannot be read to its end.
  public static func hex(ofFile path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }  // it was only read: closing cannot lose anything
    var digest = SHA256()
    do {
      while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
        digest.update([UInt8](chunk))
      }
    } catch {
      return nil
    }
    return digest.hex()
  }
}

/// HMAC-SHA256 (RFC 2104) of some bytes under a key, as 64 lower-case hexadecimal digits.
///
/// The corresponding C function is OpenSSL's `HMAC`, which fails only for want of memory.
public func hmacSHA256(of bytes: [UInt8], key: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  let status = unsafe ccrypto_hmac_sha256(key, key.count, bytes, bytes.count, &digest)
  precondition(status == 1)
  return hexadecimal(digest)
}

/// Two lower-case hexadecimal digits a byte.
private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }.joined()
}
