import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { guardContents, guardSession } from '../../../../electron/window/guards.ts';

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler() {},
    setWebRTCIPHandlingPolicy() {},
  });
  guardContents(contents as unknown as WebContents);
  let prevented = 0;
  contents.emit(name, { preventDefault: () => prevented++ });
  expect(prevented).toBe(1);
});

it('opens no second window', () => {
  let handler: (details: { readonly url: string }) => unknown = () => null;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (given: typeof handler) => {
      handler = given;
    },
    setWebRTCIPHandlingPolicy() {},
  });
  guardContents(contents as unknown as WebContents);
  expect(handler({ url: 'https://www.rfc-editor.org/' })).toEqual({ action: 'deny' });
});

it('grants no permission, no device and no download', () => {
  type Ask = (...given: unknown[]) => unknown;
  const asked: Record<string, Ask> = {};
  const take = (name: string) => (handler: Ask) => {
    asked[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('screen'),
    setBluetoothPairingHandler: take('bluetooth'),
    setSpellCheckerEnabled: (enabled: boolean) => expect(enabled).toBe(false),
  });
  guardSession(session as unknown as Session);
  const answers: unknown[] = [];
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem']) {
    asked['request']?.(null, permission, (granted: unknown) => answers.push(granted));
    expect(asked['check']?.(null, permission)).toBe(false);
  }
  expect(answers).toEqual([false, false, false, false, false]);
  expect(asked['device']?.({ deviceType: 'usb' })).toBe(false);
  asked['screen']?.(null, (streams: unknown) => expect(streams).toEqual({}));
  asked['bluetooth']?.({}, (answer: unknown) => expect(answer).toEqual({ confirmed: false }));
  let prevented = 0;
  session.emit('will-download', { preventDefault: () => prevented++ });
  expect(prevented).toBe(1);
});
