import Imaging
public import Ingest

/// Takes every measure of a page; knows no threshold of any profile.
public func measurements(of page: Page) -> Measurements {
  Measurements(
    widthPixels: page.image.width, heightPixels: page.image.height,
    colorMode: page.header.colorMode, declaredDpi: page.header.declared,
    jpegQuality: page.jpegQuality)
}
