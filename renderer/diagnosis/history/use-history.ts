import { useCallback, useEffect, useState } from 'react';
import type { HistoryEntry, WaypostBridge } from '../../../electron/contract.ts';

/** null: not read yet; `failed`: it could not be read. */
export type HistoryList = readonly HistoryEntry[] | 'failed' | null;

/** The runs on this machine, newest first, and how to delete them. */
export function useHistory(bridge: WaypostBridge) {
  const [entries, setEntries] = useState<HistoryList>(null);
  const load = useCallback(async () => {
    try {
      const list = await bridge.call('history.list');
      setEntries([...list].sort((left, right) => right.startedAt.localeCompare(left.startedAt)));
    } catch {
      setEntries('failed');
    }
  }, [bridge]);
  useEffect(() => void load(), [load]);
  const remove = async (run: string | 'all') => {
    await bridge.call('history.remove', run);
    await load();
  };
  return { entries, remove };
}
