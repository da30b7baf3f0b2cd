import { uiOrigin } from '../contract/origin.ts';

/** As much of Electron's WebFrameMain as is looked at. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: SenderFrame | null;
}

/**
 * Whether a message comes from the user interface itself: the main frame, showing a page of ours.
 *
 * @param frame null when it has navigated away or is gone
 */
export function isOurFrame(frame: SenderFrame | null | undefined): boolean {
  return frame?.parent === null && frame.origin === uiOrigin;
}
