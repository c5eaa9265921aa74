extension XMPPacket {
  /// A property by its namespace and name.
  public struct Property: Sendable, Hashable {
    /// The namespace.
    public let space: String
    /// The name without a prefix.
    public let name: String
  }

  /// The properties that the packet describes in its PDF/A extension schemas (ISO 19005-1 6.7.8).
  ///
  /// A description that lacks something describes nothing: `complete` is false then.
  static func described(by schemas: [XMLTree]) -> (properties: Set<Property>, complete: Bool) {
    var properties: Set<Property> = []
    var complete = true
    for schema in schemas {
      guard let space = schema.field("namespaceURI", .schema), !space.isEmpty,
        schema.field("schema", .schema) != nil, schema.field("prefix", .schema) != nil
      else {
        complete = false
        continue
      }
      for property in schema.items("property", .schema) {
        guard let name = property.field("name", .property),
          property.field("valueType", .property) != nil,
          property.field("description", .property) != nil,
          ["internal", "external"].contains(property.field("category", .property) ?? "")
        else {
          complete = false
          continue
        }
        properties.insert(Property(space: space, name: name))
      }
    }
    return (properties, complete)
  }
}

extension XMPPacket.Property {
  /// Whether XMP itself or PDF/A knows the property, so that no extension schema is needed.
  public var isStandard: Bool {
    if let names = Self.known[space] { return names.contains(name) }
    return Self.openSchemas.contains(space)
  }

  /// The schemas that scanners and office programs write to, with all their properties.
  private static let known: [String: Set<String>] = [
    XMPPacket.Namespace.dc.rawValue: words(
      """
      contributor coverage creator date description format identifier language publisher relation \
      rights source subject title type
      """),
    XMPPacket.Namespace.pdf.rawValue: words("Keywords PDFVersion Producer Trapped"),
    XMPPacket.Namespace.xmp.rawValue: words(
      """
      Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname \
      Rating Thumbnails
      """),
    XMPPacket.Namespace.pdfaid.rawValue: words("part amd corr conformance rev"),
    XMPPacket.Namespace.pdfaExtension.rawValue: words("schemas"),
    "http://www.w3.org/XML/1998/namespace": words("lang"),
  ]

  /// Standard schemas whose many properties are not told apart.
  private static let openSchemas: Set<String> = [
    "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/bj/", "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}

/// The namespaces in which extension schemas are described.
private enum Describing: String {
  case schema = "http://www.aiim.org/pdfa/ns/schema#"
  case property = "http://www.aiim.org/pdfa/ns/property#"
}

extension XMLTree {
  /// The text of a field of a structure, as an element or as an attribute.
  fileprivate func field(_ name: String, _ space: Describing) -> String? {
    let full = Name(space: space.rawValue, local: name)
    return inner.attributes[full] ?? inner.children.first { $0.name == full }?.text
  }

  /// The items of a list that a field of a structure holds.
  fileprivate func items(_ name: String, _ space: Describing) -> [XMLTree] {
    let full = Name(space: space.rawValue, local: name)
    return inner.children.first { $0.name == full }?.listItems ?? []
  }

  /// A structure may stand in an `rdf:Description` of its own.
  private var inner: XMLTree {
    let description = Name(space: XMPPacket.rdf, local: "Description")
    return children.first { $0.name == description } ?? self
  }

  /// The items of the list in this element, empty when there is none.
  var listItems: [XMLTree] {
    let lists = ["Alt", "Seq", "Bag"].map { Name(space: XMPPacket.rdf, local: $0) }
    return children.first { lists.contains($0.name) }?.children ?? []
  }
}
