import Digest
import Imaging
import Ingest
import QPDF
import Recognition

extension Assembly {
  /// Appends one page of a JPEG, TIFF or PNG scan.
  mutating func append(
    _ index: Int, of scan: Scan, text: RecognizedPage?, limits: IngestLimits
  ) throws(AssemblyFailure) {
    let header = scan.pages[index]
    let turn = header.orientation
    let (width, height) =
      turn.swapsSides ? (header.height, header.width) : (header.width, header.height)
    let declared = header.declared.flatMap {
      turn.swapsSides ? Resolution(x: $0.y, y: $0.x) : $0
    }
    let size = SheetSize(width: width, height: height, declared: declared)
    var sheet: [String: PDFObject] = [
      "MediaBox": PDFRectangle(left: 0, bottom: 0, right: size.width, top: size.height).object
    ]
    if turn != .none { sheet["Rotate"] = .integer(turn.rawValue) }
    let placing = PDFMatrix(size.width, 0, 0, size.height, 0, 0)
    let image = try embed(index, of: scan, limits: limits, sheetSize: size.basis)
    do throws(QPDFError) {
      try append(
        image: image, placing: placing, sheet: sheet, text: text,
        shownToUser: .shownToUser(
          turn: turn, shownWidth: Double(text?.width ?? header.width),
          shownHeight: Double(text?.height ?? header.height), placing: placing))
    } catch {
      throw .writing(error)
    }
  }

  private mutating func embed(
    _ index: Int, of scan: Scan, limits: IngestLimits, sheetSize: PageFidelity.SheetSize
  ) throws(AssemblyFailure) -> ObjectID {
    let header = scan.pages[index]
    // A JPEG file is its own stream: it is read in chunks while the PDF is written.
    if scan.format == .jpeg, header.container == .dct, [1, 3].contains(header.samplesPerPixel) {
      let entries = try colored(
        Self.imageEntries(
          header.storedWidth, header.storedHeight, bits: 8, components: header.samplesPerPixel
        ).merging(["Filter": .name("DCTDecode")]) { $1 }, by: index, of: scan)
      pending.append(header.pending(scan.fixity.sha256, nil, sheetSize))
      do throws(QPDFError) {
        return try draft.addStream(entries, file: scan.path, range: 0..<scan.fixity.byteCount)
      } catch {
        throw .writing(error)
      }
    }
    let stream: EmbeddedStream?
    do throws(IngestError) { stream = try embeddedStream(index + 1, of: scan) } catch {
      throw .reading(error)
    }
    if let stream, let plain = Self.entries(for: stream), part > 1 || stream.bitsPerComponent <= 8 {
      let entries = try colored(plain, by: index, of: scan)
      pending.append(header.pending(SHA256.hex(of: stream.bytes), nil, sheetSize))
      do throws(QPDFError) {
        return try draft.addStream(entries, bytes: stream.bytes)
      } catch {
        throw .writing(error)
      }
    }
    let pixels: PageImage
    do throws(IngestError) { pixels = try page(index + 1, of: scan, limits: limits).image } catch {
      throw .reading(error)
    }
    return try repack(
      pixels.turned(header.orientation.inverse), header, sheetSize, index, of: scan)
  }

  /// Packs pixels with deflate; the digest of the samples is kept to prove that nothing is lost.
  private mutating func repack(
    _ image: PageImage, _ header: PageHeader, _ sheetSize: PageFidelity.SheetSize, _ index: Int,
    of scan: Scan
  ) throws(AssemblyFailure) -> ObjectID {
    let packed = PackedSamples(image)
    let digest = SHA256.hex(of: packed.samples)
    pending.append(header.pending(digest, digest, sheetSize))
    var entries = Self.imageEntries(
      image.width, image.height, bits: packed.bits, components: packed.components)
    if let palette = packed.palette {
      entries["ColorSpace"] = .array([
        .name("Indexed"), .name("DeviceRGB"), .integer(palette.count / 3 - 1), .string(palette),
      ])
    }
    var bytes = packed.samples
    if packed.isContinuous {
      bytes = predictedUp(bytes, stride: image.width * packed.components)
      entries["DecodeParms"] = .dictionary([
        "Predictor": .integer(12), "Colors": .integer(packed.components),
        "BitsPerComponent": .integer(8), "Columns": .integer(image.width),
      ])
    }
    // What was composed from inks or layers is sRGB by now, whatever the profile was made for.
    if header.samplesPerPixel == packed.components {
      entries = try colored(entries, by: index, of: scan)
    }
    do throws(QPDFError) {
      return try draft.addDeflated(entries, bytes: bytes)
    } catch {
      throw .writing(error)
    }
  }

