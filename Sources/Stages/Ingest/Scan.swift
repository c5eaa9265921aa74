public import Imaging

/// The kinds of files that are read.
public enum ScanFormat: String, Sendable, Codable, CaseIterable {
  /// Tagged Image File Format 6.0 and BigTIFF, one or many frames.
  case tiff
  /// Portable Network Graphics.
  case png
  /// JPEG/JFIF and EXIF.
  case jpeg
  /// Portable Document Format.
  case pdf
}

/// What proves that a file is the file that was read.
public struct Fixity: Sendable, Hashable, Codable {
  /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The file's length in bytes.
  public let byteCount: Int

  /// Makes a fixity from its digest and length.
  public init(sha256: String, byteCount: Int) {
    self.sha256 = sha256
    self.byteCount = byteCount
  }
}

/// One input file: its identity, its kind, and the headers of its pages, no pixels.
public struct Scan: Sendable, Equatable, Codable {
  /// Where the file lies.
  public let path: String
  /// Digest and length of the bytes that were read.
  public let fixity: Fixity
  /// The kind of file, from its bytes and never from its name.
  public let format: ScanFormat
  /// One header a page, in file order; never empty.
  public let pages: [PageHeader]
  /// Whether the PDF carries a digital signature, so that it must never be rewritten.
  public let isSigned: Bool
  /// The PDF/A level that the file claims for itself, such as `2B`; a claim, not a fact.
  public let claimedPDFA: String?

  /// Makes a scan; a scan without pages is an error of the reader.
  public init(
    path: String, fixity: Fixity, format: ScanFormat, pages: [PageHeader], isSigned: Bool = false,
    claimedPDFA: String? = nil
  ) {
    precondition(!pages.isEmpty)
    self.path = path
    self.fixity = fixity
    self.format = format
    self.pages = pages
    self.isSigned = isSigned
    self.claimedPDFA = claimedPDFA
  }
}

/// How a page's pixels are stored.
public enum PageContainer: String, Sendable, Codable {
  /// One complete JPEG stream.
  case dct
  /// One complete CCITT group 3 or 4 stream.
  case ccitt
  /// One complete JBIG2 stream.
  case jbig2
  /// One complete JPEG 2000 stream.
  case jpx
  /// Pixels that must be decoded and packed again without loss.
  case samples
  /// A PDF page that is more than one image: kept as it is, rendered for measuring and OCR only.
  case composite
}

/// What a file says about one page, read without decoding its pixels.
public struct PageHeader: Sendable, Equatable, Codable {
  /// Position in the file, from 1.
  public let index: Int
  /// Pixels a row as shown, after `orientation`.
  public let width: Int
  /// Rows as shown, after `orientation`.
  public let height: Int
  /// Bits a sample as stored.
  public let bitsPerSample: Int
  /// Samples a pixel as stored, alpha included.
  public let samplesPerPixel: Int
  /// The kind of colour as stored.
  public let colorMode: ColorMode
  /// What the file says of its resolution, as shown; nil when it says nothing credible.
  public let declared: Resolution?
  /// The turn that the file asks a viewer to make (EXIF orientation, PDF `/Rotate`).
  public let orientation: QuarterTurn
  /// How the pixels are stored.
  public let container: PageContainer

  /// Makes a header.
  public init(
    index: Int, width: Int, height: Int, bitsPerSample: Int, samplesPerPixel: Int,
    colorMode: ColorMode, declared: Resolution?, orientation: QuarterTurn,
    container: PageContainer
  ) {
    self.index = index
    self.width = width
    self.height = height
    self.bitsPerSample = bitsPerSample
    self.samplesPerPixel = samplesPerPixel
    self.colorMode = colorMode
    self.declared = declared
    self.orientation = orientation
    self.container = container
  }
}

/// One decoded page, turned the way the file asks a viewer to show it.
public struct Page: Sendable, Equatable {
  /// What the file says about the page.
  public let header: PageHeader
  /// The pixels as shown.
  public let image: PageImage
  /// The quality of a JPEG page from its quantization tables, 1…100; nil for other pages.
  public let jpegQuality: Int?

  /// Makes a page.
  public init(header: PageHeader, image: PageImage, jpegQuality: Int? = nil) {
    self.header = header
    self.image = image
    self.jpegQuality = jpegQuality
  }
}

/// What is refused from the header, before a pixel is decoded.
public struct IngestLimits: Sendable, Equatable, Codable {
  /// The largest file, in bytes.
  public let bytes: Int
  /// The most pages a file may have.
  public let pages: Int
  /// The largest page, in millions of pixels.
  public let megapixels: Int

  /// Makes limits.
  public init(bytes: Int, pages: Int, megapixels: Int) {
    self.bytes = bytes
    self.pages = pages
    self.megapixels = megapixels
  }
}
