import { aerc } from './aerc.ts';
import { thunderbirdAndroid } from './android.ts';
import { appleMail } from './apple/index.ts';
import { clawsMail } from './claws.ts';
import { evolution } from './evolution.ts';
import { geary } from './geary.ts';
import { himalaya } from './himalaya.ts';
import { kmail } from './kmail.ts';
import { msmtp } from './msmtp.ts';
import { mutt, neomutt } from './mutt.ts';
import { outlook } from './outlook/index.ts';
import { sheet } from './sheet/index.ts';
import { thunderbird } from './thunderbird/index.ts';
import type { ClientWriter } from './writer.ts';

/** Every client, by the name that the command line knows it by. */
export const clients = {
  thunderbird,
  outlook,
  apple: appleMail,
  evolution,
  kmail,
  claws: clawsMail,
  geary,
  mutt,
  neomutt,
  aerc,
  msmtp,
  himalaya,
  android: thunderbirdAndroid,
  sheet,
} as const satisfies Record<string, ClientWriter>;

export type ClientName = keyof typeof clients;

export const clientNames = Object.keys(clients).filter(isClientName);

export function isClientName(text: string): text is ClientName {
  return Object.hasOwn(clients, text);
}
