/// An agency as an envelope names it.
public struct Agency: Sendable, Hashable, Codable {
  /// The agency code, such as `H26.01` or `000.00.00.G22`.
  public let id: String
  /// The agency's name; asked of the sender, optional for a receiver.
  public let name: String?
  /// The parent body (cơ quan chủ quản).
  public let inCharge: String?
  /// The postal address.
  public let address: String?
  /// The e-mail address.
  public let email: String?
  /// The telephone number.
  public let telephone: String?
  /// The fax number.
  public let fax: String?
  /// The website.
  public let website: String?

  /// Makes an agency; what is not known is left out.
  public init(
    id: String, name: String? = nil, inCharge: String? = nil, address: String? = nil,
    email: String? = nil, telephone: String? = nil, fax: String? = nil, website: String? = nil
  ) {
    self.id = id
    self.name = name
    self.inCharge = inCharge
    self.address = address
    self.email = email
    self.telephone = telephone
    self.fax = fax
    self.website = website
  }
}
