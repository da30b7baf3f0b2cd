import { useEffect, useState } from 'react';
import type { ClientProfile } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import type { Asked } from './use-client.ts';

/** A profile; null while it is being written, `failed` when it cannot be. */
export function useProfile({ run, client, language }: Asked): ClientProfile | 'failed' | null {
  const { bridge } = useApp();
  const [profile, setProfile] = useState<ClientProfile | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    bridge.call('clients.profile', { run, client, language }).then(
      (written) => current && setProfile(written),
      () => current && setProfile('failed'),
    );
    return () => {
      current = false;
    };
  }, [bridge, run, client, language]);
  return profile;
}
