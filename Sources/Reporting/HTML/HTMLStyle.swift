/// The style sheet of the page: screen, phone and paper.
enum HTMLStyle {
  /// Text colours keep a contrast of 4.5 : 1 and more against what they stand on (WCAG 2.1 AA).
  static let sheet = """
    :root{--ink:#1f2328;--soft:#57606a;--line:#d9d4c8;--paper:#fff;--desk:#f4f1ea;--brand:#8c1c13;
      --rescan:#a8201a;--rescan-bg:#fdecea;--review:#7a4f00;--review-bg:#fdf3dc;
      --accepted:#17692f;--accepted-bg:#e7f4ea;--failed:#5b2a86;--failed-bg:#f1e9f8;
      --held:#1d4e79;--held-bg:#e6eff7}
    *{box-sizing:border-box}
    html{color-scheme:light;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--desk);color:var(--ink);
      font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    h1,h2,h3,p,ul,ol,figure{margin:0}ul,ol{padding:0;list-style:none}
    .top,.controls,main,footer{max-width:72rem;margin:0 auto;padding:0 1.25rem}
    .top{padding-top:2rem;border-top:6px solid var(--brand);max-width:none}
    .top>*{max-width:69.5rem;margin-left:auto;margin-right:auto}
    .kicker{color:var(--soft);font-size:.9rem}.kicker b{color:var(--brand)}
    h1{font-size:clamp(1.5rem,4vw,2.25rem);line-height:1.2;letter-spacing:-.01em}
    .lead{color:var(--soft);margin-top:.25rem}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;
      margin-top:1.25rem}
    .tile{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:.7rem .9rem}
    .tile b{font-size:1.75rem;line-height:1.1;font-variant-numeric:tabular-nums;display:block}
    .tile span{font-weight:600}
    .tile i{display:block;height:4px;margin-top:.5rem;border-radius:2px;
      background:linear-gradient(currentColor,currentColor) no-repeat 0 0/var(--share) 100%,var(--desk)}
    .rescan{--tone:var(--rescan);--tint:var(--rescan-bg)}
    .review{--tone:var(--review);--tint:var(--review-bg)}
    .accepted{--tone:var(--accepted);--tint:var(--accepted-bg)}
    .failed{--tone:var(--failed);--tint:var(--failed-bg)}
    .held,.hold,.sample{--tone:var(--held);--tint:var(--held-bg)}
    .reject{--tone:var(--rescan);--tint:var(--rescan-bg)}
    .info{--tone:#57606a;--tint:#f3f2ee}
    .tile b,.tile span,.tile i{color:var(--tone)}
    .tile.none b,.tile.none span{color:var(--soft);font-weight:400}
    .faults{margin-top:1.25rem;background:var(--paper);border:1px solid var(--line);
      border-radius:.6rem;padding:.8rem 1rem}
    .faults h2{font-size:1rem;margin-bottom:.4rem}
    .faults ol{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:.15rem 2rem}
    .faults li{display:grid;grid-template-columns:minmax(0,1fr) 5rem 2.5rem;gap:.6rem;align-items:center}
    .faults i{height:.55rem;border-radius:.3rem;
      background:linear-gradient(var(--brand),var(--brand)) no-repeat 0 0/var(--share) 100%,var(--desk)}
    .faults b{text-align:right;font-variant-numeric:tabular-nums}
    .note{margin-top:.75rem;padding:.5rem .9rem;border-left:4px solid var(--held);background:var(--held-bg)}
    .controls{display:none}
    .js .controls{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end;position:sticky;top:0;
      z-index:5;padding-top:.8rem;padding-bottom:.8rem;background:var(--desk)}
    .controls label span{display:block;font-size:.8rem;color:var(--soft)}
    .controls label:first-of-type{flex:1 1 14rem}
    .controls select{max-width:15rem}
    input[type=search],select{width:100%;font:inherit;color:inherit;padding:.4rem .55rem;
      border:1px solid #8b8677;border-radius:.4rem;background:var(--paper)}
    .check{padding-bottom:.4rem;white-space:nowrap}
    output{padding-bottom:.4rem;color:var(--soft);font-variant-numeric:tabular-nums}
    :focus-visible{outline:3px solid #1d4e79;outline-offset:1px}
    main{padding-top:.5rem}
    .document{background:var(--paper);border:1px solid var(--line);border-left:6px solid var(--tone);
      border-radius:.6rem;margin-bottom:1rem;padding:.9rem 1.1rem;
      content-visibility:auto;contain-intrinsic-size:auto 22rem}
    .document.accepted{contain-intrinsic-size:auto 11rem}
    .document[hidden]{display:none}
    .document>header{display:flex;flex-wrap:wrap;gap:.15rem .6rem;align-items:center}
    h2{font-size:1.15rem;overflow-wrap:anywhere}
    .badge{background:var(--tint);color:var(--tone);border:1px solid currentColor;border-radius:1rem;
      padding:0 .65rem;font-size:.85rem;font-weight:600;white-space:nowrap}
    .facts{flex-basis:100%;color:var(--soft);overflow-wrap:anywhere}
    .page{display:grid;grid-template-columns:minmax(0,22.5rem) minmax(0,1fr);gap:1rem 1.25rem;
      margin-top:.9rem;padding-top:.9rem;border-top:1px solid var(--line)}
    .page.unboxed{grid-template-columns:14rem minmax(0,1fr)}
    .page>div:only-child{grid-column:1/-1}
    .page.calm{grid-template-columns:6rem minmax(0,1fr);align-items:center}
    .only-sample .page:not(.sampled),.only-sample .quiet{display:none}
    h3{font-size:1rem;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
    .scores{font-size:.92rem}
    .score{display:inline-flex;align-items:center;gap:.4rem;margin-right:1.1rem;color:var(--ink)}
    .score b{font-variant-numeric:tabular-nums}
    .score i{width:4.5rem;height:.45rem;border-radius:.25rem;border:1px solid var(--soft);
      background:linear-gradient(var(--soft),var(--soft)) no-repeat 0 0/var(--at) 100%,#fff}
    .figures,.quiet,.source,.findings small{color:var(--soft);font-size:.87rem}
    .quiet{margin-top:.75rem}
    figure{position:relative;align-self:start;border:1px solid #b9b3a4;background:#fff;
      box-shadow:0 1px 4px rgba(60,50,30,.18);line-height:0}
    img{width:100%;height:auto;display:block}
    .box{position:absolute;border:2px solid var(--tone);border-radius:2px;min-width:8px;min-height:8px;
      box-shadow:0 0 0 1px rgba(255,255,255,.85)}
    .box::before{content:"";position:absolute;inset:0;background:var(--tone);opacity:.14}
    .box b,.n{background:var(--tone);color:#fff;font:600 .75rem/1.25rem system-ui,sans-serif;
      text-align:center;min-width:1.25rem;height:1.25rem;border-radius:.65rem;padding:0 .2rem}
    .box b{position:absolute;left:-.5rem;top:-.6rem;font-style:normal;
      box-shadow:0 0 0 1.5px #fff}
    .box.lit{z-index:2;outline:3px solid var(--tone);outline-offset:2px}
    .box.lit::before{opacity:.32}
    .findings{display:grid;gap:.55rem;margin-top:.6rem}
    .findings li{position:relative;padding:.5rem .8rem .55rem;border-radius:.45rem;background:var(--tint);
      border-left:4px solid var(--tone)}
    .findings li[data-n]{padding-left:2.4rem}
    .findings li.lit{box-shadow:0 0 0 2px var(--tone)}
    .findings strong{color:var(--tone)}
    .n{position:absolute;left:.65rem;top:.6rem}
    .asks{margin-top:.9rem;padding-top:.9rem;border-top:1px solid var(--line)}
    .asks ul{display:grid;gap:.6rem;margin-top:.5rem}
    .ask{display:grid;grid-template-columns:minmax(0,26rem) minmax(0,1fr);gap:.5rem 1.1rem;align-items:center;
      padding:.55rem .7rem;border-radius:.45rem;background:var(--held-bg);border-left:4px solid var(--held)}
    .ask>div:only-child{grid-column:1/-1}
    .ask ol{display:flex;flex-wrap:wrap;gap:.3rem .5rem;margin-top:.25rem}
    .ask ol li{background:#fff;border:1px solid var(--line);border-radius:.4rem;padding:.1rem .6rem;cursor:pointer}
    .ask ol b{font-variant-numeric:tabular-nums}
    .ask li.taken{border-color:var(--accepted);background:var(--accepted-bg);box-shadow:0 0 0 1px var(--accepted)}
    .ask small{color:var(--soft)}
    .ask .box::before{opacity:0}
    kbd{font:600 .8rem ui-monospace,"DejaVu Sans Mono",monospace;color:#fff;background:var(--soft);
      border-radius:.25rem;padding:0 .35rem}
    #chosen{max-width:72rem;margin:1rem auto 0;padding:.8rem 1.25rem;background:var(--accepted-bg);
      border-top:3px solid var(--accepted);position:sticky;bottom:0}
    #chosen[hidden]{display:none}
    #chosen h2{font-size:1rem}
    #chosen pre{margin:.3rem 0 0;overflow:auto;max-height:9rem;user-select:all;
      font:.85rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace}
    .remedy{margin-top:.25rem}
    .remedy::before{content:"→ ";color:var(--tone);font-weight:700}
    .source{margin-top:.15rem;overflow-wrap:anywhere}
    code{font:.85em ui-monospace,"DejaVu Sans Mono",monospace}
    .gauge{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:center;margin-top:.25rem}
    .gauge b{font-variant-numeric:tabular-nums}
    .bar{flex:0 1 9rem;height:.5rem;border-radius:.25rem;position:relative;
      background:linear-gradient(var(--tone),var(--tone)) no-repeat 0 0/var(--at) 100%,#fff;
      border:1px solid var(--tone)}
    .bar::after{content:"";position:absolute;left:50%;top:-4px;bottom:-4px;border-left:2px solid var(--ink)}
    footer{padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.87rem}
    @media(max-width:46rem){
      .top,.controls,main,footer{padding-left:.8rem;padding-right:.8rem}
      .page,.ask{grid-template-columns:minmax(0,1fr)}
      .page.unboxed{grid-template-columns:minmax(0,1fr)}.page.unboxed figure{max-width:14rem}
      .page.calm{grid-template-columns:4.5rem minmax(0,1fr)}
      .js .controls{position:static}.controls label{flex:1 1 9rem}.controls select{max-width:none}
      .tiles{grid-template-columns:repeat(3,minmax(0,1fr));gap:.5rem}
      .faults ol{grid-template-columns:minmax(0,1fr)}
      .document{padding:.75rem .8rem}
    }
    @page{size:A4;margin:14mm 12mm}
    @media print{
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      body{background:none;font-size:9.5pt;line-height:1.4}
      .js .controls,.controls{display:none}
      .top,main,footer{padding:0;max-width:none}.top{border-top-width:3px;padding-top:3mm}
      .document{content-visibility:visible;border-radius:0;margin-bottom:4mm;padding:2.5mm 3mm}
      .document>header{break-after:avoid;break-inside:avoid}
      .findings.whole{break-after:avoid}
      .page,.findings li,.tile,.faults,.ask{break-inside:avoid}
      #chosen{display:none}
      .page{grid-template-columns:62mm minmax(0,1fr);gap:3mm 4mm}
      .page.unboxed{grid-template-columns:40mm minmax(0,1fr)}
      .page.calm{grid-template-columns:18mm minmax(0,1fr)}
      figure{box-shadow:none}
      .tiles{grid-template-columns:repeat(5,1fr)}
      .faults ol{grid-template-columns:1fr 1fr}
    }
    """
}
