import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Wire } from '../../../src/net/index.ts';
import type { Reply } from '../../../src/submission/session/reply.ts';
import { ReplyReader } from '../../../src/submission/session/reply-reader.ts';

const never = new AbortController().signal;
let server: Server | undefined;
let client: Socket | undefined;

afterEach(() => {
  client?.destroy();
  server?.close();
});

async function wireTo(serve: (socket: Socket) => void): Promise<Wire<Reply>> {
  server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {});
  return new Wire(client, new ReplyReader());
}

const line = (code: number, ...lines: string[]) => ({ ok: true, value: { code, lines } });

describe('octets and replies', () => {
  it('are over when their time is up, however busily a reply drips', async () => {
    let timer: NodeJS.Timeout | undefined;
    const wire = await wireTo((socket) => {
      timer = setInterval(() => socket.write('2'), 1);
      socket.once('close', () => clearInterval(timer));
    });
    const read = await wire.next(never, 40);
    expect(read).toMatchObject({ ok: false, error: { kind: 'ended' } });
    expect(client?.destroyed).toBe(true);
  });

  it('are over at once when somebody cancels', async () => {
    const controller = new AbortController();
    const wire = await wireTo(() => controller.abort());
    expect(await wire.next(controller.signal, 60_000)).toMatchObject({ ok: false, error: { kind: 'ended' } });
  });

  it('give the reply that came before the connection was closed', async () => {
    const wire = await wireTo((socket) => socket.end('421 4.3.2 Bye\r\n'));
    expect(await wire.next(never, 5_000)).toEqual(line(421, '4.3.2 Bye'));
    expect(await wire.next(never, 5_000)).toMatchObject({ ok: false, error: { kind: 'closed' } });
  });

  it('stay lost once they are lost', async () => {
    const wire = await wireTo((socket) => void socket.write('nonsense\r\n220 ready\r\n'));
    const lost = { ok: false, error: { kind: 'garbage', line: 'nonsense' } };
    expect(await wire.next(never, 5_000)).toEqual(lost);
    expect(await wire.next(never, 5_000)).toEqual(lost);
    expect(await wire.write('QUIT\r\n', never)).toMatchObject({ kind: 'garbage' });
  });

  it('notice a reply that nobody asked for', async () => {
    const wire = await wireTo((socket) => void socket.write('220 ready\r\n250 and more\r\n'));
    await wire.next(never, 5_000);
    expect(wire.early()).toEqual(line(250, 'and more'));
  });

  it('do not wait for ever for a peer that does not read', async () => {
    const controller = new AbortController();
    const wire = await wireTo((socket) => socket.pause());
    setTimeout(() => controller.abort(), 20);
    const much = Buffer.alloc(50_000_000);
    expect(await wire.write(much, controller.signal)).toMatchObject({ kind: 'ended' });
  });

  it('leave nothing open after a farewell that nobody answers', async () => {
    let closed = false;
    const wire = await wireTo((socket) => socket.once('close', () => (closed = true)).resume());
    await new Promise((resolve) => client?.once('connect', resolve));
    wire.farewell('QUIT\r\n', 20);
    await expect.poll(() => closed && client?.destroyed).toBe(true);
  });
});
