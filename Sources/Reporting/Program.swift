/// This program, as reports name it.
public enum Program {
  /// The name.
  public static let name = "sohoa"
  /// The version (semver.org).
  public static let version = "0.1.0"
}
