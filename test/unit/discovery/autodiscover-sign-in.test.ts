import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, createTurns, Secret } from '../../../src/core/index.ts';
import { askAutodiscover, type SourceTools } from '../../../src/discovery/index.ts';
import { srv } from '../../fakes/dns-server.ts';
import { pox, poxSettings, poxUrl } from '../../fakes/pox.ts';
import { type Page, type WebQuestion, type WebWorld, webWorld } from '../../fakes/web-world.ts';

const own = poxUrl('autodiscover.corp.example');
const plain = own.replace('https:', 'http:');
const password = 'cAn4ry-Pa55/w0rd+ü';
const blob = Buffer.from(`alice@corp.example:${password}`).toString('base64');

let world: WebWorld;

afterEach(() => world.stop());

const imap = `<Type>IMAP</Type><Server>imap.corp.example</Server><Port>993</Port><LoginName>alice@corp.example</LoginName>`;
const challenge = { status: 401, headers: { 'www-authenticate': 'Negotiate, Basic realm="corp"' } };

/** Asks for a password, and then answers as it is told. */
const guarded =
  (reply: Page): Page =>
  (question, response) => {
    if (question.headers.authorization === undefined) return challenge;
    return typeof reply === 'function' ? reply(question, response) : reply;
  };

function withPassword(changes: Partial<SourceTools> = {}, text = password) {
  const attempts = createAttemptBudget();
  const inTurn = createTurns();
  const asked: string[] = [];
  const signIn = (host: string) => {
    asked.push(host);
    return { user: 'alice@corp.example', password: new Secret(text), attempts, inTurn };
  };
  return { attempts, asked, tools: { signIn, ...changes } };
}

async function ask(
  pages: Record<string, Page>,
  tools: Partial<SourceTools>,
  more: Partial<Parameters<typeof webWorld>[0]> = {},
) {
  world = await webWorld({ pages, ...more });
  return world.ask(askAutodiscover, tools);
}

function signedIn(): readonly WebQuestion[] {
  return world.questions.filter(({ headers }) => headers.authorization !== undefined);
}

