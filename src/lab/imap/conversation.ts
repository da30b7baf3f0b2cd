import { fetched } from './fetch.ts';
import { folderNamed, folders, foldersLike } from './folders.ts';
import type { HeldMessage, Mailbox, MailboxPolicy, SignIn } from './mailbox.ts';
import { readCriteria } from './search.ts';
import { readSet } from './sequence-set.ts';
import { ImapSyntaxError, textOf, type Word, wordsOf } from './words.ts';

export interface Reply {
  /** Whole lines, octets as latin1. */
  readonly text: string;
  readonly next: 'go-on' | 'start-tls' | 'end';
}

const untilTls = 'IMAP4rev1 LITERAL+ ID STARTTLS LOGINDISABLED';
const inTls = 'IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE QUOTA SPECIAL-USE';
const quotaRoot = '"User quota"';

/** One client's conversation (RFC 9051), from the greeting on; what is said is handed in and out as text. */
export class Conversation {
  readonly #policy: MailboxPolicy;
  readonly #signIn: SignIn;
  readonly #tls: boolean;
  #mailbox: Mailbox | null = null;
  #folder = '';
  #messages: readonly HeldMessage[] = [];
  /** Takes the next line, which is an answer to a question of ours and no command. */
  #awaited: ((line: string) => string) | null = null;

  constructor(policy: MailboxPolicy, signIn: SignIn, tls: boolean) {
    this.#policy = policy;
    this.#signIn = signIn;
    this.#tls = tls;
  }

  hear(line: string): Reply {
    if (this.#awaited !== null) {
      const take = this.#awaited;
      this.#awaited = null;
      return say(take(line));
    }
    const [tag = '*'] = /^[!-~]{1,50}(?= )/.exec(line) ?? [];
    try {
      const [, verb, ...words] = wordsOf(line);
      return this.#answer(tag, textOf(verb).toUpperCase(), words);
    } catch (error) {
      if (!(error instanceof ImapSyntaxError)) throw error;
      return say(`${tag} BAD ${error.message}\r\n`);
    }
  }

