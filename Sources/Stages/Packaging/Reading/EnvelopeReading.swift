import Foundation
import Zip

/// Reads an envelope, whoever wrote it.
///
/// Tolerant: names by their local part in any order, any prefix, empty elements, stray text behind the
/// root, UTF-16, a zip that calls itself a PDF. Strict where tolerance is a danger: no document type,
/// no folder in a name, no attachment that unpacks to more than `limitBytes`.
public func receivedEnvelope(
  _ bytes: [UInt8], limitBytes: Int = 200 << 20
) throws(EnvelopeReadingError) -> ReceivedEnvelope {
  var reader = XMLElementReader(utf8(bytes))
  let (root, hasTail) = try reader.document()
  let top = XMLElement(name: "", children: [root])
  guard let header = top.descendant("MessageHeader") else {
    throw .notAnEnvelope(missing: "MessageHeader")
  }
  guard let sender = header.child("From"), let from = Agency(sender) else {
    throw .notAnEnvelope(missing: "From/OrganId")
  }
  if header.child("StatusCode") != nil {
    return .status(try statusReport(header, from: from))
  }
  var oddities = hasTail ? ["text behind the root element"] : []
  let attachments = try attachments(
    of: top, oddities: &oddities, limitBytes: limitBytes)
  if !manifestFits(top) { oddities.append("a manifest that does not fit the attachments") }
  return .document(
    document(
      header, top.descendant("Bussiness"), from: from, attachments: attachments,
      oddities: oddities))
}

private func document(
  _ header: XMLElement, _ business: XMLElement?, from: Agency,
  attachments: [ReceivedAttachment], oddities: [String]
) -> ReceivedDocument {
  var oddities = oddities
  let promulgation = header.child("PromulgationInfo")
  let dateText = promulgation?.text("PromulgationDate")
  let date = dateText.flatMap(tolerantDate)
  if dateText != nil, date == nil { oddities.append("a date that is none") }
  if header.text("DocumentId") == nil { oddities.append("no DocumentId") }
  let type = business?.text("BussinessDocType").flatMap { Int($0) }
  let action = type.flatMap(BusinessAction.init)
  if type != nil, action == nil { oddities.append("an unknown BussinessDocType") }
  let signer = header.child("SignerInfo").map {
    SignedBy(
      competence: $0.text("Competence"), position: $0.text("Position"),
      fullName: $0.text("FullName"))
  }
  return ReceivedDocument(
    from: from, to: header.all("To").compactMap(Agency.init),
    documentId: header.text("DocumentId"),
    number: header.child("Code")?.text("CodeNumber"),
    notation: header.child("Code")?.text("CodeNotation"), date: date,
    place: promulgation?.text("Place"),
    typeName: header.child("DocumentType")?.text("TypeName"), subject: header.text("Subject"),
    signer: signer, dueDate: header.text("DueDate").flatMap(tolerantDate),
    priority: header.child("OtherInfo")?.text("Priority").flatMap { Int($0) } ?? 0,
    toPlaces: header.all("ToPlaces").flatMap { $0.all("Place") }.compactMap(\.text),
    responseFor: header.all("ResponseFor").compactMap(DocumentReference.init),
    action: action ?? .new, actsOn: business?.text("DocumentId"),
    reason: business?.text("BussinessDocReason"),
    replaces: business?.all("ReplacementInfoList").flatMap { $0.all("ReplacementInfo") }
      .compactMap { $0.text("DocumentId") } ?? [],
    attachments: attachments, oddities: oddities)
}

private func statusReport(
  _ header: XMLElement, from: Agency
) throws(EnvelopeReadingError) -> StatusReport {
  guard let code = header.text("StatusCode") else { throw .notAnEnvelope(missing: "StatusCode") }
  guard let about = header.child("ResponseFor").flatMap(DocumentReference.init) else {
    throw .notAnEnvelope(missing: "ResponseFor")
  }
  let staff = header.child("StaffInfo").map {
    Staff(
      department: $0.text("Department"), name: $0.text("Staff"), mobile: $0.text("Mobile"),
      email: $0.text("Email"))
  }
  return StatusReport(
    from: from, about: about, staff: staff, code: code.count == 1 ? "0\(code)" : code,
    reason: header.text("Description"), timestamp: header.text("Timestamp"))
}

