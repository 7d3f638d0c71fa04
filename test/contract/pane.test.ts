import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '..', '..');
const dist = (name: string) => join(root, 'dist', name);
const html = readFileSync(dist('taskpane.html'), 'utf8');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scripts = [...html.matchAll(/<script src="([^"]*)"/g)].map(([, address]) => address);
const policy = Object.fromEntries(
  /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/
    .exec(html)![1]
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .map(([name, ...sources]) => [name, sources.join(' ')]),
);

describe('The pane', () => {
  it('loads Office.js from Microsoft, then the worksheet functions, then itself', () => {
    expect(scripts).toEqual([
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      `functions.js?v=${version}`,
      `taskpane.js?v=${version}`,
    ]);
  });

  it('has its scripts in the build', () => {
    for (const script of scripts.slice(1)) expect(existsSync(dist(script.split('?')[0])), script).toBe(true);
  });

  it('lets in no script but its own and Office.js, and talks to no one', () => {
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self' https://appsforoffice.microsoft.com/lib/1/hosted/",
      'worker-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data:",
      'font-src': "'self' data:",
      'connect-src': "'self'",
      // Office.js asks there whether a host that it does not know may be trusted.
      'frame-src': 'https://appsforoffice.microsoft.com/lib/1/hosted/AgaveErrorUX/',
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('allows of Microsoft’s servers the folder of Office.js alone', () => {
    const [, folder] = policy['script-src'].split(' ');
    expect(folder).toMatch(/^https:\/\/[^/]+\/.+\/$/);
    expect(html).toContain(`<script src="${folder}office.js">`);
  });

  it('has no script inside the page, which the policy would block', () => {
    expect(html).not.toMatch(/<script>|<script [^>]*>[^<]|\son\w+=/);
  });

  it('is a page that screen readers can announce', () => {
    expect(html).toMatch(/<html lang="en-US">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
  });

  it('is under 250 kB gzipped at first paint, the worksheet functions apart', () => {
    expect(gzipSync(html).length + gzipSync(readFileSync(dist('taskpane.js'))).length).toBeLessThan(250_000);
  });

  it('evaluates no text as code, and refers to no other place', () => {
    const files = readdirSync(dist('')).filter((name) => /\.(js|html)$/.test(name));
    for (const name of files) {
      const text = readFileSync(dist(name), 'utf8');
      expect(text, name).not.toMatch(/\beval\s*\(|\bnew Function\s*\(|sourceMappingURL/);
      expect(text, name).not.toContain('localhost');
    }
  });
});
