/// The script of the page: hides and sorts what is there, and writes down what a person chose; it decides nothing.
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
      var chosen = get("chosen"), choices = new Map();
      function quoted(text) { return "'" + text.replace(/'/g, "'\\''") + "'"; }
      function choose(ask, value, item) {
        if (!value) return;
        var file = ask.dataset.file;
        if (!choices.has(file)) choices.set(file, new Map());
        choices.get(file).set(ask.dataset.field, value);
        ask.querySelectorAll(".taken").forEach(function (old) { old.classList.remove("taken"); });
        item.classList.add("taken");
        if (item.dataset.value === undefined) item.querySelector("b").textContent = value;
        chosen.hidden = false;
        chosen.querySelector("pre").textContent = Array.from(choices, function (one) {
          var values = Array.from(one[1], function (pair) { return quoted(pair[0] + "=" + pair[1]); });
          return "sohoa review set " + quoted(one[0]) + " " + values.join(" ");
        }).join("\n");
        var asks = Array.from(main.querySelectorAll(".ask")), next = asks[asks.indexOf(ask) + 1];
        if (next) next.focus();
      }
      function take(ask, item) {
        if (!item) return;
        var value = item.dataset.value;
        choose(ask, value === undefined ? window.prompt(item.textContent, "") : value, item);
      }
      main.addEventListener("keydown", function (event) {
        var ask = event.target.closest(".ask");
        if (!ask || event.ctrlKey || event.altKey || event.metaKey) return;
        var item = ask.querySelector('li[data-key="' + event.key.toLowerCase() + '"]');
        if (item) { event.preventDefault(); take(ask, item); }
      });
      main.addEventListener("click", function (event) {
        var item = event.target.closest(".ask li[data-key]");
        if (item) take(item.closest(".ask"), item);
      });
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