private func attachments(
  of top: XMLElement, oddities: inout [String], limitBytes: Int
) throws(EnvelopeReadingError) -> [ReceivedAttachment] {
  // Outside the envelope as a rule, inside it in some.
  let list = top.descendant("AttachmentEncoded")?.all("Attachment") ?? []
  var result: [ReceivedAttachment] = []
  for (index, entry) in list.enumerated() {
    guard let encoded = entry.child("ContentTransferEncoded"),
      let data = Data(
        base64Encoded: Data(encoded.content.filter { $0 > 0x20 }))
    else { throw .badAttachment(index + 1) }
    let given = entry.text("AttachmentName") ?? "attachment-\(index + 1)"
    let name = plainFileName(given)
    if name != given { oddities.append("a folder in the name of attachment \(index + 1)") }
    var bytes = [UInt8](data)
    if isZip(bytes), !isZipName(name) {
      // What is no zip by its name was packed by the sender's library, under a name of no meaning.
      guard let file = singleFile(inZip: bytes, limitBytes: limitBytes) else {
        throw .badAttachment(index + 1)
      }
      bytes = file
    }
    result.append(
      ReceivedAttachment(name: name, bytes: bytes, description: entry.text("Description")))
  }
  return result
}

/// Whether manifest and attachments name each other, each once; a missing manifest fits everything.
private func manifestFits(_ top: XMLElement) -> Bool {
  // Some write `cid:`, some do not, and one library writes it twice.
  func bare(_ element: XMLElement) -> String {
    var id = element.text("ContentId") ?? ""
    while id.hasPrefix("cid:") { id.removeFirst(4) }
    return id
  }
  guard let manifest = top.descendant("edXMLManifest") else { return true }
  let listed = manifest.all("Reference").map(bare)
  let attached = (top.descendant("AttachmentEncoded")?.all("Attachment") ?? []).map(bare)
  return Set(listed).count == listed.count && listed.sorted() == attached.sorted()
}

private func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

/// Whether a file of that name is a zip by nature.
private func isZipName(_ name: String) -> Bool {
  let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return [
    "zip", "docx", "xlsx", "pptx", "docm", "xlsm", "odt", "ods", "odp", "jar", "epub",
  ].contains(ending) && name.contains(".")
}

/// The last part of a name, without folders and without what a file system cannot carry.
///
/// File systems take 255 bytes; what is too long loses the end of its stem and keeps its ending.
private func plainFileName(_ name: String) -> String {
  let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
  let clean = last.precomposedStringWithCanonicalMapping.filter { $0 >= " " && $0 != "\u{7F}" }
  if clean.isEmpty || clean.allSatisfy({ $0 == "." }) { return "attachment" }
  guard clean.utf8.count > 200 else { return clean }
  let parts = clean.split(separator: ".", omittingEmptySubsequences: false)
  let ending = parts.count > 1 ? parts.last.map { ".\($0)" } ?? "" : ""
  let kept = ending.utf8.count <= 20 ? ending : ""
  var stem = clean.dropLast(kept.count)
  while stem.utf8.count + kept.utf8.count > 200 { stem.removeLast() }
  return stem + kept
}

/// `yyyy/MM/dd`, or `dd/MM/yyyy` as older systems write; a time behind it is passed over.
private func tolerantDate(_ text: String) -> CalendarDate? {
  let day = text.split { $0 == " " || $0 == "T" }.first.map(String.init) ?? text
  if let date = CalendarDate(slashed: day) ?? CalendarDate(iso: day) { return date }
  let parts = day.split(separator: "/").map(String.init)
  guard parts.count == 3, parts[2].count == 4 else { return nil }
  return CalendarDate(
    year: Int(parts[2]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[0]) ?? 0)
}

/// The bytes as UTF-8; those of UTF-16 are told by their mark or by their zeros.
private func utf8(_ bytes: [UInt8]) -> [UInt8] {
  let encoding: String.Encoding? =
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00]) {
      .utf16LittleEndian
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C]) {
      .utf16BigEndian
    } else {
      nil
    }
  guard let encoding, let text = String(data: Data(bytes), encoding: encoding) else {
    return bytes
  }
  return Array(text.drop { $0 == "\u{FEFF}" }.utf8)
}

extension Agency {
  fileprivate init?(_ element: XMLElement) {
    guard let id = element.text("OrganId") else { return nil }
    self.init(
      id: id, name: element.text("OrganName"), inCharge: element.text("OrganizationInCharge"),
      address: element.text("OrganAdd"), email: element.text("Email"),
      telephone: element.text("Telephone"), fax: element.text("Fax"),
      website: element.text("Website"))
  }
}

extension DocumentReference {
  /// Nil for an empty one, which some systems store.
  fileprivate init?(_ element: XMLElement) {
    self.init(
      organId: element.text("OrganId"), code: element.text("Code"),
      date: element.text("PromulgationDate").flatMap(tolerantDate),
      documentId: element.text("DocumentId"))
    if organId == nil, code == nil, documentId == nil { return nil }
  }
}
