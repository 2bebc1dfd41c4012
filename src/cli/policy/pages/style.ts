/** CSS of all pages, for screen and paper. No information is shown by colour alone. */
export const pageStyle = `
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, "Liberation Sans", Arial, sans-serif; color: #111; background: #fff; margin: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.3rem 0 .4rem; }
p, dl { max-width: 60rem; }
code { font: .92em ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { border: 1px solid #888; padding: .25rem .45rem; vertical-align: top; text-align: left; }
thead th { background: #eee; }
q { font-style: italic; }
small { color: #444; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0 0 0 1rem; }
@media print {
  body { margin: 0; font-size: 9pt; }
  thead { display: table-header-group; }
  tr, dt, dd, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  small { color: inherit; }
}
`;
