import Recognition
import Testing

@Suite struct `The place of a tone` {
  @Test(arguments: [
    ("hòa", "hoà"), ("HÒA", "HOÀ"), ("Khỏe", "Khoẻ"), ("Ủy", "Uỷ"), ("thủy", "thuỷ"),
    ("tọa", "toạ"),
    ("tóan", "toán"), ("hòa giải ở Thụy Hỏa", "hoà giải ở Thuỵ Hoả"),
  ])
  func `is free over oa, oe and uy`(_ pair: (old: String, new: String)) {
    #expect(pair.old.withToneOnSecondVowel == pair.new)
    #expect(pair.new.withToneOnSecondVowel == pair.new)
  }

  @Test(arguments: [
    "của", "mía", "lửa", "Huế", "hoặc", "thuở", "ngoài", "khuya", "ôạ", "àò", "ò", "", "đ", "óê",
  ])
  func `stays where there is only one place for it`(_ text: String) {
    #expect(text.withToneOnSecondVowel == text)
  }

  @Test func `says nothing about other tones, and composes letters`() {
    #expect("hòa".withToneOnSecondVowel != "hoá".withToneOnSecondVowel)
    #expect("ho\u{0300}a".withToneOnSecondVowel.unicodeScalars.elementsEqual("hoà".unicodeScalars))
    #expect(
      "o\u{0323}\u{0302}".withToneOnSecondVowel.unicodeScalars.elementsEqual("ộ".unicodeScalars))
  }

  @Test func `of words that are written together is that of each`() {
    #expect(("hòa".withToneOnSecondVowel + "an") == "hòaan".withToneOnSecondVowel)
  }
}
