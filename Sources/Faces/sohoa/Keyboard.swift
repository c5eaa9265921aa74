import Foundation

/// Standard input one key at a time: from a terminal without Enter, from a pipe sign by sign.
struct Keyboard {
  /// The next key; nil at the end of input, at Ctrl-C and Ctrl-D.
  func key() -> Character? {
    while let byte = unbuffered() {
      switch byte {
      case 3, 4: return nil
      // A pipe has its lines; at a terminal Enter is no key of ours.
      case 10, 13, 32: continue
      default: return Character(Unicode.Scalar(byte))
      }
    }
    return nil
  }

  /// The next line without its end; nil at the end of input.
  func line() -> String? {
    var bytes: [UInt8] = []
    while let byte = next() {
      if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// A byte from a terminal that for this moment neither waits for Enter nor shows what is typed.
  private func unbuffered() -> UInt8? {
    var before = termios()
    guard unsafe tcgetattr(0, &before) == 0 else { return next() }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    unsafe tcsetattr(0, TCSANOW, &raw)
    defer { unsafe tcsetattr(0, TCSANOW, &before) }
    return next()
  }

  private func next() -> UInt8? {
    var byte: UInt8 = 0
    return unsafe read(0, &byte, 1) == 1 ? byte : nil
  }
}