  #answer(tag: string, verb: string, words: readonly Word[]): Reply {
    const ok = (...untagged: readonly string[]) => say(`${untagged.join('')}${tag} OK done\r\n`);
    switch (verb) {
      case 'CAPABILITY':
        return ok(`* CAPABILITY ${this.#capabilities()}\r\n`);
      case 'ID':
        return ok('* ID ("name" "Waypost lab")\r\n');
      case 'LOGOUT':
        return { text: `* BYE see you\r\n${tag} OK done\r\n`, next: 'end' };
      case 'NOOP':
        return ok(this.#news());
      case 'STARTTLS':
        if (this.#tls) return say(`${tag} BAD already in TLS\r\n`);
        return { text: `${tag} OK begin\r\n`, next: 'start-tls' };
      case 'LOGIN':
        return say(this.#enter(tag, 'LOGIN', textOf(words[0]), textOf(words[1])));
      case 'AUTHENTICATE':
        return say(this.#authenticate(tag, textOf(words[0]).toUpperCase(), words[1]));
      default:
        return this.#mailbox === null
          ? say(`${tag} BAD not known, or not before the sign-in\r\n`)
          : this.#answerOwner(this.#mailbox, tag, verb, words);
    }
  }

  #answerOwner(mailbox: Mailbox, tag: string, verb: string, words: readonly Word[]): Reply {
    const ok = (...untagged: readonly string[]) => say(`${untagged.join('')}${tag} OK done\r\n`);
    switch (verb) {
      case 'NAMESPACE':
        return ok('* NAMESPACE (("" "/")) NIL NIL\r\n');
      case 'LIST':
      case 'LSUB':
        return ok(listed(verb, textOf(words[1])));
      case 'GETQUOTAROOT':
        return ok(`* QUOTAROOT ${textOf(words[0])} ${quotaRoot}\r\n`, quotaOf(mailbox));
      case 'GETQUOTA':
        return ok(quotaOf(mailbox));
      case 'SELECT':
      case 'EXAMINE':
        return say(this.#open(mailbox, tag, textOf(words[0])));
      case 'CLOSE':
      case 'UNSELECT':
        this.#folder = '';
        return ok();
      case 'UID':
        return this.#answerReader(tag, textOf(words[0]).toUpperCase(), words.slice(1), true);
      default:
        return this.#answerReader(tag, verb, words, false);
    }
  }

  #answerReader(tag: string, verb: string, words: readonly Word[], byUid: boolean): Reply {
    const ok = (untagged: string) => say(`${untagged}${tag} OK done\r\n`);
    if (this.#folder === '') return say(`${tag} BAD not known, or not without a folder\r\n`);
    const numbered = this.#messages.map((message, at) => ({ message, place: at + 1 }));
    switch (verb) {
      case 'SEARCH': {
        const fits = readCriteria(words, this.#messages);
        const hits = numbered.filter(({ message, place }) => fits(message, place));
        const numbers = hits.map(({ message, place }) => ` ${byUid ? message.uid : place}`);
        return ok(`* SEARCH${numbers.join('')}\r\n`);
      }
      case 'FETCH': {
        const largest = byUid ? (this.#messages.at(-1)?.uid ?? 0) : this.#messages.length;
        const isMeant = readSet(textOf(words[0]), largest);
        const [, items = ''] = words;
        const list = typeof items === 'string' ? words.slice(1) : items;
        const meant = numbered.filter(({ message, place }) => isMeant(byUid ? message.uid : place));
        return ok(meant.map(({ message, place }) => fetched(message, place, list, byUid)).join(''));
      }
      default:
        return say(`${tag} BAD not known here\r\n`);
    }
  }

  #capabilities(): string {
    if (!this.#tls) return untilTls;
    return `${inTls} ${this.#policy.auth === 'oauth2-only' ? 'LOGINDISABLED AUTH=XOAUTH2 AUTH=OAUTHBEARER' : 'AUTH=PLAIN'}`;
  }

  #authenticate(tag: string, mechanism: string, initial: Word | undefined): string {
    if (mechanism !== 'PLAIN') return `${tag} NO [CANNOT] this mechanism is not taken\r\n`;
    const take = (line: string) => {
      const [, name = '', password = ''] = Buffer.from(line, 'base64').toString('utf8').split('\0');
      return this.#enter(tag, 'PLAIN', name, password);
    };
    if (typeof initial === 'string') return take(initial);
    this.#awaited = take;
    return '+ \r\n';
  }

  #enter(tag: string, method: 'PLAIN' | 'LOGIN', name: string, password: string): string {
    if (!this.#tls) return `${tag} NO [PRIVACYREQUIRED] not before TLS\r\n`;
    if (this.#policy.auth === 'oauth2-only') return `${tag} NO [CANNOT] passwords are not taken\r\n`;
    const utf8 = method === 'PLAIN' ? [name, password] : [name, password].map(asUtf8);
    this.#mailbox = this.#signIn(utf8[0] ?? '', utf8[1] ?? '');
    return this.#mailbox === null
      ? `${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n`
      : `${tag} OK Logged in\r\n`;
  }

  #open(mailbox: Mailbox, tag: string, name: string): string {
    const folder = folderNamed(name);
    this.#folder = folder?.name ?? '';
    if (folder === undefined) return `${tag} NO [NONEXISTENT] there is no such folder\r\n`;
    this.#messages = mailbox.messages(folder.name);
    const lines = [
      '* FLAGS ()',
      `* ${this.#messages.length} EXISTS`,
      '* 0 RECENT',
      '* OK [PERMANENTFLAGS ()] nothing is kept',
      '* OK [UIDVALIDITY 1] the same',
      `* OK [UIDNEXT ${(this.#messages.at(-1)?.uid ?? 0) + 1}] next`,
      `${tag} OK [READ-ONLY] opened`,
    ];
    return lines.map((line) => `${line}\r\n`).join('');
  }

  /** What has come into the open folder since it was looked at last. */
  #news(): string {
    if (this.#mailbox === null || this.#folder === '') return '';
    this.#messages = this.#mailbox.messages(this.#folder);
    return `* ${this.#messages.length} EXISTS\r\n`;
  }
}

function say(text: string): Reply {
  return { text, next: 'go-on' };
}

/** The whole command was read as latin1. */
function asUtf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

function listed(verb: string, pattern: string): string {
  // An empty pattern asks for what separates names.
  if (pattern === '') return `* ${verb} (\\Noselect) "/" ""\r\n`;
  const found = pattern === '*' ? folders : foldersLike(pattern);
  return found
    .map(({ name, use }) => `* ${verb} (\\HasNoChildren${use === null ? '' : ` ${use}`}) "/" ${name}\r\n`)
    .join('');
}

function quotaOf({ quota: { storage } }: Mailbox): string {
  return `* QUOTA ${quotaRoot} (STORAGE ${storage.used} ${storage.limit})\r\n`;
}
