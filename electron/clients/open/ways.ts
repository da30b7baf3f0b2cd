import type { ClientName } from '../../../src/clients/index.ts';
import { claws } from './claws.ts';
import { evolution } from './evolution.ts';
import { geary } from './geary.ts';
import { apple, outlook } from './handed-over.ts';
import { thunderbird } from './thunderbird.ts';
import type { Way } from './way.ts';

/**
 * The clients that can be opened with an account. Those whose one file of settings would have to be merged with what is there
 * are not among them, and neither is KMail, which keeps its accounts in a database.
 */
export const ways: Partial<Record<ClientName, Way>> = { thunderbird, outlook, apple, evolution, claws, geary };
