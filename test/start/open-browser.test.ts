import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../src/start/open-browser';

describe('A browser is opened', () => {
  it('on Windows and Mac', () => {
    expect(hasDisplay('win32', {})).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });

  it('on Linux only with a display', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  });

  it('never over ssh or in CI', () => {
    expect(hasDisplay('linux', { DISPLAY: ':0', SSH_CONNECTION: '1.2.3.4' })).toBe(false);
    expect(hasDisplay('darwin', { CI: 'true' })).toBe(false);
  });
});
