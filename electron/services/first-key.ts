interface Input {
  readonly type: string;
}

type Listener = (event: unknown, input: Input) => void;

/** As much of Electron's WebContents as is used. */
export interface KeyedContents {
  on(event: 'input-event', listener: Listener): unknown;
  off(event: 'input-event', listener: Listener): unknown;
}

/** Tells once that a key was pressed in the window. */
export function onFirstKey(contents: KeyedContents, take: () => void): void {
  const listener: Listener = (_, { type }) => {
    if (type !== 'keyDown' && type !== 'rawKeyDown') return;
    contents.off('input-event', listener);
    take();
  };
  contents.on('input-event', listener);
}
