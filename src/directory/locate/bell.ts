/** Lets one loop wait for any of many things that happen elsewhere; what happens between two waits is not lost. */
export interface Bell {
  ring(): void;
  /** Resolves when the bell has rung since the last call. */
  heard(): Promise<void>;
}

export function makeBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    heard() {
      return new Promise((resolve) => {
        const hear = () => {
          rung = false;
          wake = null;
          resolve();
        };
        if (rung) hear();
        else wake = hear;
      });
    },
  };
}
