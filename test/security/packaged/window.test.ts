// Threat: something foreign gets to run in the window (a server's text, a dropped link, an injected script) and reaches
// from there for the main process, the network, or another page. Each thing it would try is tried, in the packaged app.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, launch } from '../../e2e/desktop.ts';

let app: App;
const visitors: string[] = [];
const elsewhere = createServer((request, response) => {
  visitors.push(request.url ?? '');
  response.setHeader('access-control-allow-origin', '*');
  response.end('hello');
});
let address = '';

beforeAll(async () => {
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  app = await launch();
});
afterAll(async () => {
  await app.close();
  elsewhere.close();
  // Whatever was tried, nobody came.
  expect(visitors).toEqual([]);
});

describe('the content security policy', () => {
  it('names its sources, and none of its words opens it', async () => {
    const response = await app.page.reload();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/);
    await app.page.locator('main').waitFor();
  });

  it.each([
    ['an inline script', '<script>window.ran = true</script>'],
    ['an event handler', '<img src="x" onerror="window.ran = true">'],
    ['a javascript: link', '<a href="javascript:window.ran = true" id="link">x</a>'],
    ['a frame with a document of its own', '<iframe srcdoc="<script>parent.ran = true</script>"></iframe>'],
    ['an object', '<object data="data:text/html,<script>parent.ran=true</script>"></object>'],
  ])('runs nothing out of %s', async (_, html) => {
    const ran = await app.page.evaluate(async (markup) => {
      const place = document.createElement('div');
      document.body.append(place);
      try {
        place.innerHTML = markup;
        place.querySelector<HTMLElement>('#link')?.click();
        for (const old of place.querySelectorAll('script')) {
          const script = document.createElement('script');
          script.textContent = old.textContent;
          place.append(script);
        }
      } catch {
        // Trusted types refuse it even earlier.
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      place.remove();
      return (window as unknown as { ran?: boolean }).ran ?? false;
    }, html);
    expect(ran).toBe(false);
  });

  it.each(['a request', 'a socket', 'a picture', 'a beacon', 'a style sheet'])('reaches nobody by %s', async (way) => {
    expect(await app.page.evaluate(reach, { url: address, way })).toBe('kept');
  });

  it('compiles no text to code', async () => {
    const outcome = await app.page.evaluate(async () => {
      // The debugger's own turn is not bound by the page's policy; the page's next one is.
      await new Promise((resolve) => setTimeout(resolve));
      const compile = Reflect.get(window, 'ev' + 'al') as (text: string) => unknown;
      const attempts = [() => new Function('return 1')(), () => compile('1')];
      return attempts.map((attempt) => {
        try {
          return attempt() as unknown;
        } catch {
          return 'refused';
        }
      });
    });
    expect(outcome.filter((one) => one !== 'refused')).toEqual([]);
  });
});

interface Attempt {
  readonly url: string;
  readonly way: string;
}

/** Runs inside the window. → whether something came back. */
function reach({ url, way }: Attempt): Promise<'came' | 'kept'> {
  return new Promise((resolve) => {
    const [came, kept] = [() => resolve('came'), () => resolve('kept')];
    const element = (name: 'img' | 'link') =>
      Object.assign(document.createElement(name), { onload: came, onerror: kept });
    try {
      if (way === 'a request') void fetch(url).then(came, kept);
      if (way === 'a socket') Object.assign(new WebSocket(url.replace('http', 'ws')), { onopen: came, onerror: kept });
      if (way === 'a picture') Object.assign(element('img'), { src: url });
      if (way === 'a style sheet')
        document.head.append(Object.assign(element('link'), { rel: 'stylesheet', href: url }));
      // Whether a beacon came, only its receiver can tell; the test looks there at its end.
      if (way === 'a beacon') navigator.sendBeacon(url, 'x') && kept();
    } catch {
      kept();
    }
    if (way === 'a beacon') kept();
  });
}

describe('the window', () => {
  it('has nothing of Node in it, and of Electron the bridge alone', async () => {
    const found = await app.page.evaluate(() => {
      const inside = window as unknown as Record<string, unknown>;
      return ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in inside,
      );
    });
    expect(found).toEqual([]);
    expect(await app.page.evaluate(() => Object.keys(window.waypost).sort())).toEqual(['call', 'on']);
    expect(await app.page.evaluate(() => Object.isFrozen(window.waypost) || !Reflect.set(window, 'waypost', 1))).toBe(
      true,
    );
  });

  it.each([
    ['another site', () => address],
    ['a file', () => 'file:///etc/passwd'],
    ['a page out of thin air', () => 'data:text/html,<h1>hello'],
    ['another host of our own scheme', () => 'app://elsewhere/index.html'],
  ])('does not go to %s', async (_, target) => {
    await app.page.evaluate((url) => {
      location.href = url;
    }, target());
    await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(app.page.url()).toMatch(/^app:\/\/waypost\//);
  });

  it('opens no other window', async () => {
    const opened = await app.page.evaluate(
      (url) => [window.open(url), window.open('about:blank')].map(Boolean),
      address,
    );
    expect(opened).toEqual([false, false]);
    const pages = app.browser.contexts().flatMap((context) => context.pages());
    expect(pages).toHaveLength(1);
  });

  it('is granted nothing that it asks for', async () => {
    const states = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      const all = await Promise.allSettled(asked);
      return all.map((one) => (one.status === 'fulfilled' ? one.value.state : 'denied'));
    });
    expect(states.filter((state) => state === 'granted')).toEqual([]);
    const stream = await app.page.evaluate(() =>
      navigator.mediaDevices === undefined
        ? 'refused'
        : navigator.mediaDevices.getUserMedia({ audio: true }).then(
            () => 'given',
            () => 'refused',
          ),
    );
    expect(stream).toBe('refused');
  });

  it('opens pages of a few sites in the browser, and no others', async () => {
    const urls = [
      'http://www.rfc-editor.org/rfc/rfc5321',
      'https://www.rfc-editor.org.evil.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://evil.example/x',
      '',
    ];
    for (const url of urls) {
      expect(await app.page.evaluate((one) => window.waypost.call('link.open', one).catch(() => false), url), url).toBe(
        false,
      );
    }
  });
});
