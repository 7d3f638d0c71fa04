/** The look of the help pages: quiet, readable, light and dark as the reader's system is. */
export const helpStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#14252f, #e6edf1);
  --soft: light-dark(#51646f, #9db0bb);
  --line: light-dark(#d8e1e5, #2d3d46);
  --paper: light-dark(#ffffff, #121b21);
  --panel: light-dark(#f3f7f8, #1a262d);
  --accent: light-dark(#0b6b74, #5fc6cd);
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 "Segoe UI", system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
nav { font-size: .875rem; margin-bottom: 1.5rem }
a { color: var(--accent) }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.0625rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line) }
p { margin: .6rem 0 }
code, pre { font-family: Consolas, ui-monospace, monospace; font-size: .9375em }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: .6rem 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9375rem }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--soft); font-size: .8125rem }
td:first-child { white-space: nowrap; padding-right: 1.25rem }
.list td.task { white-space: normal; width: 20rem }
.list td:first-child { width: 12rem }
.result td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding: .25rem .75rem; border: 1px solid var(--line) }
.result td.text { text-align: left }
.result table { width: auto; margin: .6rem 0 }
[hidden] { display: none }
input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; margin-top: 1.5rem }
.result th { text-align: right; padding: .25rem .75rem; border: 1px solid var(--line) }
.result th.text { text-align: left }
.soft { color: var(--soft) }
footer { margin-top: 3rem; font-size: .8125rem; color: var(--soft) }
@media print { body { background: none; color: #000 } nav { display: none } }
`.trim();
