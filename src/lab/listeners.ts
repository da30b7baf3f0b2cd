import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface Endpoint {
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Everything that one service keeps open, closed together. */
export interface Listeners {
  /** Listens and answers the real port. Rejects with the system's error, for example EADDRINUSE. */
  tcp(at: Endpoint, onSocket: (socket: Socket) => void): Promise<number>;
  /** The same for datagrams; `reply` goes back to where the datagram came from. */
  udp(at: Endpoint, onDatagram: (bytes: Buffer, reply: (bytes: Buffer) => void) => void): Promise<number>;
  /** Runs later, unless closed first. */
  later(milliseconds: number, run: () => void): void;
  /** Resolves when no socket, server or timer is left. */
  close(): Promise<void>;
}

export function makeListeners(): Listeners {
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();
  const datagrams = new Set<UdpSocket>();
  const timers = new Set<NodeJS.Timeout>();
  return {
    tcp: (at, onSocket) =>
      new Promise((resolve, reject) => {
        const server = createServer({ noDelay: true }, (socket) => {
          sockets.add(socket);
          socket.once('close', () => sockets.delete(socket));
          ignoreErrors(socket);
          onSocket(socket);
        });
        server.once('error', reject);
        server.listen(at.port, at.address, () => {
          server.off('error', reject);
          servers.add(server);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    udp: (at, onDatagram) =>
      new Promise((resolve, reject) => {
        const socket = createSocket('udp4');
        socket.once('error', reject);
        socket.on('message', (bytes, from) =>
          onDatagram(bytes, (reply) => {
            if (datagrams.has(socket)) socket.send(reply, from.port, from.address, () => undefined);
          }),
        );
        socket.bind(at.port, at.address, () => {
          socket.off('error', reject);
          // A client that closed its port makes Windows report ECONNRESET here.
          socket.on('error', () => undefined);
          datagrams.add(socket);
          resolve(socket.address().port);
        });
      }),
    later(milliseconds, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, milliseconds);
      timers.add(timer);
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      const ended = [...servers].map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
      const silenced = [...datagrams].map((socket) => new Promise<void>((resolve) => socket.close(() => resolve())));
      datagrams.clear();
      servers.clear();
      for (const socket of sockets) socket.destroy();
      await Promise.all([...ended, ...silenced]);
    },
  };
}

/** Clients come and go as they like: a reset is no event in the lab. */
export function ignoreErrors(socket: Socket): void {
  socket.on('error', () => socket.destroy());
}
