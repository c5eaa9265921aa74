import QPDF

extension Mutation {
  /// Each breaks one requirement and no other.
  ///
  /// Computed, because LeakSanitizer does not see into the enums of a global.
  static var all: [Mutation] {
    [
      Mutation("6.1.7.1-3", "a stream in another file", stream(["F": .text("x")])),
      Mutation("6.1.7.2-1", "LZW", stream(["Filter": .name("LZWDecode")])),
      Mutation("6.1.10-1", "LZW in line", content(inlineImage("/LZW"))),
      Mutation("6.1.10-1", "Crypt in line", content(inlineImage("[/AHx /Crypt]"))),
      Mutation(
        "6.1.12-1", "an unknown permission", set(\.catalog, "Perms", dictionary(["X": .integer(1)]))
      ),
      Mutation("6.1.13-1", "a large number", set(\.catalog, "Extra", .integer(1 << 40))),
      Mutation("6.1.6-1", "an odd hexadecimal string in content", content("/x <</s <ABC>>> DP")),
      Mutation("6.1.13-1", "a large number in content", content("/x <</n 4294967296>> DP")),
      Mutation(
        "6.1.13-2", "a huge real", content("4" + String(repeating: "0", count: 38) + ".5 w")),
      Mutation(
        "6.1.13-3", "a long string in content",
        content("/x <</s (" + String(repeating: "s", count: 32_768) + ")>> DP")),
      Mutation(
        "6.1.13-5", "a tiny real", content("0." + String(repeating: "0", count: 39) + "1 w")),
      Mutation(
        "6.1.13-9", "33 inks",
        resource(
          "ColorSpace",
          .array([
            .name("DeviceN"), .array((0..<33).map { .name("ink\($0)") }), .name("DeviceRGB"),
            dictionary([:]),
          ]))),
      Mutation(
        "6.1.13-3", "a long string",
        set(\.catalog, "Extra", .string([UInt8](repeating: 65, count: 32_768)))),
      Mutation(
        "6.1.13-4", "a long name",
        set(\.catalog, "Extra", .name(String(repeating: "n", count: 128)))),
      Mutation(
        "6.1.13-8", "29 saved states",
        content(String(repeating: "q ", count: 29) + String(repeating: "Q ", count: 29))),
      Mutation(
        "6.1.13-10", "a CID of 65 536 at the end of a range",
        encoding("1 begincidrange <0000> <0001> 65535 endcidrange")),
      Mutation(
        "6.1.13-10", "a CID of 65 536 by itself",
        encoding(
          "1 begincidrange <0000> <FFFF> 0 endcidrange 1 begincidchar <0009> 65536 endcidchar")),
      Mutation(
        "6.1.13-10", "a CID of 65 536 in the map that a map is built on",
        { draft, parts in
          let map = "1 begincidchar <0009> 65536 endcidchar"
          let base = try draft.addStream(["Type": .name("CMap")], bytes: Array(map.utf8))
          try encoding("", on: .reference(base))(&draft, parts)
        }),
      Mutation(
        "6.1.13-11", "a page of two units",
        set(\.page, "TrimBox", .array([0, 0, 2, 9].map { .integer($0) }))),
      Mutation("6.2.2-1", "an unknown operator", content("BX 1 xyz EX")),
      Mutation(
        "6.2.4.2-1", "a broken profile",
        { draft, parts in
          let profile = try draft.addStream(["N": .integer(3)], bytes: [1, 2, 3])
          try resource("ColorSpace", .array([.name("ICCBased"), .reference(profile)]))(
            &draft, parts)
        }),
      Mutation("6.2.4.3-3", "CMYK", content("0 0 0 1 k")),
      Mutation(
        "6.2.5-1", "a transfer function",
        resource("ExtGState", dictionary(["TR": .name("Identity")]))
      ),
      Mutation(
        "6.2.5-2", "another transfer function",
        resource("ExtGState", dictionary(["TR2": .name("Identity")]))),
      Mutation(
        "6.2.5-3", "a halftone phase",
        resource("ExtGState", dictionary(["HTP": .array([.integer(0), .integer(0)])]))),
      Mutation("6.2.6-1", "an unknown intent", set(\.image, "Intent", .name("Pretty"))),
      Mutation(
        "6.2.10-1", "an unknown blend mode",
        resource("ExtGState", dictionary(["BM": .name("Glow")]))),
      Mutation("6.2.8-1", "alternates", set(\.image, "Alternates", .array([]))),
      Mutation("6.2.8-2", "OPI in an image", set(\.image, "OPI", dictionary([:]))),
      Mutation("6.2.8-3", "smoothing", set(\.image, "Interpolate", .bool(true))),
      Mutation(
        "6.2.8.3-1", "two channels in JPEG 2000",
        stream(["Filter": .name("JPXDecode"), "Subtype": .name("Image")], twoChannels)),
      Mutation("6.2.9-1", "OPI in a form", stream(form.merging(["OPI": dictionary([:])]) { $1 })),
      Mutation("6.2.9-2", "PostScript", stream(["Subtype": .name("PS")])),
      Mutation(
        "6.2.9-3", "a reference to another file",
        stream(form.merging(["Ref": dictionary([:])]) { $1 })),
      Mutation("6.2.11.3.2-1", "no map to glyphs", set(\.descendant, "CIDToGIDMap", .null)),
      Mutation("6.2.11.5-1", "other widths", set(\.descendant, "DW", .integer(900))),
      Mutation("6.2.11.7.2-1", "no map to Unicode", set(\.font, "ToUnicode", .null)),
      Mutation(
        "6.2.11.7.2-2", "U+FEFF as text",
        { draft, parts in
          let map =
            "1 beginbfrange <0000> <FFFF> <0041> endbfrange 1 beginbfchar <0009> <FEFF> endbfchar"
          let id = try draft.addStream([:], bytes: Array(map.utf8))
          try draft.set("ToUnicode", of: parts.font, to: .reference(id))
        }),
      Mutation(
        "6.2.11.8-1", "glyph 0",
        { draft, parts in
          let id = try draft.addStream([:], bytes: [UInt8](repeating: 0, count: 200))
          try draft.set("CIDToGIDMap", of: parts.descendant, to: .reference(id))
        }),
      Mutation(
        "6.3.1-1", "a film",
        annotation(["Subtype": .name("Movie"), "AP": dictionary(["N": dictionary([:])])])),
      Mutation("6.3.2-1", "no flags", annotation(["Subtype": .name("Link"), "F": .null])),
      Mutation(
        "6.3.2-2", "a hidden note", annotation(["Subtype": .name("Link"), "F": .integer(6)])),
      Mutation("6.3.3-1", "no appearance", annotation(["Subtype": .name("Square")])),
      Mutation(
        "6.4.1-3", "new appearances",
        set(\.catalog, "AcroForm", dictionary(["NeedAppearances": .bool(true)]))),
      Mutation("6.4.2-1", "XFA", set(\.catalog, "AcroForm", dictionary(["XFA": .text("x")]))),
      Mutation(
        "6.5.1-1", "JavaScript",
        set(\.catalog, "OpenAction", dictionary(["S": .name("JavaScript"), "JS": .text("x")]))),
      Mutation(
        "6.5.1-2", "an unknown named action",
        set(\.catalog, "OpenAction", dictionary(["S": .name("Named"), "N": .name("Print")]))),
      Mutation("6.5.2-1", "additional actions", set(\.page, "AA", dictionary([:]))),
      Mutation("6.6.2.1-4", "an encoding", metadata(claim, header: " encoding=\"UTF-8\"")),
      Mutation("6.6.2.3-1", "an unknown schema", metadata(claim + "<own:x>1</own:x>")),
      Mutation("6.6.2.3-1", "an unknown property", metadata(claim + "<dc:smell>1</dc:smell>")),
      Mutation("6.6.2.3-2", "a schema without a type", metadata(claim + incompleteSchema)),
      Mutation(
        "6.6.3-1", "another producer",
        { draft, _ in
          let info = dictionary(["Producer": .text("other")])
          try draft.setTrailer("Info", to: .reference(try draft.add(info)))
        }),
      Mutation(
        "6.6.3-1", "another day",
        { draft, _ in
          let info = dictionary([
            "Producer": .text("sohoa"), "CreationDate": .text("D:20250101"),
          ])
          try draft.setTrailer("Info", to: .reference(try draft.add(info)))
        }),
      Mutation("6.6.4-2", "part 3", metadata(claim.replacing("part>2", with: "part>3"))),
      Mutation("6.6.4-3", "level B", metadata(claim.replacing(">U<", with: ">B<"))),
      Mutation(
        "6.8-1", "an attachment", set(\.catalog, "Extra", dictionary(["EF": dictionary([:])]))),
      Mutation(
        "6.9-1", "layers without a name",
        set(\.catalog, "OCProperties", dictionary(["D": dictionary([:])]))),
      Mutation(
        "6.9-4", "layers by usage",
        set(
          \.catalog, "OCProperties",
          dictionary(["D": dictionary(["Name": .text("x"), "AS": .array([])])]))),
      Mutation("6.10-1", "a presentation", set(\.page, "PresSteps", dictionary([:]))),
      Mutation("6.11-1", "requirements", set(\.catalog, "Requirements", .array([]))),
    ]
  }
}

/// An extension schema whose only property has no type.
private let incompleteSchema = """
  <pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag>\
  <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>own</pdfaSchema:schema>\
  <pdfaSchema:namespaceURI>http://example.com/own/</pdfaSchema:namespaceURI>\
  <pdfaSchema:prefix>own</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
  <rdf:li rdf:parseType="Resource"><pdfaProperty:name>y</pdfaProperty:name>\
  <pdfaProperty:category>internal</pdfaProperty:category>\
  <pdfaProperty:description>none</pdfaProperty:description></rdf:li></rdf:Seq>\
  </pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
  """

/// One black pixel between the operators, behind a filter.
func inlineImage(_ filter: String) -> String {
  "q BI /W 8 /H 1 /IM true /F \(filter) ID 00> EI Q "
}
