import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askSecrets } from '../../../../src/cli/password/index.ts';
import { typeKeys } from '../../../../src/cli/password/line-editor.ts';
import { askHidden } from '../../../../src/cli/password/prompt.ts';
import { readLines } from '../../../../src/cli/password/read-lines.ts';
import { Cancelled } from '../../../../src/cli/terminal.ts';
import { UsageError } from '../../../../src/cli/usage-error.ts';
import { fakeTerminal } from '../../../fakes/fake-terminal.ts';

const never = new AbortController().signal;

describe('keys at the password prompt', () => {
  it.each([
    ['secret\r', 'secret'],
    ['sekr\u007fet\n', 'seket'],
    ['wrong\u0015right\r', 'right'],
    ['\u007f\u007fa\r', 'a'],
    ['pässwörd ✓ 🔑\r', 'pässwörd ✓ 🔑'],
    ['🔑\u007fx\r', 'x'],
    ['a\u001b[Db\u001b[3~c\u001bOAd\r', 'abcd'],
    ['with a tab\t\r', 'with a tab\t'],
    ['paste\rmore', 'paste'],
    ['ended\u0004', 'ended'],
    ['nul\0inside\r', 'nul\0inside'],
  ])('%j enter %j', (keys, text) => {
    expect(typeKeys('', keys)).toEqual({ state: 'entered', text });
  });

  it.each(['\u0003', 'half\u0003', '\u0004', 'x\u007f\u0004'])('%j cancel', (keys) => {
    expect(typeKeys('', keys)).toEqual({ state: 'cancelled' });
  });

  it('come out as they went in, in whatever pieces they arrive', () => {
    const printable = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\u0000-\u001f\u007f]/g, ''));
    fc.assert(
      fc.property(fc.array(printable), (pieces) => {
        const typed = pieces.reduce((text, keys) => {
          const next = typeKeys(text, keys);
          return next.state === 'typing' ? next.text : 'not typing';
        }, '');
        expect(typeKeys(typed, '\r')).toEqual({ state: 'entered', text: pieces.join('') });
      }),
    );
  });
});

describe('the password prompt', () => {
  it('shows the question and nothing of what is typed', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const answer = askHidden('Password: ', terminal, never);
    terminal.type('sec');
    terminal.type('ret\r');
    expect(await answer).toBe('secret');
    expect(terminal.said()).toBe('Password: \n');
    expect(terminal.printed()).toBe('');
    expect(terminal.modes).toEqual(['raw', 'cooked']);
  });

  it('puts a character together that arrives in two pieces', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const answer = askHidden('? ', terminal, never);
    const [first, ...rest] = Buffer.from('ü\r');
    terminal.stdin.emit('data', Buffer.from([first ?? 0]));
    terminal.stdin.emit('data', Buffer.from(rest));
    expect(await answer).toBe('ü');
  });

  it.each(['\u0003', '\u0004'])('gives the terminal back when it is cancelled by %j', async (key) => {
    const terminal = fakeTerminal({ isTTY: true });
    const answer = askHidden('? ', terminal, never);
    terminal.type(key);
    await expect(answer).rejects.toThrow(Cancelled);
    expect(terminal.modes).toEqual(['raw', 'cooked']);
  });

  it('gives the terminal back when the program is told to end', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const controller = new AbortController();
    const answer = askHidden('? ', terminal, controller.signal);
    controller.abort();
    await expect(answer).rejects.toThrow(Cancelled);
    expect(terminal.modes).toEqual(['raw', 'cooked']);
  });
});

describe('the password on standard input', () => {
  it.each([
    ['secret\n', ['secret']],
    ['secret\r\n', ['secret']],
    ['secret', ['secret']],
    ['\ufeffsecret\n', ['secret']],
    [' with blanks \nmore\n', [' with blanks ']],
    ['', []],
    ['\n', ['']],
  ])('of %j is the first line', async (text, lines) => {
    const terminal = fakeTerminal();
    terminal.type(text);
    terminal.endInput();
    expect(await readLines(1, terminal, never)).toEqual(lines);
  });

  it('is read without waiting for the end of the input', async () => {
    const terminal = fakeTerminal();
    const lines = readLines(2, terminal, never);
    terminal.type('one\ntw');
    terminal.type('o\n');
    expect(await lines).toEqual(['one', 'two']);
  });

  it('is not waited for when the program is told to end', async () => {
    const controller = new AbortController();
    const lines = readLines(1, fakeTerminal(), controller.signal);
    controller.abort();
    await expect(lines).rejects.toThrow(Cancelled);
  });
});

describe('the passwords of a run', () => {
  const alice = { goal: 'sign-in', user: 'alice@corp.example', relayUser: null } as const;

  function piped(text: string, request: Parameters<typeof askSecrets>[0] = alice) {
    const terminal = fakeTerminal();
    terminal.type(text);
    terminal.endInput();
    return askSecrets(request, true, terminal, never);
  }

  it('are not asked for where nobody signs in', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const secrets = await askSecrets({ ...alice, goal: 'locate-dc' }, false, terminal, never);
    expect(secrets).toEqual({ password: null, relayPassword: null });
    expect(terminal.said()).toBe('');
  });

  it('are two when the relay has its own', async () => {
    const request = { ...alice, goal: 'diagnose', relayUser: 'relay-alice' } as const;
    expect(await piped('one\ntwo\n', request)).toEqual({ password: 'one', relayPassword: 'two' });
  });

  it('are missed one by one', async () => {
    const request = { ...alice, goal: 'diagnose', relayUser: 'relay-alice' } as const;
    await expect(piped('one\n', request)).rejects.toThrow(
      '--password-stdin: standard input has no second line, where the password of relay-alice should be; nothing was started.',
    );
    await expect(piped('', request)).rejects.toThrow(
      /standard input is empty, where the password of alice@corp\.example/,
    );
  });

  it('are asked for by name', async () => {
    const terminal = fakeTerminal({ isTTY: true });
    const secrets = askSecrets(alice, false, terminal, never);
    terminal.type('secret\r');
    expect(await secrets).toEqual({ password: 'secret', relayPassword: null });
    expect(terminal.said()).toBe('Password of alice@corp.example: \n');
  });

  it.each(['', '\n', '   \n', 'a\0b\n'])('are refused when %j was piped in', async (text) => {
    await expect(piped(text)).rejects.toThrow(UsageError);
  });

  it('cannot be asked for without a terminal, and the remedy is named', async () => {
    await expect(askSecrets(alice, false, fakeTerminal(), never)).rejects.toThrow(/--password-stdin/);
  });

  it('never stand in the refusal', async () => {
    const refusal = await piped('hunter2\0\n').catch((error: Error) => error.message);
    expect(refusal).not.toContain('hunter2');
  });
});
