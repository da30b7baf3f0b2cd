import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Settings, type SettingsChange, settingsSchema } from '../contract.ts';
import { noPolicy, type Policy } from '../policy/index.ts';
import { createQueue, keepDamaged, readStored, writeStored } from '../stored/index.ts';
import { checkPatch, type SettingsPatch } from './check.ts';
import { laidOver } from './defaults.ts';
import { whyUnstored } from './why-unstored.ts';

export interface SettingsStore {
  /** The settings that hold, with what the policy pre-sets and locks laid over them. */
  get(): Settings;
  /** Stores all of a change or, where something is wrong, nothing. */
  change(patch: SettingsPatch): Promise<SettingsChange>;
  onChange(take: (settings: Settings) => void): void;
}

/** What another version wrote and this one does not know is left out. */
const storedSchema = z.partial(z.object(settingsSchema.shape));

/**
 * The settings of this user; only what somebody has chosen is stored.
 *
 * @param folder the user's data folder
 * @param log takes a sentence when a damaged file was put aside, or the file cannot be written
 */
export async function openSettings(
  folder: string,
  { values }: Pick<Policy, 'values'>,
  log: (sentence: string) => void = () => {},
): Promise<SettingsStore> {
  const file = join(folder, 'settings.json');
  const listeners: ((settings: Settings) => void)[] = [];
  let chosen = await readChosen(folder, file, log);
  const inTurn = createQueue();

  const store = async (change: Partial<Settings>): Promise<SettingsChange> => {
    const next = { ...chosen, ...change };
    const failure = await writeStored(file, next).then(() => null, whyUnstored);
    if (failure !== null) {
      log(`The settings could not be written: ${failure.code}.`);
      return { unstored: { file, reason: failure.reason } };
    }
    chosen = next;
    const settings = laidOver(chosen, values);
    for (const take of listeners) take(settings);
    return { settings };
  };
  return {
    get: () => laidOver(chosen, values),
    change: async (patch) => {
      const change = checkPatch(patch, values);
      return change.ok ? inTurn(() => store(change.value)) : { invalid: change.error };
    },
    onChange: (take) => listeners.push(take),
  };
}

async function readChosen(folder: string, file: string, log: (sentence: string) => void): Promise<Partial<Settings>> {
  const stored = await readStored(file);
  if (stored.state === 'absent') return {};
  const chosen = stored.state === 'there' ? soundPart(stored.value) : null;
  if (chosen !== null) return chosen;
  const aside = await keepDamaged(folder, 'settings').catch(() => 'settings.json');
  log(`The settings could not be read; the usual ones hold. The damaged file is kept as ${aside}.`);
  return {};
}

function soundPart(value: unknown): Partial<Settings> | null {
  const stored = storedSchema.safeParse(value);
  const checked = stored.success ? checkPatch(stored.data, noPolicy.values) : null;
  return checked?.ok ? checked.value : null;
}
