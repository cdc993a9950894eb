import { Markup } from './markup.js';

/** The page's style sheet. Colours are told apart with every common kind of colour vision (Okabe and Ito; Tol). */
export const STYLE = new Markup(`<style>
:root { color-scheme: light dark; --ink: #1b2129; --soft: #58636f; --paper: #ffffff; --panel: #f5f7f9; --rule: #d5dbe1; --strong: #98a2ad;
  --accent: #0b5f95; --notice: #fff7e0; --notice-rule: #c99a1b; --c0: #0072b2; --c1: #c4530b; --c2: #a1458f; --c3: #2b8c83; --c4: #7a6a00; --c5: #5a5fb5;
  --all: #1b2129; --up: #0072b2; --down: #9cc7e4; --time: #7c8896; --reference: #009e73; --prediction: #e69f00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --soft: #9ba6b1; --paper: #14181d; --panel: #1c2229; --rule: #323a43; --strong: #66717d;
  --accent: #7ab8e6; --notice: #2b2614; --notice-rule: #b98d1d; --c0: #56b4e9; --c1: #f08a4b; --c2: #d98cc8; --c3: #5cc4b8; --c4: #d6c445; --c5: #a3a7f0;
  --all: #e4e8ec; --up: #56b4e9; --down: #2f5f80; --time: #8a95a1; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --panel: #fff; --rule: #ccc; --strong: #888; --accent: #000;
  --notice: #fff; --notice-rule: #888; --c0: #0072b2; --c1: #c4530b; --c2: #a1458f; --c3: #2b8c83; --c4: #7a6a00; --c5: #5a5fb5; --all: #000;
  --up: #0072b2; --down: #9cc7e4; --time: #7c8896; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: .94rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; margin: 3rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--rule); font-weight: 650; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; font-weight: 650; } h4 { font-size: .9rem; margin: 0 0 .25rem; font-weight: 650; }
.panel p { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75rem; margin: 0 0 .3rem; font-size: .8rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.panel p span { display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap; } .panel p svg { width: 22px; }
header p { margin: 0; color: var(--soft); overflow-wrap: anywhere; } header .kind { color: var(--accent); font-weight: 650; margin-bottom: .25rem; }
.small, figcaption { font-size: .85rem; color: var(--soft); } figcaption { margin-top: .5rem; max-width: 60rem; } figure { margin: 0; }
.notice { background: var(--notice); border-left: 4px solid var(--notice-rule); padding: .7rem 1rem; margin: 1.25rem 0; }
.summary { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1px; margin: 1.75rem 0 .9rem; background: var(--rule); border: 1px solid var(--rule); }
.summary div { background: var(--paper); padding: .8rem 1rem; } .summary dt { font-size: .85rem; color: var(--soft); }
.summary dd { margin: .1rem 0 0; font-size: 1.65rem; font-weight: 650; font-variant-numeric: tabular-nums; line-height: 1.25; }
.summary small { display: block; font-size: .8rem; font-weight: 400; color: var(--soft); } .verdict { margin: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
table.figures { width: 100%; } th { font-weight: 600; text-align: left; } .figures th { white-space: nowrap; } td, th { padding: .32rem .5rem; vertical-align: bottom; }
.figures td, .figures thead th { text-align: right; white-space: nowrap; } .figures thead tr:first-child th:first-child { text-align: left; }
.figures thead th[colspan] { text-align: center; border-bottom: 1px solid var(--rule); } .figures thead tr:last-child th { border-bottom: 1px solid var(--strong); }
.figures thead th[rowspan] { border-bottom: 1px solid var(--strong); } .figures tbody tr { border-bottom: 1px solid var(--rule); }
.figures .first { border-left: 1px solid var(--rule); } .figures .part th { padding-top: 1rem; color: var(--accent); } .figures .total { font-weight: 650; }
.figures td[colspan="15"] { text-align: left; color: var(--soft); } .withheld { color: var(--soft); font-style: italic; } .figures td.withheld[colspan="3"] { text-align: center; }
.facts { width: 100%; } .facts tr { border-bottom: 1px solid var(--rule); } .facts th { width: 18rem; color: var(--soft); font-weight: 400; vertical-align: top; }
.facts td { overflow-wrap: anywhere; } .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
.panel { background: var(--panel); padding: .75rem .75rem .5rem; } svg { display: block; width: 100%; height: auto; } section > figure > svg { max-width: 52rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 2rem; }
svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--soft); font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); } .base { stroke: var(--strong); } .level { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; }
 .line path { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; }
.line circle { fill: var(--c); } .dashed path { stroke-dasharray: 7 3; } .band { fill: var(--c); opacity: .13; }
.c0 { --c: var(--c0); } .c1 { --c: var(--c1); } .c2 { --c: var(--c2); } .c3 { --c: var(--c3); } .c4 { --c: var(--c4); } .c5 { --c: var(--c5); } .all { --c: var(--all); }
rect.up { fill: var(--up); } rect.down { fill: var(--down); } rect.time { fill: var(--time); }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: .25rem 0 .75rem; font-size: .85rem; } .legend span { display: inline-flex; align-items: center; gap: .45rem; }
.legend svg { width: 26px; } .legend i { width: .85rem; height: .85rem; background: var(--swatch); } i.up { --swatch: var(--up); } i.down { --swatch: var(--down); } i.time { --swatch: var(--time); }
i.reference { --swatch: var(--reference); } i.prediction { --swatch: var(--prediction); }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1rem; } .picture img { display: block; width: 100%; background: #000; image-rendering: auto; }
.strip { max-width: 44rem; margin-top: .75rem; } .strip p { margin: 0 0 0 .9rem; } .dots { fill: var(--c); opacity: .55; }
.picture figcaption { margin-top: .35rem; line-height: 1.35; } .picture strong { color: var(--ink); } .number { font-variant-numeric: tabular-nums; } .file { overflow-wrap: anywhere; font-size: .78rem; }
.dot line { stroke: var(--c); stroke-width: 2; } .dot circle { fill: var(--c); } svg .label { fill: var(--ink); } table.narrow { width: auto; min-width: 28rem; } .figures.narrow td:nth-child(2):not(.first), .figures.narrow thead tr:first-child th:nth-child(2) { text-align: left; }
@media (max-width: 40rem) { section > figure { overflow-x: auto; } section > figure > svg { min-width: 32rem; } table.narrow { min-width: 0; } }
.pictures:has(.side-by-side) { grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); } .side-by-side { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; align-content: start; }
.side-by-side figcaption { grid-column: 1 / -1; margin: 0; } .side-by-side p { margin: .25rem 0 0; font-size: .8rem; color: var(--soft); } .side-by-side .absent { border: 1px dashed var(--strong); aspect-ratio: 1; margin: 0; padding: .5rem; }
.pair svg.bland-altman { max-width: 40rem; }
@page { size: A4; margin: 14mm; }
@media print { html { font-size: 10.5px; } main { max-width: none; padding: 0; } h2 { margin-top: 1.8rem; } h2, h3, .legend { break-after: avoid; }
  figure, tbody, tr, .overlays, .panel, .summary, .notice, .strip { break-inside: avoid; } .scroll { overflow: visible; } td, th { padding: .25rem .4rem; }
  .summary { grid-template-columns: repeat(4, 1fr); } .panels { grid-template-columns: repeat(4, 1fr); gap: .75rem; } .panel { border: 1px solid var(--rule); }
  .pair { grid-template-columns: 1fr 1fr; } .pictures:has(.side-by-side) { grid-template-columns: repeat(2, 1fr); } .side-by-side { break-inside: avoid; } .pictures { grid-template-columns: repeat(6, 1fr); gap: .75rem; }
  .legend i, svg, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
</style>`);
