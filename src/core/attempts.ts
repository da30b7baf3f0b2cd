/**
 * At most one failing password attempt in a run, over all servers and protocols: Active Directory locks accounts.
 * Whoever is about to send a password asks first, and says afterwards what became of it.
 */
export interface AttemptBudget {
  /** True after an attempt that failed, or whose end nobody saw: no password is sent any more. */
  readonly spent: boolean;
  /** `refused`: an attempt has failed already, or another one is on its way. */
  begin(): 'go' | 'refused';
  /** The server took the password: further sign-ins with it cost nothing. */
  succeeded(): void;
  /** The server refused it, or may have. */
  failed(): void;
}

export function createAttemptBudget(): AttemptBudget {
  let state: 'free' | 'trying' | 'spent' = 'free';
  return {
    get spent() {
      return state === 'spent';
    },
    begin() {
      if (state !== 'free') return 'refused';
      state = 'trying';
      return 'go';
    },
    succeeded() {
      if (state === 'trying') state = 'free';
    },
    failed() {
      state = 'spent';
    },
  };
}
