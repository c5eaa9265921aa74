/// The script of the page: hides and sorts what is there, nothing else.
enum HTMLScript {
  /// Plain JavaScript; accents do not count in a search, so `quyet dinh` finds `Quyết định`.
  static let code = #"""
    (function () {
      "use strict";
      var get = function (id) { return document.getElementById(id); };
      var main = get("documents"), cards = Array.from(main.children), texts = new Map();
      var search = get("search"), verdict = get("verdict"), rule = get("rule"),
        order = get("order"), sample = get("sample"), shown = get("shown");
      document.documentElement.classList.add("js");
      function folded(text) {
        return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
      }
      function text(card) {
        if (!texts.has(card)) texts.set(card, folded(card.textContent));
        return texts.get(card);
      }
      function apply() {
        var words = folded(search.value).split(/\s+/).filter(Boolean), count = 0;
        cards.forEach(function (card) {
          var data = card.dataset;
          var fits =
            (!verdict.value || data.verdict === verdict.value ||
              (verdict.value === "held" && "held" in data)) &&
            (!rule.value || data.rules.split(" ").includes(rule.value)) &&
            (!sample || !sample.checked || "sample" in data) &&
            words.every(function (word) { return text(card).includes(word); });
          card.hidden = !fits;
          if (fits) count += 1;
        });
        main.classList.toggle("only-sample", Boolean(sample && sample.checked));
        shown.textContent = count + " " + shown.dataset.of + " " + cards.length;
      }
      function sort() {
        var keys = {
          worst: function (a, b) { return a.dataset.rank - b.dataset.rank; },
          quality: function (a, b) {
            return a.dataset.quality - b.dataset.quality || a.dataset.rank - b.dataset.rank;
          },
          file: function (a, b) { return a.dataset.place - b.dataset.place; },
          verdict: function (a, b) {
            return b.dataset.weight - a.dataset.weight || a.dataset.place - b.dataset.place;
          }
        };
        main.append.apply(main, cards.slice().sort(keys[order.value]));
      }
      function light(event) {
        var at = event.target.closest("[data-n]"), page = event.target.closest(".page");
        main.querySelectorAll(".lit").forEach(function (old) { old.classList.remove("lit"); });
        if (!at || !page) return;
        page.querySelectorAll('[data-n="' + at.dataset.n + '"]').forEach(function (one) {
          one.classList.add("lit");
        });
      }
      [search, verdict, rule, sample].forEach(function (one) {
        if (one) one.addEventListener("input", apply);
      });
      order.addEventListener("input", sort);
      main.addEventListener("mouseover", light);
      search.form.addEventListener("submit", function (event) { event.preventDefault(); });
      if (order.value !== "worst") sort();
      apply();
    })();
    """#
}
