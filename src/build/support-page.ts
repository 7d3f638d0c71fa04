/** The page that Excel links as the add-in's support: what helps, and what to say when asking. */
import { escape, page } from './help-page';

/** @param supportUrl where whoever deployed the add-in answers; null = nobody said */
export function supportPage(version: string, supportUrl: string | null): string {
  const contact = supportUrl
    ? `<p>Ask at <a href="${escape(supportUrl)}">${escape(supportUrl)}</a>.</p>`
    : '<p>Ask whoever gave you the add-in: its files come from them, and nobody else can see your workbook.</p>';
  return page(
    'Support',
    version,
    `<nav><a href="index.html">All functions</a></nav>
<h1>When something does not work</h1>
<h2>A cell shows an error</h2>
<ul>
<li><code>#VALUE!</code> or <code>#N/A</code>: select the cell and open its error menu. The text names the input, says what it got and what is allowed.</li>
<li><code>#NAME?</code>: Excel does not know the functions (yet). Open the pane from the Home tab, wait some seconds, and calculate again with Ctrl+Alt+F9.</li>
<li><code>#SPILL!</code>: something stands where the result wants to go. Clear those cells.</li>
<li><code>#BUSY!</code>: the function is still calculating.</li>
</ul>
<h2>A number looks wrong</h2>
<ul>
<li>The pane and <code>=PPPM.CHECKMODEL(…)</code> list what looks wrong in the inputs, with table, row and column.</li>
<li><code>=PPPM.EXPLAIN(…)</code> lays out what one figure is made of, down to the input cells.</li>
</ul>
<h2>The pane stays empty, or says that it is starting</h2>
<ul>
<li>This computer has to reach <code>appsforoffice.microsoft.com</code>, from where Office loads its part, and the place that the add-in comes from.</li>
<li>Close the pane and open it from the Home tab. If that does not help, restart Excel; on the web, reload the page.</li>
<li>After an update Excel may keep the old functions for up to a day.</li>
</ul>
<h2>Asking for help</h2>
${contact}
<p>Say the version (${escape(version)}), the kind of Excel (Windows, Mac or web), what you did and what you saw. Leave out patients' names and numbers: what you send is not needed with them.</p>`,
  );
}
