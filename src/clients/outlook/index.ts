import type { MailboxAccount } from '../account.ts';
import type { Profile, ProfileFile } from '../profile.ts';
import { bothProtocols, type ClientWriter } from '../writer.ts';
import { steerAutodiscover, undoAutodiscover } from './autodiscover.ts';
import { outlookPrf, variable } from './prf.ts';

/** Outlook for Windows, the classic one. The new Outlook reads none of this: it takes accounts in its own dialog only. */
export const outlook: ClientWriter = {
  title: 'Outlook (classic)',
  protocols: bothProtocols,
  // The file has one switch for TLS on the way in, and no documented value that says STARTTLS.
  incomingSecurity: ['implicit'],
  authentication: ['password', 'ntlm', 'none'],
  mailbox: 'required',
  cannotHold: variable,
  write(account: MailboxAccount): Profile {
    return {
      files: [profileFile(account), autodiscoverFile('import'), autodiscoverFile('undo')],
      notes: [
        { code: 'outlook-import', command: 'outlook.exe /importprf account.prf' },
        { code: 'asks-for-password' },
        { code: 'outlook-undo-forgets' },
        { code: 'outlook-new-cannot' },
        { code: 'outlook-not-tried' },
      ],
    };
  },
};

function profileFile(account: MailboxAccount): ProfileFile {
  return { path: 'account.prf', content: forWindows(outlookPrf(account)), mode: 0o600, purpose: 'import', place: null };
}

function autodiscoverFile(purpose: 'import' | 'undo'): ProfileFile {
  const [path, text] =
    purpose === 'import' ? ['autodiscover.reg', steerAutodiscover] : ['autodiscover-undo.reg', undoAutodiscover];
  return { path, content: utf16(text), mode: 0o644, purpose, place: null };
}

/** Profile files are read in the code page of the machine, unless they begin with a byte order mark. */
function forWindows(text: string): string | Uint8Array {
  return /^[\u0000-\u007f]*$/.test(text) ? text : utf16(text);
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
