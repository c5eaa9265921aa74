import Archiving
import QPDF

extension Mutation {
  /// Each breaks one requirement of a level that part 2 words otherwise or does not have.
  static var ofOtherLevels: [Mutation] { ofPart1 + sharedWithPart1 + ofPart3 }

  private static var ofPart1: [Mutation] {
    [
      Mutation("6.1.4-3", "an object stream", on: .pdfA1b, stream(["Type": .name("ObjStm")])),
      Mutation("6.1.10-3", "JPEG 2000", on: .pdfA1b, stream(["Filter": .name("JPXDecode")])),
      Mutation(
        "6.1.11-1", "an attachment", on: .pdfA1b,
        set(\.catalog, "Extra", dictionary(["EF": dictionary([:])]))),
      Mutation("6.1.12-2", "a large real", on: .pdfA1b, set(\.catalog, "Extra", .real(40_000.5))),
      Mutation(
        "6.1.12-3", "a long string", on: .pdfA1b,
        set(\.catalog, "Extra", .string([UInt8](repeating: 65, count: 65_536)))),
      Mutation(
        "6.1.12-5", "a long array", on: .pdfA1b,
        set(\.catalog, "Extra", .array((0..<8_192).map { .integer($0) }))),
      Mutation(
        "6.1.12-6", "a large dictionary", on: .pdfA1b,
        set(
          \.catalog, "Extra",
          .dictionary(
            Dictionary(uniqueKeysWithValues: (0..<4_096).map { ("k\($0)", .integer($0)) })))),
      Mutation(
        "6.1.12-9", "nine inks", on: .pdfA1b,
        resource(
          "ColorSpace",
          .array([
            .name("DeviceN"), .array((0..<9).map { .name("ink\($0)") }), .name("DeviceRGB"),
            dictionary([:]),
          ]))),
      Mutation(
        "6.1.13-1", "layers", on: .pdfA1b,
        set(\.catalog, "OCProperties", dictionary(["D": dictionary(["Name": .text("x")])]))),
      Mutation(
        "6.4-1", "a soft mask", on: .pdfA1b,
        resource("ExtGState", dictionary(["SMask": dictionary(["S": .name("Alpha")])]))),
      Mutation(
        "6.4-2", "a transparency group", on: .pdfA1b,
        set(\.page, "Group", dictionary(["S": .name("Transparency"), "CS": .name("DeviceRGB")]))),
      Mutation(
        "6.4-3", "a blend mode", on: .pdfA1b,
        resource("ExtGState", dictionary(["BM": .name("Multiply")]))),
      Mutation(
        "6.4-4", "half opacity", on: .pdfA1b, resource("ExtGState", dictionary(["ca": .real(0.5)]))),
      Mutation(
        "6.5.2-1", "a polygon", on: .pdfA1b,
        annotation(["Subtype": .name("Polygon"), "AP": dictionary(["N": dictionary([:])])])),
      Mutation(
        "6.5.3-3", "two appearances", on: .pdfA1b,
        annotation([
          "Subtype": .name("Square"),
          "AP": dictionary(["N": dictionary([:]), "D": dictionary([:])]),
        ])),
      Mutation(
        "6.7.2-2", "packed metadata", on: .pdfA1b,
        { draft, parts in
          let id = try draft.addDeflated(bytes: packet(claiming(.pdfA1b)))
          try draft.set("Metadata", of: parts.catalog, to: .reference(id))
        }),
    ]
  }

  /// The same breach under the number that part 1 gives it.
  private static var sharedWithPart1: [Mutation] {
    [
      Mutation("6.1.10-1", "LZW", on: .pdfA1b, stream(["Filter": .name("LZWDecode")])),
      Mutation(
        "6.1.12-10", "a CID of 65 536", on: .pdfA1b,
        encoding("1 begincidchar <0009> 65536 endcidchar")),
      Mutation("6.1.10-2", "LZW in line", on: .pdfA1b, content(inlineImage("/LZW"))),
      Mutation("6.1.6-1", "an odd string", on: .pdfA1b, content("/x <</s <ABC>>> DP")),
      Mutation("6.1.6-2", "no digit", on: .pdfA1b, content("/x <</s <4G>>> DP")),
      Mutation("6.2.3.3-2", "CMYK", on: .pdfA1b, content("0 0 0 1 k")),
      Mutation("6.2.4-3", "smoothing", on: .pdfA1b, set(\.image, "Interpolate", .bool(true))),
      Mutation(
        "6.3.3.2-1", "no map to glyphs", on: .pdfA1b, set(\.descendant, "CIDToGIDMap", .null)),
      Mutation(
        "6.6.1-1", "JavaScript", on: .pdfA1b,
        set(\.catalog, "OpenAction", dictionary(["S": .name("JavaScript"), "JS": .text("x")]))),
      Mutation("6.7.11-2", "part 2", on: .pdfA1b, metadata(claiming(part: 2, "B"))),
      Mutation("6.7.11-3", "level U", on: .pdfA1b, metadata(claiming(part: 1, "U"))),
    ]
  }

  private static var ofPart3: [Mutation] {
    [
      Mutation(
        "6.8-1", "an attachment of unknown type", on: .pdfA3u,
        { draft, parts in
          let attachment = try parts.required(parts.attachment)
          guard
            let file = try draft.object(attachment).entries?["EF"]?.entries?["F"]?.id
          else { return }
          try draft.set("Subtype", of: file, to: .null)
        }),
      Mutation("6.8-2", "an attachment without a name", on: .pdfA3u, setAttachment("UF", .null)),
      Mutation("6.8-3", "an attachment of nothing", on: .pdfA3u, set(\.catalog, "AF", .null)),
      Mutation(
        "6.8-4", "an unknown relation", on: .pdfA3u,
        setAttachment("AFRelationship", .name("Friend"))),
      Mutation("6.2.11.7.2-1", "no map to Unicode", on: .pdfA3u, set(\.font, "ToUnicode", .null)),
      Mutation("6.6.4-2", "part 2 in part 3", on: .pdfA3b, metadata(claiming(part: 2, "B"))),
    ]
  }
}

private func setAttachment(
  _ key: String, _ value: PDFObject
) -> @Sendable (inout PDFDraft, Parts) throws -> Void {
  { draft, parts in
    try draft.set(key, of: try parts.required(parts.attachment), to: value)
  }
}
