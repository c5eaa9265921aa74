/// The number and generation under which a document keeps an object.
public struct ObjectID: Sendable, Hashable, Comparable {
  /// The object number, from 1.
  public let number: Int32
  /// The generation, 0 in almost every file.
  public let generation: Int32

  /// Makes an id; whether an object of that id exists is asked of a document.
  public init(number: Int32, generation: Int32 = 0) {
    self.number = number
    self.generation = generation
  }

  /// By number, then by generation.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.number, left.generation) < (right.number, right.generation)
  }
}

/// One object of a PDF as a value; objects that stand elsewhere in the file are references.
public indirect enum PDFObject: Sendable, Equatable {
  /// `null`, and anything that cannot be read.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a point.
  case real(Double)
  /// A string, as its bytes.
  case string([UInt8])
  /// A name, without the slash.
  case name(String)
  /// An array.
  case array([PDFObject])
  /// A dictionary; keys without the slash.
  case dictionary([String: PDFObject])
  /// The dictionary of a stream; the data is asked of the document.
  case stream([String: PDFObject])
  /// An object kept under a number.
  case reference(ObjectID)
  /// An operator of a content stream.
  case op(String)
  /// The data of an inline image, left out.
  case inlineImage

  /// The name, nil for other kinds.
  public var name: String? {
    if case .name(let name) = self { name } else { nil }
  }

  /// The number, whole or not; nil for other kinds.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The whole number, nil for other kinds.
  public var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The truth value, nil for other kinds.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The bytes of a string, nil for other kinds.
  public var bytes: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  /// The items of an array, nil for other kinds.
  public var array: [PDFObject]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The entries of a dictionary or of a stream's dictionary, nil for other kinds.
  public var entries: [String: PDFObject]? {
    switch self {
    case .dictionary(let entries), .stream(let entries): entries
    default: nil
    }
  }

  /// The id of a reference, nil for other kinds.
  public var id: ObjectID? {
    if case .reference(let id) = self { id } else { nil }
  }

  /// Whether it is a stream.
  public var isStream: Bool {
    if case .stream = self { true } else { false }
  }

  /// Whether it is `null`.
  public var isNull: Bool { self == .null }

  /// The text of a string: UTF-16 or UTF-8 with a mark, else PDFDocEncoding read as Latin-1.
  public var text: String? {
    guard let bytes else { return nil }
    if bytes.starts(with: [0xFE, 0xFF]) {
      var units: [UInt16] = []
      for at in stride(from: 2, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// A text string: as ASCII where that suffices, else UTF-16 with its mark (ISO 32000-1 7.9.2.2).
  public static func text(_ text: String) -> PDFObject {
    if text.utf8.allSatisfy({ $0 < 0x7F && $0 >= 0x20 }) { return .string(Array(text.utf8)) }
    return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }
}
