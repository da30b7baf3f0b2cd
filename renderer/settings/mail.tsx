import type { Flaw } from '../../src/core/flaw.ts';
import { useWords } from '../words/context.tsx';
import { domainFlaw, serverFlaw } from './checks.ts';
import { Section } from './section.tsx';
import { LineSetting } from './setting-field.tsx';
import { useSetting } from './use-setting.ts';

const leastTimeout = 1;
const mostTimeout = 3_600;

/** What each run starts with. */
export function Mail() {
  const { settings: words, problem } = useWords();
  const server = useSetting('server');
  const domain = useSetting('domain');
  const timeout = useSetting('timeout');
  const sound = (setting: Pick<typeof server, 'complain'>, text: string, flaw: Flaw | null) => {
    if (flaw === null) return text;
    setting.complain(problem.flaws[flaw]);
    return null;
  };
  return (
    <Section title={words.mail}>
      <LineSetting
        setting={server}
        label={words.server}
        hint={words.serverHint}
        read={(text) => sound(server, text, serverFlaw(text))}
      />
      <LineSetting
        setting={domain}
        label={words.domain}
        hint={words.domainHint}
        read={(text) => sound(domain, text, domainFlaw(text))}
      />
      <LineSetting
        setting={timeout}
        label={words.timeout}
        hint={words.timeoutHint}
        numeric
        read={(text) => {
          const seconds = Number(text.replace(',', '.'));
          if (text !== '' && seconds >= leastTimeout && seconds <= mostTimeout) return seconds;
          timeout.complain(problem.flaws['not-seconds']);
          return null;
        }}
      />
    </Section>
  );
}
