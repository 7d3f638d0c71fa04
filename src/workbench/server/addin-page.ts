/** Microsoft's CDN, from which an add-in has to load Office.js; the page's policy names it too, and stays as it is. */
const CDN = /(?<=src=")https:\/\/appsforoffice\.microsoft\.com\/lib\/[\w.]+\/hosted\//g;

/** Lets the native side in before Office.js looks for it. A page that is not in the workbench stays as it is. */
const ATTACH = '<script>parent.workbenchHost?.attach(window)</script>';

/** The add-in's page as the workbench serves it: Office.js from this machine, the native side attached first. */
export function withWorkbench(html: string): string {
  const local = html.replace(CDN, '/office-js/');
  return /<head[^>]*>/i.test(local) ? local.replace(/<head[^>]*>/i, (head) => head + ATTACH) : ATTACH + local;
}
