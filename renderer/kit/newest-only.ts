/** Of several things of which only the newest counts: each beginning ends the one before it. */
export function newestOnly(): () => AbortSignal {
  let current = new AbortController();
  return () => {
    current.abort();
    current = new AbortController();
    return current.signal;
  };
}
