/// The properties of an XMP metadata packet (ISO 16684-1), as far as PDF/A asks for them.
public struct XMPPacket: Sendable, Equatable {
  /// The namespaces that PDF/A speaks of.
  public enum Namespace: String, Sendable {
    /// The PDF/A identification schema.
    case pdfaid = "http://www.aiim.org/pdfa/ns/id/"
    /// Dublin Core.
    case dc = "http://purl.org/dc/elements/1.1/"
    /// Adobe PDF.
    case pdf = "http://ns.adobe.com/pdf/1.3/"
    /// XMP basic.
    case xmp = "http://ns.adobe.com/xap/1.0/"
    /// PDF/A extension schema containers.
    case pdfaExtension = "http://www.aiim.org/pdfa/ns/extension/"
  }

  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private let texts: [XMLTree.Name: [String]]
  /// The properties that an extension schema of the packet describes.
  public let described: Set<Property>
  /// Whether every extension schema says all that it must.
  public let isCompletelyDescribed: Bool

  /// Reads a packet; nil when it is not well-formed or holds no RDF.
  public init?(_ bytes: [UInt8]) {
    guard let root = XMLTree(bytes), let description = Self.find("RDF", in: root) else {
      return nil
    }
    var texts: [XMLTree.Name: [String]] = [:]
    var schemas: [XMLTree] = []
    let container = XMLTree.Name(space: Namespace.pdfaExtension.rawValue, local: "schemas")
    for node in description.children where node.name == .init(space: Self.rdf, local: "Description")
    {
      for (name, value) in node.attributes where name.space != Self.rdf {
        texts[name, default: []].append(value)
      }
      for child in node.children {
        texts[child.name, default: []] += Self.values(of: child)
        if child.name == container { schemas += child.listItems }
      }
    }
    self.texts = texts
    (described, isCompletelyDescribed) = Self.described(by: schemas)
  }

  /// All values of a property; a list or a set of languages has several.
  public func values(_ name: String, _ space: Namespace) -> [String] {
    texts[.init(space: space.rawValue, local: name)] ?? []
  }

  /// The first value of a property, nil when it is absent.
  public func value(_ name: String, _ space: Namespace) -> String? { values(name, space).first }

  /// All properties, in order.
  public var properties: [Property] {
    texts.keys.map { Property(space: $0.space, name: $0.local) }
      .sorted { ($0.space, $0.name) < ($1.space, $1.name) }
  }

  /// The level of PDF/A that is claimed, such as `2U`; nil when none is.
  public var claimedLevel: String? {
    guard let part = value("part", .pdfaid), (1...2).contains(part.count),
      part.allSatisfy(\.isNumber)
    else { return nil }
    // PDF/A-4 has no conformance entry in its plain form.
    return part + String((value("conformance", .pdfaid) ?? "").prefix(1))
  }

  private static func find(_ local: String, in tree: XMLTree) -> XMLTree? {
    if tree.name == .init(space: rdf, local: local) { return tree }
    for child in tree.children {
      if let found = find(local, in: child) { return found }
    }
    return nil
  }

  private static func values(of property: XMLTree) -> [String] {
    let items = property.listItems
    return items.isEmpty ? [property.text] : items.map(\.text)
  }
}
