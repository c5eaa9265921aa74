import Foundation

/// What poppler's `pdfsig` says of one digital signature in a PDF.
public struct PDFSignature: Sendable, Equatable, Codable {
  /// The name of the signer's certificate; nil when it cannot be read.
  public let signer: String?
  /// When it says it was made, ISO 8601 with the offset of Vietnam; nil when it does not say.
  public let signedAt: String?
  /// Whether the signature covers the file to its last byte; later changes are not covered.
  public let coversWholeFile: Bool
  /// Whether the signed bytes are what was signed; nil when that could not be told.
  public let isIntact: Bool?
}

/// The signatures of a PDF, in the order of the file; nil when the program `pdfsig` gave no answer.
///
/// A signature takes some hundred bytes of words; what says more than a megabyte is no signature. Certificates are not
/// judged: who is trusted is a matter of the agency, and asking a network is none of a scanner's.
public func signatures(ofPDFAt path: String) -> [PDFSignature]? {
  // The POSIX form needs no table of time zones: Vietnam is seven hours east.
  let printed = output(
    ofProgram: ["pdfsig", "-nocert", URL(fileURLWithPath: path).path],
    environment: ["TZ": "ICT-7", "LC_ALL": "C.UTF-8"], mostBytes: 1 << 20)
  // 2 says that there is none.
  guard let printed, [0, 2].contains(printed.status) else { return nil }
  return pdfSignatures(in: printed.text)
}

/// Reads what `pdfsig` prints.
func pdfSignatures(in text: String) -> [PDFSignature] {
  let blocks = text.components(separatedBy: "Signature #").dropFirst()
  return blocks.map { block in
    func value(_ name: String) -> String? {
      let line = block.split(separator: "\n").first { $0.contains("- \(name): ") }
      return line.map { String($0.drop { $0 != ":" }.dropFirst(2)) }
    }
    let validity = value("Signature Validation")
    let isIntact: Bool? =
      switch validity {
      case "Signature is Valid."?: true
      case "Digest Mismatch."?, "Signature is Invalid."?: false
      default: nil
      }
    return PDFSignature(
      signer: value("Signer Certificate Common Name").flatMap { $0.isEmpty ? nil : $0 },
      signedAt: value("Signing Time").flatMap(signingTime),
      coversWholeFile: block.contains("- Total document signed"), isIntact: isIntact)
  }
}

/// `Nov 28 2026 10:00:00` of Vietnam's clock in ISO 8601.
private func signingTime(_ text: String) -> String? {
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let parts = text.split(separator: " ")
  guard parts.count == 4, let month = months.firstIndex(of: String(parts[0])),
    let day = Int(parts[1]), let year = Int(parts[2]), year > 1970
  else { return nil }
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(year)-\(two(month + 1))-\(two(day))T\(parts[3])+07:00"
}
