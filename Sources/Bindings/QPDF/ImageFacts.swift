/// What the dictionary of an image says about its samples.
public struct ImageFacts: Sendable, Equatable {
  /// The kinds of colour space.
  public enum ColorSpace: Sendable, Equatable {
    /// DeviceGray, CalGray.
    case gray
    /// DeviceRGB, CalRGB.
    case rgb
    /// DeviceCMYK.
    case cmyk
    /// ICCBased with so many components.
    case icc(components: Int)
    /// A palette: the components of its base and its bytes.
    case indexed(baseComponents: Int, palette: [UInt8])
    /// Lab, Separation, DeviceN, and whatever is not known, with its name.
    case other(String)
    /// No colour space is given: masks, and JPEG 2000 that carries its own.
    case none
  }

  /// The image.
  public let id: ObjectID
  /// Samples a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Bits a component; nil for JPEG 2000 that carries its own.
  public let bitsPerComponent: Int?
  /// The colour space.
  public let colorSpace: ColorSpace
  /// The filters in the order in which they are undone.
  public let filters: [String]
  /// The parameters of each filter.
  public let parameters: [[String: PDFObject]]
  /// The map from samples to colours, nil when it is not given.
  public let decode: [Double]?
  /// Whether it is a stencil that paints with the current colour.
  public let isStencil: Bool
  /// Whether a soft mask, a stencil mask or a colour key makes parts of it transparent.
  public let isMasked: Bool
  /// Whether a viewer is asked to smooth it.
  public let isInterpolated: Bool
  /// Whether optional content, alternates or OPI hang on it.
  public let hasExtras: Bool

  /// Reads an image dictionary; nil when it has no size.
  public init?(_ id: ObjectID, _ entries: [String: PDFObject], resolving: (PDFObject?) -> PDFObject)
  {
    let width = resolving(entries["Width"]).integer ?? 0
    let height = resolving(entries["Height"]).integer ?? 0
    // No image format here reaches further; products of two stay far below 2⁶³.
    guard (1...1_000_000).contains(width), (1...1_000_000).contains(height) else { return nil }
    self.id = id
    self.width = width
    self.height = height
    isStencil = resolving(entries["ImageMask"]).bool ?? false
    bitsPerComponent = isStencil ? 1 : resolving(entries["BitsPerComponent"]).integer
    colorSpace = Self.colorSpace(resolving(entries["ColorSpace"]), resolving: resolving)
    let filter = resolving(entries["Filter"])
    let names = filter.array?.map(resolving) ?? [filter]
    filters = names.compactMap(\.name)
    let parms = resolving(entries["DecodeParms"])
    let all = parms.array?.map(resolving) ?? [parms]
    let count = filters.count
    parameters = (0..<count).map { index in
      let own = index < all.count ? all[index].entries ?? [:] : [:]
      return own.filter { $0.key != "JBIG2Globals" }.mapValues { resolving($0) }
        .merging(own.filter { $0.key == "JBIG2Globals" }) { first, _ in first }
    }
    decode = resolving(entries["Decode"]).array?.compactMap { resolving($0).number }
    isMasked =
      !resolving(entries["SMask"]).isNull || !resolving(entries["Mask"]).isNull
      || (resolving(entries["SMaskInData"]).integer ?? 0) != 0
    isInterpolated = resolving(entries["Interpolate"]).bool ?? false
    hasExtras = ["OC", "Alternates", "OPI"].contains { entries[$0] != nil }
  }

  /// Components a pixel as stored; nil when only the stream knows.
  public var components: Int? {
    switch colorSpace {
    case .gray, .indexed: 1
    case .rgb: 3
    case .cmyk: 4
    case .icc(let components): components
    case .other: nil
    case .none: isStencil ? 1 : nil
    }
  }

  /// Whether `decode` changes nothing.
  public var hasPlainDecode: Bool {
    guard let decode, !decode.isEmpty else { return true }
    if case .indexed = colorSpace {
      return decode == [0, Double((1 << (bitsPerComponent ?? 8)) - 1)]
    }
    return decode.enumerated().allSatisfy { $0.element == Double($0.offset % 2) }
  }

  private static func colorSpace(
    _ object: PDFObject, resolving: (PDFObject?) -> PDFObject
  ) -> ColorSpace {
    if object.isNull { return .none }
    if let name = object.name {
      switch name {
      case "DeviceGray", "CalGray": return .gray
      case "DeviceRGB", "CalRGB": return .rgb
      case "DeviceCMYK": return .cmyk
      default: return .other(name)
      }
    }
    guard let items = object.array, let family = resolving(items.first).name else {
      return .other("?")
    }
    switch family {
    case "DeviceGray", "CalGray": return .gray
    case "DeviceRGB", "CalRGB": return .rgb
    case "DeviceCMYK": return .cmyk
    case "ICCBased":
      let count = items.count > 1 ? resolving(resolving(items[1]).entries?["N"]).integer ?? 0 : 0
      return [1, 3, 4].contains(count) ? .icc(components: count) : .other(family)
    case "Indexed", "I":
      guard items.count == 4 else { return .other(family) }
      let base: Int
      switch colorSpace(resolving(items[1]), resolving: { resolving($0) }) {
      case .gray: base = 1
      case .rgb: base = 3
      case .icc(let components): base = components
      default: return .other(family)
      }
      // A palette kept as a stream is left to the renderer.
      return .indexed(baseComponents: base, palette: resolving(items[3]).bytes ?? [])
    default: return .other(family)
    }
  }
}