  /// The entries with the image's own colour profile, when it carries one that fits its samples.
  ///
  /// A profile that is broken or made for other samples is left out, as viewers of pictures do.
  private mutating func colored(
    _ entries: [String: PDFObject], by index: Int, of scan: Scan
  ) throws(AssemblyFailure) -> [String: PDFObject] {
    let bytes: [UInt8]?
    do throws(IngestError) { bytes = try colorProfile(ofPage: index + 1, in: scan) } catch {
      throw .reading(error)
    }
    guard let bytes, let space = entries["ColorSpace"] else { return entries }
    let indexed = space.array.flatMap { $0.count == 4 ? $0 : nil }
    let base = indexed?[1].name ?? space.name
    let components = ["DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4][base ?? ""] ?? 0
    guard let header = ICCHeader(bytes), header.components == components, header.isForImages,
      part > 1 || header.version == 2
    else { return entries }
    let profile: ObjectID
    do throws(QPDFError) {
      if let known = profiles[bytes] {
        profile = known
      } else {
        profile = try draft.addDeflated(["N": .integer(components)], bytes: bytes)
        profiles[bytes] = profile
      }
    } catch {
      throw .writing(error)
    }
    var entries = entries
    let own = PDFObject.array([.name("ICCBased"), .reference(profile)])
    entries["ColorSpace"] = indexed.map { .array([$0[0], own, $0[2], $0[3]]) } ?? own
    return entries
  }

  private static func imageEntries(
    _ width: Int, _ height: Int, bits: Int, components: Int
  ) -> [String: PDFObject] {
    let spaces = [1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"]
    return [
      "Type": .name("XObject"), "Subtype": .name("Image"), "Width": .integer(width),
      "Height": .integer(height), "BitsPerComponent": .integer(bits),
      "ColorSpace": .name(spaces[components] ?? "DeviceRGB"),
    ]
  }

  private static func entries(for stream: EmbeddedStream) -> [String: PDFObject]? {
    var entries = imageEntries(
      stream.columns, stream.rows, bits: stream.bitsPerComponent, components: stream.components)
    switch stream.kind {
    case .dct:
      entries["Filter"] = .name("DCTDecode")
      if stream.isInvertedCMYK {
        entries["Decode"] = .array([1, 0, 1, 0, 1, 0, 1, 0].map { .integer($0) })
      }
    case .ccitt:
      entries["Filter"] = .name("CCITTFaxDecode")
      entries["DecodeParms"] = .dictionary([
        "K": .integer(stream.k), "Columns": .integer(stream.columns),
        "Rows": .integer(stream.rows), "BlackIs1": .bool(stream.blackIs1),
      ])
    case .jbig2: entries["Filter"] = .name("JBIG2Decode")
    case .jpx: entries["Filter"] = .name("JPXDecode")
    case .samples:
      entries["Filter"] = .name("FlateDecode")
      // 15: each row says which of PNG's filters it went through.
      entries["DecodeParms"] = .dictionary([
        "Predictor": .integer(15), "Colors": .integer(stream.components),
        "BitsPerComponent": .integer(stream.bitsPerComponent),
        "Columns": .integer(stream.columns),
      ])
      if let palette = stream.palette {
        entries["ColorSpace"] = .array([
          .name("Indexed"), .name("DeviceRGB"), .integer(palette.count / 3 - 1), .string(palette),
        ])
      }
    case .composite: return nil
    }
    return entries
  }
}

/// What can go wrong while a page is put together.
enum AssemblyFailure: Error {
  case reading(IngestError)
  case writing(QPDFError)
  /// The file is not the one that was read.
  case changed
}

extension PageHeader {
  fileprivate var storedWidth: Int { orientation.swapsSides ? height : width }
  fileprivate var storedHeight: Int { orientation.swapsSides ? width : height }

  fileprivate func pending(
    _ source: String, _ samples: String?, _ sheetSize: PageFidelity.SheetSize
  ) -> Assembly.Pending {
    // A repacked page has at most 8 bits a sample and no transparency.
    let exact = samples == nil || (bitsPerSample <= 8 && [1, 3].contains(samplesPerPixel))
    return Assembly.Pending(
      container: container, sourceSHA256: source, samplesSHA256: samples, keepsEverySample: exact,
      sheetSize: sheetSize)
  }
}
