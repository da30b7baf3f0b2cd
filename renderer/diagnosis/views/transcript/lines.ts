import { visible } from '../../../../src/core/index.ts';
import type { Report } from '../../../../src/run/index.ts';

export type Line = Report['transcript'][number];

/** What is shown of a transcript; null: all of it. */
export interface Choice {
  readonly protocol: string | null;
  readonly peer: string | null;
}

export function chosenLines(lines: readonly Line[], { protocol, peer }: Choice): readonly Line[] {
  if (protocol === null && peer === null) return lines;
  return lines.filter(
    (line) => (protocol === null || line.protocol === protocol) && (peer === null || line.peer === peer),
  );
}

/** The protocols and peers that can be chosen, in the order they first spoke. */
export function choicesOf(lines: readonly Line[], protocol: string | null) {
  const ofProtocol = protocol === null ? lines : lines.filter((line) => line.protocol === protocol);
  return {
    protocols: [...new Set(lines.map((line) => line.protocol))],
    peers: [...new Set(ofProtocol.map((line) => line.peer))],
  };
}

export const directionMarks = { sent: '→', received: '←', note: '·' } as const;

/** Seconds from the start of the run, of one width: "0.140". */
export function lineTime(at: number): string {
  return (at / 1_000).toFixed(3);
}

/** Lines as text for a ticket, a peer's name wherever another one speaks. */
export function transcriptText(lines: readonly Line[]): string {
  let before = '';
  return lines
    .flatMap(({ at, protocol, peer, direction, text }) => {
      const who = `${protocol} ${visible(peer)}`;
      const head = who === before ? [] : [who];
      before = who;
      return [...head, `${lineTime(at).padStart(9)} ${directionMarks[direction]} ${visible(text)}`];
    })
    .join('\n');
}
