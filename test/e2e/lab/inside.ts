import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Client } from '../../lab/world/index.ts';

/** A door from this machine into a client's loopback, for as long as it is open. */
export interface Door {
  readonly port: number;
  close(): void;
}

const pipe = `const s = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
process.stdin.pipe(s).pipe(process.stdout); s.on('error', () => process.exit()); s.on('close', () => process.exit());`;

/** A window on a client of the lab is looked into from outside: each connection goes through a process in there. */
export async function openDoor(client: Client, port: number): Promise<Door> {
  const server: Server = createServer((socket) => {
    const [program = '', ...args] = client.command([process.execPath, '-e', pipe, String(port)]);
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    socket.pipe(child.stdin);
    child.stdout.pipe(socket);
    socket.on('error', () => child.kill());
    socket.on('close', () => child.kill());
    child.stdin.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no number');
  return { port: address.port, close: () => void server.close() };
}
