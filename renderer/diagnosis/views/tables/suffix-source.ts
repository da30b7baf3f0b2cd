import { visible } from '../../../../src/core/index.ts';
import type { Words } from '../../../words/words.ts';

type SuffixWords = Words['views']['suffixes'];
type SourceId = keyof SuffixWords['sources'];

/** How a report tells where a suffix was seen. The names in it stay as they are; the last may be a source itself. */
const forms: readonly (readonly [id: SourceId, form: RegExp, holdsSource?: true])[] = [
  ['given', /^--search$/],
  ['machineDomain', /^(.+), the domain of this machine$/, true],
  ['fileFrom', /^resolv\.conf line (\d+), from (.+)$/, true],
  ['fileBy', /^resolv\.conf line (\d+), by (.+)$/],
  ['file', /^resolv\.conf line (\d+)$/],
  ['environment', /^environment variable (\w+)$/],
  ['lease', /^DHCP lease in (.+)$/],
  ['dhcp', /^DHCP on (.+)$/],
  ['connection', /^connection "(.*)"$/],
  ['service', /^network settings of "(.*)"$/],
  ['onLink', /^(.+) on link (.+)$/],
  ['link', /^link (.+)$/],
  ['resolved', /^systemd-resolved settings$/],
  ['hostName', /^host name (.+)$/],
  ['policyList', /^group policy, search list$/],
  ['computerList', /^TCP\/IP settings, search list$/],
  ['policyPrimary', /^primary suffix, group policy$/],
  ['primary', /^primary suffix of the computer$/],
  ['parent', /^parent of the primary suffix$/],
];

/** Where a suffix was seen, in words. What has no other words, such as a path, is told as it is. */
export function sourceInWords(source: string, words: SuffixWords): string {
  for (const [id, form, holdsSource] of forms) {
    const names = form.exec(source)?.slice(1);
    if (names === undefined) continue;
    const told = names.map((name, i) =>
      holdsSource && i === names.length - 1 ? sourceInWords(name, words) : nameInWords(name, words),
    );
    return words.sources[id](told[0] ?? '', told[1] ?? '');
  }
  return visible(source);
}

/** Programs and people without a name of their own have one in each language. */
function nameInWords(name: string, { authors }: SuffixWords): string {
  const known: Readonly<Record<string, string>> = authors;
  return Object.hasOwn(known, name) ? (known[name] ?? '') : visible(name);
}
