import FoundationEssentials

/// What stands beside an envelope in a folder; no time in it, so that a repeat is the same bytes.
struct Manifest: Codable, Equatable {
  let schema: String
  let file: String
  let sha256: String
  let byteCount: Int
  let documentId: String
  let receivers: [String]

  init(of shipment: Shipment) {
    schema = "sohoa.manifest/1"
    file = shipment.fileName
    sha256 = shipment.sha256
    byteCount = shipment.envelope.count
    documentId = shipment.documentId
    receivers = shipment.receivers
  }

  /// JSON with sorted keys.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and numbers always encode.
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a manifest of strings and numbers encodes")
    }
    return Array(data) + [0x0A]
  }
}
