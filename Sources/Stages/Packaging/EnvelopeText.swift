import Digest
import FoundationEssentials

/// The text of an envelope, everything but the attachment's bytes already laid out.
///
/// Prefixes, order, two-blank indent and CR LF are those of the vendor's writer. All names are in
/// one namespace, yet one receiver is said to refuse other prefixes: so the pattern is kept exactly.
struct EnvelopeText {
  private let head: [UInt8]
  private let pdf: [UInt8]
  private let tail: [UInt8]

  static let namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
  private static let lineEnd = "\r\n"
  /// A multiple of 3, so that chunks join without padding: 768 KiB in, 1 MiB out.
  private static let chunkBytes = 786_432

  init(header: CompleteHeader, pdf: [UInt8]) {
    let attachment = Attachment(
      contentId: contentId(
        documentId: header.documentId, attachmentSHA256: SHA256.hex(of: pdf)),
      name: attachmentName(number: header.number, notation: header.notation))
    let encoded = #"<edXML:ContentTransferEncoded xmlns:edXML="\#(Self.namespace)">"#
    var writer = XMLLines()
    writer.line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    writer.element(#"edXML xmlns="\#(Self.namespace)""#) { root in
      root.element(#"edXML:edXMLEnvelope xmlns:edXML="\#(Self.namespace)""#) { envelope in
        envelope.element("edXML:edXMLHeader") { element in
          element.write(header)
          if let business = header.values.business {
            element.write(
              business, from: header.values.from.id ?? "", to: header.values.to)
          }
        }
        envelope.element("edXML:edXMLBody") { $0.writeManifest(of: attachment) }
      }
      root.element("AttachmentEncoded") { list in
        list.element("Attachment") { entry in
          entry.value("ContentId", attachment.contentId)
          entry.value("AttachmentName", attachment.name)
          entry.value("ContentType", attachment.contentType)
          entry.line(encoded + XMLLines.attachmentMark + "</edXML:ContentTransferEncoded>")
        }
      }
    }
    let halves = writer.textAroundAttachment
    head = Array(halves.before.utf8)
    tail = Array(halves.after.utf8)
    self.pdf = pdf
  }

  /// The length of the whole, without making it.
  var byteCount: Int { head.count + (pdf.count + 2) / 3 * 4 + tail.count }

  /// The whole, made in one buffer of the right size; only one chunk is ever copied on the way.
  func bytes() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(byteCount)
    result += head
    var start = 0
    while start < pdf.count {
      let end = min(start + Self.chunkBytes, pdf.count)
      result += Data(pdf[start..<end]).base64EncodedData()
      start = end
    }
    result += tail
    return result
  }
}

/// The one attachment of an envelope, the document itself.
struct Attachment: Sendable, Equatable {
  let contentId: String
  let name: String
  /// Manifest and attachment say the same; the vendor's writer says zip in the manifest.
  let contentType = "application/pdf"
}
