import type { Client } from '../lab/world/index.ts';
import { median } from './stats.ts';

/** The round-trip time to a host, in milliseconds: the median of some pings. */
export async function roundTripTime(client: Client, address: string): Promise<number> {
  const { stdout } = await client.exec(['ping', '-n', '-c', '7', '-i', '0.1', address]);
  return median([...stdout.matchAll(/ time=([\d.]+) ms/g)].map((match) => Number(match[1])));
}
