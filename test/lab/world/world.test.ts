import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AccountState, type Client, type LabUser, startWorld, type World } from './index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  await world.reset();
});

describe('the directory', () => {
  const answers: Readonly<Record<AccountState, string>> = {
    usable: 'dc1.corp.example',
    'password-expires-soon': 'dc1.corp.example',
    disabled: 'data 533',
    expired: 'data 701',
    'password-expired': 'data 532',
    'must-change-password': 'data 773',
    locked: 'data 775',
    'outside-logon-hours': 'data 530',
    'other-workstation-only': 'data 531',
  };

  it('answers a sign-in with the sub-code of the state that the account is in', async () => {
    for (const user of Object.values<LabUser>(world.users)) {
      expect([user.sam, await signIn(user.upn, user.password)]).toEqual([user.sam, answers[user.state]]);
    }
  });

  it('counts a wrong password once, and forgets it at a reset', async () => {
    expect(await signIn('carol@corp.example', 'wrong')).toBe('data 52e');
    expect(await world.badPwdCount('carol')).toBe(1);
    expect(await world.badPwdCount('carol', 'dc2')).toBe(0);
    await world.reset();
    expect(await world.badPwdCount('carol')).toBe(0);
    expect(await signIn('locked@corp.example', world.users.locked.password)).toBe('data 775');
  });

  it('refuses a simple bind in clear text', async () => {
    const bind = [
      'ldapsearch',
      '-x',
      '-H',
      'ldap://dc1.corp.example',
      '-D',
      'alice@corp.example',
      '-w',
      'any',
      '-b',
      '',
    ];
    expect((await world.client.exec(bind)).stderr).toContain('Strong(er) authentication required (8)');
  });

  it('tells each client the site of its subnet', async () => {
    expect(await siteOf(world.clients.client)).toBe('HQ');
    expect(await siteOf(world.clients.branchclient)).toBe('Branch');
    expect(await siteOf(world.clients.lostclient)).toBeUndefined();
  });

  it('has the service records that the domain controller itself registers', async () => {
    for (const name of ['_ldap._tcp.dc._msdcs', '_ldap._tcp.HQ._sites.dc._msdcs', '_kerberos._udp', '_gc._tcp']) {
      const asked = ['SRV', `${name}.corp.example`];
      const registered = await dig([`@${world.address.dc1}`, ...asked]);
      expect(registered).not.toBe('');
      expect(await dig(asked)).toContain(registered);
    }
  });
});

describe('the name server', () => {
  it('answers for every kind of zone', async () => {
    expect(await dig(['+search', 'mail'])).toBe(world.address.mail);
    expect(await dig(['twin.corp.example'])).toBe(`${world.address.mailTwin}\n${world.address.mail}`);
    expect(await dig(['MX', 'nullmx.example'])).toBe('0 .');
    expect(await status('www.lame.example')).toBe('SERVFAIL');
    expect(await status('www.servfail.example')).toBe('SERVFAIL');
    expect(await status('no-such-host.corp.example')).toBe('NXDOMAIN');
    expect(await status('loop1.corp.example')).toBe('SERVFAIL');
    expect(await status('www.dead.example')).toBeUndefined();
  });
});

describe('the relay', () => {
  it.each([25, 465, 587])('takes a message from a person on port %i and hands it to the partner', async (port) => {
    const sent = await submit('mail', port, ['--auth-user', 'alice@corp.example', '--header', `Subject: by ${port}`]);
    expect(sent).toMatch(/250 2.0.0 Ok: queued as \w+/);
    const message = await world.waitForMail('bob@partner.example', { where: (text) => text.includes(`by ${port}`) });
    expect(message).toContain('by mail.corp.example (Postfix)');
  });

  it('refuses to relay for strangers, which the open relay does not', async () => {
    const asStranger = ['--from', 'x@stranger.example', '--to', 'bob@partner.example'];
    const refused = await world.client.exec(['swaks', '--server', 'mail.corp.example', ...asStranger]);
    expect(refused.stdout).toContain('554 5.7.1 <bob@partner.example>: Relay access denied');
    const taken = await world.client.exec(['swaks', '--server', 'open.corp.example', ...asStranger]);
    expect(taken.stdout).toContain('250 2.0.0 Ok: queued');
  });

  it('delivers inside, to an alias too', async () => {
    await submit('mail', 465, [
      '--auth-user',
      'carol',
      '--from',
      'carol@corp.example',
      '--to',
      'alice.mueller@corp.example',
    ]);
    expect(await world.waitForMail('alice@corp.example')).toContain('From: carol@corp.example');
  });
});

