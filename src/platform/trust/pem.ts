const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * The certificates of a PEM bundle (RFC 7468), each once, in their order. Text around them, keys and broken blocks
 * stay out. The bodies are not decoded: a bundle has some 150 of them and lies on the start-up path.
 */
export function splitPem(bundle: string): string[] {
  const found = new Set<string>();
  let begin = bundle.indexOf(BEGIN);
  while (begin >= 0) {
    const bodyStart = begin + BEGIN.length;
    const end = bundle.indexOf(END, bodyStart);
    if (end < 0) break;
    // A block that was cut off runs into the next one; the dashes of its BEGIN give it away.
    const body = bundle.slice(bodyStart, end).replace(/\r/g, '').trim();
    const isWhole = /^[A-Za-z0-9+/=\s]+$/.test(body);
    if (isWhole) found.add(`${BEGIN}\n${body}\n${END}\n`);
    begin = bundle.indexOf(BEGIN, isWhole ? end : bodyStart);
  }
  return [...found];
}
