import { expect, test } from 'vitest';
import { approves } from '../../../src/platform/index.ts';
import { resolvConfAuthor } from '../../../src/platform/linux/author.ts';
import { fixture } from './recorded-machine.ts';

test.each([
  ['plain', 'an administrator', 'static'],
  ['networkmanager', 'NetworkManager', 'dhcp'],
  ['resolved-stub', 'systemd-resolved', 'unknown'],
  ['dhclient', 'dhclient', 'dhcp'],
  ['udhcpc', 'udhcpc', 'dhcp'],
  ['dhcpcd', 'dhcpcd', 'dhcp'],
  ['resolvconf', 'resolvconf', 'dhcp'],
  ['netconfig', 'netconfig', 'dhcp'],
  ['docker', 'a container engine', 'unknown'],
  ['wsl', 'WSL', 'unknown'],
  ['tailscale', 'Tailscale', 'unknown'],
])('the %s resolv.conf was written by %s', (name, author, origin) => {
  expect(resolvConfAuthor(fixture(`linux/resolv.${name}.conf`), '/etc/resolv.conf')).toEqual({ name: author, origin });
});

test.each([
  ['/run/NetworkManager/resolv.conf', 'NetworkManager'],
  ['/run/systemd/resolve/resolv.conf', 'systemd-resolved'],
  ['/usr/lib/systemd/resolv.conf', 'a program (/usr/lib/systemd/resolv.conf)'],
  ['/mnt/wsl/resolv.conf', 'WSL'],
  ['/run/something/resolv.conf', 'a program (/run/something/resolv.conf)'],
])('a link to %s is a program’s, even when the text does not say so', (realPath, author) => {
  const found = resolvConfAuthor('search corp.example\n', realPath);
  expect(found.name).toBe(author);
  expect(approves(found.origin)).toBe(false);
});

test('an unknown program that says it generated the file approves nothing', () => {
  const text = '# Automatically managed by acme-netd, do not edit\nsearch corp.example\n';
  expect(approves(resolvConfAuthor(text, '/etc/resolv.conf').origin)).toBe(false);
});

test('an administrator may comment a line at its end', () => {
  const text = 'search corp.example # head office\nnameserver 10.1.0.53 ; old\n';
  expect(resolvConfAuthor(text, '/etc/resolv.conf').origin).toBe('static');
});