describe('faults', () => {
  it('drop hits the client only, so that the relay can still ask the directory', async () => {
    await world.fault.drop({ host: 'dc1', ports: [636] });
    expect(await connect(world.address.dc1, 636)).toBe('time-out');
    expect(await connect(world.address.dc1, 389)).toBe('open');
    expect(await submit('mail', 587, ['--auth-user', 'alice'])).toContain('queued as');
  });

  it('reject refuses, and clear ends it', async () => {
    await world.fault.reject({ host: 'mail', address: world.address.mailTwin });
    expect(await connect(world.address.mailTwin, 587)).toBe('refused');
    expect(await connect(world.address.mail, 587)).toBe('open');
    await world.fault.clear();
    expect(await connect(world.address.mailTwin, 587)).toBe('open');
  });

  it('a frozen host accepts and says nothing', async () => {
    await world.fault.freeze('mail');
    const said = await world.client.exec(['bash', '-c', `exec 3<>/dev/tcp/${world.address.mail}/25; read -t 1 -u 3 x`]);
    expect(said.code).toBeGreaterThan(128); // bash's word for "read timed out"
  });

  it('a delay of 50 ms is 50 ms', async () => {
    await world.setDelay(50);
    const ping = ['ping', '-q', '-c', '20', '-i', '0.05', world.address.dns];
    const milliseconds = Number(/= [\d.]+\/([\d.]+)\//.exec((await world.client.exec(ping)).stdout)?.[1]);
    expect(milliseconds).toBeGreaterThan(50);
    expect(milliseconds).toBeLessThan(52);
  });
});

describe('the misbehaving servers', () => {
  it.each([
    ['expired', 'certificate has expired'],
    ['notyet', 'certificate is not yet valid'],
    ['wrongname', 'hostname mismatch'],
    ['selfsigned', 'self-signed certificate'],
    ['stranger', 'unable to get local issuer certificate'],
    ['weakkey', 'EE certificate key too weak'],
    ['sha1', 'CA signature digest algorithm too weak'],
  ])('%s: %s', async (host, complaint) => {
    const verify = ['-CAfile', world.ca, '-verify_return_error', '-verify_hostname', `${host}.corp.example`];
    for (const how of [['465'], ['587', '-starttls', 'smtp'], ['636']]) {
      const [port = '', ...starttls] = how;
      const connecting = ['openssl', 's_client', '-brief', '-connect', `${host}.corp.example:${port}`, ...starttls];
      expect((await world.client.exec([...connecting, ...verify])).stderr).toContain(complaint);
    }
  });

  it('remember what they were told, in clear text and under TLS', async () => {
    await submit('dropafterdata', 587, ['--auth-user', 'alice']);
    const commands = world.evil.received('dropafterdata');
    expect(commands.find(({ line }) => line === 'STARTTLS')?.isSecure).toBe(false);
    expect(commands.find(({ line }) => line.startsWith('AUTH'))?.isSecure).toBe(true);
    expect(commands.at(-1)?.line).toBe('(final dot)');
  });
});

async function signIn(bindName: string, password: string): Promise<string | undefined> {
  const search = ['ldapsearch', '-LLL', '-H', 'ldaps://dc1.corp.example', '-D', bindName, '-w', password];
  const { stdout, stderr } = await world.client.exec([...search, '-s', 'base', '-b', '', 'dnsHostName'], {
    env: { LDAPTLS_CACERT: world.ca },
  });
  return /data \w+/.exec(stderr)?.[0] ?? /dnsHostName: (.*)/.exec(stdout)?.[1];
}

async function siteOf(client: Client): Promise<string | undefined> {
  const { stdout } = await client.exec(['adcli', 'info', 'corp.example']);
  return /computer-site = (.*)/.exec(stdout)?.[1];
}

async function dig(question: readonly string[]): Promise<string> {
  return (await world.client.exec(['dig', '+short', '+tries=1', ...question])).stdout.trim();
}

async function status(name: string): Promise<string | undefined> {
  const { stdout } = await world.client.exec(['dig', '+tries=1', '+time=2', name]);
  return /status: (\w+)/.exec(stdout)?.[1];
}

/** What the relay said; from alice to bob unless `more` says otherwise. */
async function submit(host: string, port: number, more: readonly string[]): Promise<string> {
  const name = `${host}.corp.example`;
  const tls = [port === 465 ? '--tlsc' : '-tls', '--tls-verify', '--tls-ca-path', world.ca, '--tls-sni', name];
  const login = ['--auth', 'PLAIN', '--auth-password', world.users.alice.password];
  const people = ['--from', 'alice@corp.example', '--to', 'bob@partner.example'];
  const command = ['swaks', '--server', name, '--port', String(port), ...tls, ...login, ...people, ...more];
  return (await world.client.exec(command)).stdout;
}

async function connect(address: string, port: number): Promise<'open' | 'refused' | 'time-out'> {
  const { code } = await world.client.exec(['timeout', '1', 'bash', '-c', `exec 3<>/dev/tcp/${address}/${port}`]);
  return code === 0 ? 'open' : code === 124 ? 'time-out' : 'refused';
}
