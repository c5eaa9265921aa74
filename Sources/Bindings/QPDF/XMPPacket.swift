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

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private let properties: [XMLTree.Name: [String]]

  /// Reads a packet; nil when it is not well-formed or holds no RDF.
  public init?(_ bytes: [UInt8]) {
    guard let root = XMLTree(bytes), let description = Self.find("RDF", in: root) else {
      return nil
    }
    var properties: [XMLTree.Name: [String]] = [:]
    for node in description.children where node.name == .init(space: Self.rdf, local: "Description")
    {
      for (name, value) in node.attributes where name.space != Self.rdf {
        properties[name, default: []].append(value)
      }
      for child in node.children { properties[child.name, default: []] += Self.values(of: child) }
    }
    self.properties = properties
  }

  /// All values of a property; a list or a set of languages has several.
  public func values(_ name: String, _ space: Namespace) -> [String] {
    properties[.init(space: space.rawValue, local: name)] ?? []
  }

  /// The first value of a property, nil when it is absent.
  public func value(_ name: String, _ space: Namespace) -> String? { values(name, space).first }

  /// The namespaces of all properties, in order.
  public var namespaces: [String] { Set(properties.keys.map(\.space)).sorted() }

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
    let containers = ["Alt", "Seq", "Bag"].map { XMLTree.Name(space: rdf, local: $0) }
    guard let list = property.children.first(where: { containers.contains($0.name) }) else {
      return [property.text]
    }
    return list.children.map(\.text)
  }
}
