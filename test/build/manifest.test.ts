import { describe, expect, it } from 'vitest';
import { readBaseUrl, readSupportUrl } from '../../src/build/base-url';
import { officeVersion, stampManifest } from '../../src/build/manifest';

describe('The base URL', () => {
  it('is the development server when none is given', () => {
    expect(readBaseUrl(undefined)).toBe('https://localhost:3000');
  });

  it('loses its trailing slash', () => {
    expect(readBaseUrl('https://example.com/pppm/')).toBe('https://example.com/pppm');
    expect(readBaseUrl('https://example.com')).toBe('https://example.com');
  });

  it.each([
    'http://example.com',
    'example.com',
    'https://example.com?a=1',
    'https://example.com/#a',
    'https://me:secret@example.com',
    '',
    true,
  ])('is refused when it is %s', (given) => {
    expect(() => readBaseUrl(given)).toThrow('give the https address');
  });
});

describe('The support address', () => {
  it('is the page that comes with the add-in when none is given', () => expect(readSupportUrl(undefined)).toBeNull());
  it('may have a query', () =>
    expect(readSupportUrl('https://example.com/ask?for=pppm')).toBe('https://example.com/ask?for=pppm'));
  it.each(['http://example.com', 'help@example.com', '', true])('is refused when it is %s', (given) => {
    expect(() => readSupportUrl(given)).toThrow('give the https address');
  });
});

describe('The version', () => {
  it('has four numbers', () => {
    expect(officeVersion('1.2.0')).toBe('1.2.0.0');
    expect(officeVersion('2.0.1-beta.1')).toBe('2.0.1.0');
  });

  it('is 1.0 or later: Office installs nothing earlier', () => {
    expect(() => officeVersion('0.9.0')).toThrow('from 1.0 on');
  });
});

describe('Stamping a manifest', () => {
  const manifest =
    '<Version>1.0.0.0</Version><AppDomain>https://localhost:3000</AppDomain><x a="https://localhost:3000/a.html"/>';

  it('moves addresses and sets the version', () => {
    expect(stampManifest(manifest, 'https://example.com/pppm', '1.2.3')).toBe(
      '<Version>1.2.3.0</Version><AppDomain>https://example.com</AppDomain><x a="https://example.com/pppm/a.html"/>',
    );
  });

  it('leaves a development manifest where it is', () => {
    expect(stampManifest(manifest, 'https://localhost:3000', '1.0.0')).toBe(manifest);
  });
});
