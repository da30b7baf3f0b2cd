import { expect, it } from 'vitest';
import { mayOpen, openLink } from '../../../../electron/links/index.ts';

it('opens the pages that the program points to', async () => {
  const opened: string[] = [];
  const openExternal = async (url: string) => void opened.push(url);
  expect(await openLink('https://www.rfc-editor.org/rfc/rfc6409', openExternal)).toBe(true);
  expect(await openLink('https://learn.microsoft.com/en-us/windows/win32/adschema', openExternal)).toBe(true);
  expect(await openLink('https://www.example.com/', openExternal)).toBe(false);
  expect(opened).toEqual([
    'https://www.rfc-editor.org/rfc/rfc6409',
    'https://learn.microsoft.com/en-us/windows/win32/adschema',
  ]);
});

it.each([
  'http://www.rfc-editor.org/',
  'https://rfc-editor.org/',
  'https://www.rfc-editor.org.example/',
  'https://www.rfc-editor.org@evil.example/',
  'https://user:pass@www.rfc-editor.org/',
  'https://www.rfc-editor.org:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:alice@corp.example',
  'smb://www.rfc-editor.org/share',
  ' ',
  '',
])('does not open %s', (link) => {
  expect(mayOpen(link)).toBe(false);
});
