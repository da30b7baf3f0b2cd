// Many badly behaved SMTP servers in one process, each on an address of its own. Which is which is told by a JSON
// file, the only argument; `evil.ts` writes it and explains the behaviours.
import { appendFileSync, readFileSync } from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';

const { hosts, commandLog } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

for (const host of hosts) {
  const secureContext = tls.createSecureContext({
    cert: readFileSync(host.certificate),
    key: readFileSync(host.key),
    // The point of some of these hosts is a key or a protocol that OpenSSL's default level refuses to serve.
    ciphers: 'DEFAULT:@SECLEVEL=0',
    minVersion: 'TLSv1',
    ...host.tls,
  });
  const upgrade = (socket) => new tls.TLSSocket(socket, { isServer: true, secureContext });
  listen(host, 25, (socket) => converse(host, 25, socket, upgrade));
  listen(host, 587, (socket) => converse(host, 587, socket, upgrade));
  listen(host, 465, (socket) => secure(upgrade(socket), (secured) => converse(host, 465, secured, undefined)));
  listen(host, 636, (socket) => secure(upgrade(socket), () => undefined));
}

function listen(host, port, serve) {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (host.greeting === 'reset') socket.resetAndDestroy();
    else if (host.greeting !== 'silent') serve(socket);
  });
  server.listen(port, host.address);
}

function secure(socket, whenSecure) {
  socket.on('error', () => socket.destroy());
  socket.once('secure', () => whenSecure(socket));
}

/** One SMTP conversation. `upgrade` is undefined when TLS is already there. */
function converse(host, port, socket, upgrade) {
  const say = (line) => socket.writable && socket.write(`${line}\r\n`);
  const isSecure = upgrade === undefined;
  const note = (line) => appendFileSync(commandLog, `${JSON.stringify({ host: host.name, port, isSecure, line })}\n`);
  if (!greet(host, socket, say)) return;

  let state = 'command';
  let answersMissing = 0;
  const byState = { command: onCommand, credentials: onCredentials, content: onContent };
  readLines(socket, (line) => {
    if (state !== 'content') note(line);
    byState[state](line);
  });

  function onCommand(line) {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return say(ehloReply());
    if (verb === 'STAR') return startTls();
    if (verb === 'AUTH') return startAuth(line);
    if (verb === 'MAIL') return say(host.mailReply ?? '250 2.1.0 Ok');
    if (verb === 'RCPT') return say(host.rcptReply ?? '250 2.1.5 Ok');
    if (verb === 'DATA') return startContent();
    if (verb === 'QUIT') return socket.end('221 2.0.0 Bye\r\n');
    if (['HELO', 'RSET', 'NOOP'].includes(verb)) return say('250 2.0.0 Ok');
    return say('502 5.5.2 Command not recognised');
  }

  function ehloReply() {
    const offers = ['PIPELINING', 'SIZE 10240000', '8BITMIME', 'ENHANCEDSTATUSCODES', 'DSN'];
    if (!isSecure && host.starttls !== 'absent') offers.push('STARTTLS');
    if ((isSecure || host.authInClear) && host.auth !== 'absent') offers.push('AUTH PLAIN LOGIN');
    const lines = [`${host.name}.corp.example`, ...offers];
    return lines.map((text, index) => `250${index === lines.length - 1 ? ' ' : '-'}${text}`).join('\r\n');
  }

  function startTls() {
    if (isSecure || host.starttls === 'absent') return say('502 5.5.1 Not offered');
    if (host.starttls === 'refused') return say('454 4.7.0 TLS not available due to temporary reason');
    const injected = host.starttls === 'injected' ? '250-injected\r\n250 AUTH PLAIN\r\n' : '';
    socket.removeAllListeners('data');
    return socket.write(`220 2.0.0 Ready to start TLS\r\n${injected}`, () => {
      secure(upgrade(socket), (secured) => converse({ ...host, greeting: 'none' }, port, secured, undefined));
    });
  }

  function startAuth(line) {
    const [, mechanism = '', initial] = line.split(' ');
    // LOGIN asks for a name and a password, PLAIN for one answer that holds both; either may come with the command.
    answersMissing = (mechanism.toUpperCase() === 'LOGIN' ? 2 : 1) - (initial === undefined ? 0 : 1);
    if (answersMissing === 0) return finishAuth(line);
    state = 'credentials';
    return challenge(mechanism);
  }

  function onCredentials(line) {
    answersMissing -= 1;
    if (answersMissing > 0) return challenge('LOGIN');
    state = 'command';
    return finishAuth(line);
  }

  function challenge(mechanism) {
    if (mechanism.toUpperCase() !== 'LOGIN') return say('334 ');
    return say(answersMissing === 2 ? '334 VXNlcm5hbWU6' : '334 UGFzc3dvcmQ6');
  }

  function finishAuth(line) {
    if (host.auth === 'rejected') return say('535 5.7.8 Error: authentication failed');
    if (host.auth === 'echoed') return say(`535 5.7.8 I do not like what you sent: ${line}`);
    return say(host.authReply ?? '235 2.7.0 Authentication successful');
  }

  function startContent() {
    if (host.dataReply !== undefined) return say(host.dataReply);
    state = 'content';
    return say('354 End data with <CR><LF>.<CR><LF>');
  }

  function onContent(line) {
    if (line !== '.') return;
    state = 'command';
    note('(final dot)');
    if (host.afterFinalDot === 'drop') socket.destroy();
    else if (host.afterFinalDot !== 'silent') say(host.finalReply ?? '250 2.0.0 Ok: queued as EV1L0001');
  }
}

/** Says the greeting; false when the conversation ends with it. */
function greet(host, socket, say) {
  const usual = `220 ${host.name}.corp.example ESMTP`;
  if (host.greeting === 'busy') {
    socket.end('421 4.3.2 Service not available, closing transmission channel\r\n');
    return false;
  }
  if (host.greeting === 'drip') {
    drip(socket, `220-${'drip '.repeat(200)}\r\n${usual}\r\n`);
    return false;
  }
  if (host.greeting === 'endless') {
    floodWith(socket, `220-${'x'.repeat(1000)}\r\n`);
    return false;
  }
  if (host.greeting === 'garbage') say('HTTP/1.1 400 Bad Request\r\n\r\n<html>\u001b[31mnot SMTP\u202e</html>');
  else if (host.greeting !== 'none') say(usual);
  return true;
}

function drip(socket, text) {
  let next = 0;
  const timer = setInterval(() => socket.write(text[next++] ?? '.'), 1000);
  socket.on('close', () => clearInterval(timer));
}

function floodWith(socket, text) {
  const fill = () => {
    while (socket.writable && socket.write(text));
  };
  socket.on('drain', fill);
  fill();
}

function readLines(socket, onLine) {
  let rest = '';
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
      onLine(line);
    }
  });
}
