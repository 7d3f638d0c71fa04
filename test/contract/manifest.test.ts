import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { stampManifest } from '../../src/build/manifest';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'dist', 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** All matches of the first group, in the order of the file. */
const all = (pattern: RegExp, text = manifest): string[] => [...text.matchAll(pattern)].map(([, found]) => found);
const one = (pattern: RegExp): string => {
  const found = all(pattern);
  expect(found, String(pattern)).toHaveLength(1);
  return found[0];
};
const resources = (list: string) => {
  const block = new RegExp(`<bt:${list}>(.*?)</bt:${list}>`, 's').exec(manifest)![1];
  return [...block.matchAll(/<bt:\w+ id="([^"]*)" DefaultValue="([^"]*)"/g)].map(([, id, value]) => ({
    id,
    value: value.replaceAll('&amp;', '&'),
  }));
};
const addresses = all(/"(https?:\/\/[^"]*)"/g).filter(
  (address) => !address.includes('schemas.microsoft.com') && !address.includes('www.w3.org'),
);

/** Width and height in the header of a PNG. */
function pixels(path: string): [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('The manifest', () => {
  it('is read by the reader that Office tools use', async () => {
    const info = await OfficeAddinManifest.readManifestFile(join(root, 'dist', 'manifest.xml'));
    expect(info).toMatchObject({
      officeAppType: 'TaskPaneApp',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      manifestType: 'xml',
      defaultLocale: 'en-US',
    });
  });

  it('has a random GUID', () => {
    expect(one(/<Id>([^<]*)<\/Id>/g)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('carries the version of package.json as Office writes it', () => {
    expect(one(/<Version>([^<]*)<\/Version>/g)).toBe(`${version}.0`);
  });

  it('refers only to resources that exist, and defines none in vain', () => {
    const defined = all(/<bt:\w+ id="([^"]*)"/g);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(all(/resid="([^"]*)"/g))].sort()).toEqual([...defined].sort());
  });

  it('keeps to the lengths that Office allows', () => {
    for (const { id, value } of resources('ShortStrings')) expect(value.length, id).toBeLessThanOrEqual(125);
    for (const { id, value } of resources('LongStrings')) expect(value.length, id).toBeLessThanOrEqual(250);
    for (const { id, value } of resources('Urls')) expect(value.length, id).toBeLessThanOrEqual(2048);
    for (const id of all(/ (?:id|resid)="([^"]*)"/g)) expect(id.length, id).toBeLessThanOrEqual(32);
    expect(one(/<DisplayName DefaultValue="([^"]*)"/g).length).toBeLessThanOrEqual(30);
    expect(one(/<Description DefaultValue="([^"]*)"/g).length).toBeLessThanOrEqual(250);
    expect(one(/<ProviderName>([^<]*)</g).length).toBeLessThanOrEqual(125);
  });

  it('leaves no text empty', () => {
    for (const { id, value } of [...resources('ShortStrings'), ...resources('LongStrings')])
      expect(value.trim(), id).not.toBe('');
  });

  it('asks for everything over https', () => {
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
  });

  it('points at files that the build makes', () => {
    const missing = addresses
      .map((address) => new URL(address).pathname)
      .filter((path) => !existsSync(join(root, 'dist', path)));
    expect(missing).toEqual([]);
  });

  it('has icons of the sizes it says', () => {
    for (const { id, value } of resources('Images')) {
      const size = Number(id.split('.')[1]);
      expect(pixels(join(root, 'dist', new URL(value).pathname)), id).toEqual([size, size]);
    }
    const icon = (element: string) =>
      join(root, 'dist', new URL(one(new RegExp(`<${element} DefaultValue="([^"]*)"`, 'g'))).pathname);
    expect(pixels(icon('IconUrl'))).toEqual([32, 32]);
    expect(pixels(icon('HighResolutionIconUrl'))).toEqual([64, 64]);
  });

  it.each([16, 32, 64, 80, 128])('comes with the mark in %i pixels', (size) => {
    expect(pixels(join(root, 'assets', `icon-${size}.png`))).toEqual([size, size]);
  });

  it('gives every button an icon in the three sizes Office insists on', () => {
    for (const icon of manifest.match(/<Icon>.*?<\/Icon>/gs)!)
      expect(all(/size="(\d+)"/g, icon)).toEqual(['16', '32', '80']);
  });

  it('runs functions, ribbon and pane in one long-lived runtime', () => {
    const runtime = one(/<Runtime resid="([^"]*)" lifetime="long"\/>/g);
    expect(one(/<FunctionFile resid="([^"]*)"/g)).toBe(runtime);
    expect(one(/<Page>\s*<SourceLocation resid="([^"]*)"/g)).toBe(runtime);
    expect(one(/<Action xsi:type="ShowTaskpane">.*?<SourceLocation resid="([^"]*)"/gs)).toBe(runtime);
  });

  it('names the worksheet functions PPPM', () => {
    const namespace = one(/<Namespace resid="([^"]*)"/g);
    expect(resources('ShortStrings').find(({ id }) => id === namespace)?.value).toBe('PPPM');
  });

  it('calls only commands that the code associates', () => {
    const associated = all(
      /\.actions\.associate\(\s*["']([^"']*)["']/g,
      readFileSync(join(root, 'dist', 'taskpane.js'), 'utf8'),
    );
    expect(all(/<FunctionName>([^<]*)</g)).toEqual(['buildWorkbook', 'checkWorkbook', 'openHelp']);
    expect(associated.sort()).toEqual(['buildWorkbook', 'checkWorkbook', 'openHelp']);
  });
});

describe('The manifest of a production build', () => {
  const source = readFileSync(join(root, 'manifest.xml'), 'utf8');
  const production = stampManifest(source, 'https://example.com/pppm', '1.2.3');

  it('has no address of the development server', () => {
    expect(source).toContain('localhost');
    expect(production).not.toContain('localhost');
  });

  it('has the same addresses below the given one', () => {
    expect(production).toContain('DefaultValue="https://example.com/pppm/taskpane.html"');
    expect(production).toContain('DefaultValue="https://example.com/pppm/assets/icon-80.png"');
    expect(all(/example\.com\/pppm/g, production).length).toBe(source.split('https://localhost:3000').length - 2);
  });

  it('trusts the domain, not the folder', () => {
    expect(production).toContain('<AppDomain>https://example.com</AppDomain>');
  });

  it('has the given version', () => {
    expect(production).toContain('<Version>1.2.3.0</Version>');
  });
});
