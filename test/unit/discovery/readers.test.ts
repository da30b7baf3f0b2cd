import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registeredPorts } from '../../../src/chain/request.ts';
import { readConfig } from '../../../src/discovery/sources/autoconfig/read-config.ts';
import { readPox } from '../../../src/discovery/sources/autodiscover/read-pox.ts';
import { readDocument } from '../../../src/discovery/sources/pacc/read-document.ts';
import type { ServerSetting } from '../../../src/run/index.ts';

// Whatever a server writes into a document: the readers return, and what they return is fit to be asked.

const question = { address: 'alice@corp.example', localPart: 'alice', domain: 'corp.example' };

const values = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
  fc.constantFrom(
    'mail.corp.example',
    '192.0.2.1',
    '[::1]',
    '%EMAILDOMAIN%',
    'SSL',
    'on',
    'off',
    '993',
    'https://mail.corp.example/',
  ),
  fc.constantFrom(
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a:b@c.example/',
    'redirectUrl',
    'IMAP',
    'SMTP',
    'EXCH',
  ),
);

function document(root: string, names: readonly string[]): fc.Arbitrary<string> {
  const escaped = values.map((text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`));
  const element = fc.tuple(fc.constantFrom(...names), escaped, escaped);
  return fc.array(element, { maxLength: 40 }).map((elements) => {
    const inside = elements
      .map(([name, attribute, text]) => `<${name} type="${attribute}">${text}</${name}>`)
      .join('\n');
    return root.replace('*', inside);
  });
}

function isFit({ host, port, url }: ServerSetting): boolean {
  return (
    /^[a-z0-9_][a-z0-9_.-]*\.[a-z0-9_-]*[a-z][a-z0-9_-]*$/.test(host) &&
    Number.isInteger(port) &&
    port >= 1 &&
    port <= 65_535 &&
    (url === null || url.startsWith('https://'))
  );
}

function check(servers: readonly ServerSetting[], pages: readonly { readonly url: string }[]) {
  expect(servers.filter((server) => !isFit(server))).toEqual([]);
  expect(pages.filter(({ url }) => !/^https?:\/\//.test(url))).toEqual([]);
}

describe('whatever it is given, the reader', () => {
  it('of autoconfig names only servers that can be asked', () => {
    const root = `<clientConfig><emailProvider id="x"><incomingServer type="imap"><hostname>mail.corp.example</hostname>*</incomingServer>
      <documentation url="*"/></emailProvider></clientConfig>`;
    const names = [
      'hostname',
      'port',
      'socketType',
      'username',
      'authentication',
      'url',
      'addThisServer',
      'documentation',
    ];
    fc.assert(
      fc.property(fc.oneof(document(root, names), fc.string()), (text) => {
        const config = readConfig(text, question);
        if (config.ok) check(config.value.servers, config.value.documentation);
      }),
    );
  });

  it('of Autodiscover names only servers that can be asked', () => {
    const root =
      '<Autodiscover><Response><Account><Protocol><Type>IMAP</Type>*</Protocol>*</Account></Response></Autodiscover>';
    const names = [
      'Type',
      'Server',
      'Port',
      'SSL',
      'Encryption',
      'LoginName',
      'ASUrl',
      'External',
      'OWAUrl',
      'Action',
      'RedirectUrl',
    ];
    fc.assert(
      fc.property(fc.oneof(document(root, names), fc.string()), (text) => {
        const answer = readPox(text, (login) => login);
        if (answer.ok && answer.value.kind === 'settings') check(answer.value.servers, answer.value.documentation);
      }),
    );
  });

  it('of PACC names only servers that can be asked', () => {
    const section = fc.oneof(fc.jsonValue(), fc.record({ host: values }), fc.record({ url: values }));
    const content = fc.record({
      protocols: fc.record({ imap: section, pop3: section, submit: section, jmap: section }, { requiredKeys: [] }),
      info: fc.oneof(fc.jsonValue(), fc.record({ help: fc.record({ documentation: values }) })),
      authentication: fc.jsonValue(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          content.map((value) => JSON.stringify(value)),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          const read = readDocument(text, question, registeredPorts);
          if (read.ok) check(read.value.servers, read.value.documentation);
        },
      ),
    );
  });
});
