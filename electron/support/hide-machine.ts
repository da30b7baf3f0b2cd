export interface Machine {
  readonly homeFolder: string;
  readonly hostName: string;
}

/** Shorter ones would be found in what has nothing to do with them. */
const shortest = 3;

/** What hides the machine and its user's own folder, in whatever case and with whatever slashes they are written. */
export function machineHider({ homeFolder, hostName }: Machine): (text: string) => string {
  const steps: ((text: string) => string)[] = [];
  if (homeFolder.length >= shortest) {
    const folder = new RegExp(`${literal(homeFolder).replaceAll(/\\\\|\//g, '[\\\\/]')}(?![\\p{L}\\p{N}])`, 'giu');
    steps.push((text) => text.replace(folder, '~'));
  }
  if (hostName.length >= shortest && hostName !== 'localhost') {
    const name = new RegExp(`(?<![\\p{L}\\p{N}-])${literal(hostName)}(?![\\p{L}\\p{N}-])`, 'giu');
    steps.push((text) => text.replace(name, 'this-computer'));
  }
  return (text) => steps.reduce((hidden, step) => step(hidden), text);
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