describe('Autodiscover with a password', () => {
  it('signs in to an approved host that asks for it over https, as the person', async () => {
    const { tools, attempts } = withPassword();
    const { outcome } = await ask({ [own]: guarded(poxSettings(imap)) }, tools);
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [{ origin: own, servers: [{ user: 'alice@corp.example' }] }],
    });
    expect(signedIn()).toMatchObject([{ url: own, headers: { authorization: `Basic ${blob}` } }]);
    expect(signedIn()[0]?.body).toContain('>alice@corp.example<');
    expect(attempts.spent).toBe(false);
  });

  it('is not needed: without one the service is seen to be there', async () => {
    const { outcome } = await ask({ [own]: challenge }, {});
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ origin: own, servers: [] }],
      problems: [{ code: 'settings.sign-in-needed', args: { url: own } }],
    });
  });

  it('counts a refusal as the one failing attempt of the run, over all hosts', async () => {
    const { tools, attempts } = withPassword();
    const { outcome } = await ask({ [own]: challenge, [poxUrl('corp.example')]: challenge }, tools);
    expect(signedIn()).toHaveLength(1);
    expect(attempts.spent).toBe(true);
    expect(JSON.stringify(outcome)).toContain('settings.sign-in-refused');
  });

  it('signs in to one host after the other where several ask for it', async () => {
    const { tools, attempts } = withPassword();
    let open = 0;
    let most = 0;
    const slow: Page = (_, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.writeHead(200).end(poxSettings(imap).body);
      });
      return undefined;
    };
    const { outcome } = await ask({ [own]: guarded(slow), [poxUrl('corp.example')]: guarded(slow) }, tools);
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers: [{}] }, { servers: [{}] }] });
    expect([signedIn().length, most, attempts.spent]).toEqual([2, 1, false]);
  });

  it('is not sent when an attempt of the run has failed before', async () => {
    const { tools, attempts } = withPassword();
    attempts.failed();
    await ask({ [own]: guarded(poxSettings(imap)) }, tools);
    expect(signedIn()).toEqual([]);
  });

  it.each([
    ['no answer', ((_, response) => void response.destroy()) as Page],
    ['an error', { status: 500 }],
    ['a ban', { status: 403 }],
  ])('counts %s after the password as a failed attempt: nobody knows whether it was one', async (_, reply) => {
    const { tools, attempts } = withPassword();
    await ask({ [own]: guarded(reply) }, tools);
    expect(signedIn()).toHaveLength(1);
    expect(attempts.spent).toBe(true);
  });

  it.each(['', ' ', 'a\0b'])('refuses a password that could mean "anonymous" (%j)', async (text) => {
    const { tools } = withPassword({}, text);
    await ask({ [own]: guarded(poxSettings(imap)) }, tools);
    expect(signedIn()).toEqual([]);
  });

  it('is not sent to a server that takes no passwords', async () => {
    const { tools } = withPassword();
    await ask({ [own]: { status: 401, headers: { 'www-authenticate': 'Negotiate, NTLM' } } }, tools);
    expect(signedIn()).toEqual([]);
  });

  it('is not sent to a host without a certificate of its name', async () => {
    const { tools, asked } = withPassword();
    const certificates = { 'autodiscover.corp.example': 'wrong-name' } as const;
    await ask({ [own]: guarded(poxSettings(imap)) }, tools, { certificates });
    expect(world.questions.filter(({ url }) => url.startsWith('https:'))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('is not sent over http', async () => {
    const { tools, asked } = withPassword();
    await ask({ [plain]: challenge }, tools);
    expect(signedIn()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it.each([
    ['the server', { status: 307, headers: { location: poxUrl('mail.partner.example') } }],
    ['redirectUrl', pox(`<Action>redirectUrl</Action><RedirectUrl>${poxUrl('mail.partner.example')}</RedirectUrl>`)],
    ['a signed-in redirection', guarded({ status: 302, headers: { location: poxUrl('mail.partner.example') } })],
  ])('goes along no redirection (%s) to another domain, even one that is approved', async (_, page) => {
    const { tools } = withPassword({ isApproved: () => true });
    await ask({ [own]: page, [poxUrl('mail.partner.example')]: guarded(poxSettings(imap)) }, tools);
    expect(world.questions.map(({ url }) => url)).toContain(poxUrl('mail.partner.example'));
    expect(signedIn().filter(({ url }) => url.includes('partner'))).toEqual([]);
  });

  it('goes along a redirection over http to another domain neither', async () => {
    const { tools } = withPassword({ isApproved: () => true });
    const there = poxUrl('mail.partner.example');
    await ask({ [plain]: { status: 302, headers: { location: there } }, [there]: guarded(poxSettings(imap)) }, tools);
    expect(world.questions.map(({ url }) => url)).toContain(there);
    expect(signedIn()).toEqual([]);
  });

  it('goes along redirections within the mail domain', async () => {
    const { tools } = withPassword();
    const there = poxUrl('ex2.corp.example');
    await ask({ [own]: { status: 302, headers: { location: there } }, [there]: guarded(poxSettings(imap)) }, tools);
    expect(signedIn()).toMatchObject([{ url: there }]);
  });

  it('is sent to the approved server of another domain that an SRV record names', async () => {
    const isApproved = (host: string) => /(^|\.)(corp|partner)\.example$/.test(host);
    const { tools } = withPassword({ isApproved });
    const there = poxUrl('mail.partner.example');
    const records = (port: number) => [srv('_autodiscover._tcp.corp.example', 'mail.partner.example', port)];
    await ask({ [there]: guarded(poxSettings(imap)) }, tools, { records });
    expect(signedIn()).toMatchObject([{ url: there }]);
  });

  it.each([
    [
      'in its settings',
      ({ headers }: WebQuestion) =>
        poxSettings(
          `<Type>IMAP</Type><Server>imap.corp.example</Server><LoginName>${password} ${headers.authorization}</LoginName>`,
        ),
    ],
    [
      'where it points to',
      () => ({ status: 302, headers: { location: `https://evil.example/${encodeURIComponent(password)}?${blob}` } }),
    ],
    [
      'in an error',
      () =>
        pox('').body && {
          body: `<Autodiscover><Response><Error><Message>${password}</Message></Error></Response></Autodiscover>`,
        },
    ],
    ['as a section that is bad', () => poxSettings(`<Type>IMAP</Type><Server>${password}</Server>`)],
  ])('does not come back out of a server that echoes it %s', async (_, echo) => {
    const { tools } = withPassword();
    const { outcome, step } = await ask({ [own]: guarded(echo as Page) }, tools);
    expect(signedIn()).toHaveLength(1);
    const shown = JSON.stringify([outcome, step.exchanges, step.lines]);
    for (const form of [password, blob, encodeURIComponent(password)]) expect(shown).not.toContain(form);
  });
});
