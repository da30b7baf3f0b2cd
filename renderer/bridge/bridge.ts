import type { WaypostBridge } from '../../electron/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly waypost: WaypostBridge;
  }
}

/** The one way out of the window. */
export const bridge: WaypostBridge = window.waypost;
