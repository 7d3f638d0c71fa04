/** Shows an address in the user's browser, where there is a screen to show it on. */
import { spawn } from 'node:child_process';

export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (environment.CI || environment.SSH_CONNECTION) return false;
  return platform === 'win32' || platform === 'darwin' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

export function openBrowser(url: string): void {
  if (!hasDisplay(process.platform, process.env)) return;
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  // The address is printed as well, so a machine without such a command loses nothing.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
