import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { visible } from '../../src/core/index.ts';
import { count } from '../kit/format.ts';
import { useSpoken, useWords } from '../words/context.tsx';
import { countCertificates, readCertificates } from './certificates.ts';
import { domainFlaw } from './checks.ts';
import { Section } from './section.tsx';
import { besides } from './setting-field.tsx';
import { useSetting } from './use-setting.ts';

// As in the contract.
const mostDomains = 100;
const mostPem = 1_500_000;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `0 0 ${tokens.spacingVerticalXS}`, padding: 0 },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  input: { flexGrow: 1, minWidth: '12rem' },
  remove: { minWidth: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2, userSelect: 'text' },
});

/** Who may get a password, and whose word counts for a server's name. */
export function Trust() {
  const { settings: words } = useWords();
  return (
    <Section title={words.trust}>
      <ApprovedDomains />
      <Issuers />
    </Section>
  );
}

function ApprovedDomains() {
  const styles = useStyles();
  const { settings: words, problem } = useWords();
  const setting = useSetting('approvedDomains');
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const domains = setting.value;
  const add = async () => {
    const domain = typed.trim().replace(/\.$/, '').toLowerCase();
    if (domain === '') return setting.complain(problem.flaws.missing);
    const flaw = domainFlaw(domain);
    if (flaw !== null) return setting.complain(problem.flaws[flaw]);
    if (domains.includes(domain)) return setting.complain(words.domainKnown);
    if (domains.length >= mostDomains) return setting.complain(words.tooManyDomains);
    if (await setting.save([...domains, domain])) setTyped('');
  };
  const remove = async (domain: string) => {
    await setting.save(domains.filter((one) => one !== domain));
    input.current?.focus();
  };
  return (
    <Field label={words.approvedDomains} {...besides(setting, words, words.approvedDomainsHint)}>
      {(control) => (
        <div>
          {domains.length === 0 && <div className={styles.quiet}>{words.noApprovedDomains}</div>}
          <ul className={styles.list}>
            {domains.map((domain) => (
              <li key={domain} className={styles.item}>
                <bdi className={styles.name}>{visible(domain, 300)}</bdi>
                {!setting.locked && (
                  <Button
                    size="small"
                    appearance="subtle"
                    className={styles.remove}
                    aria-label={words.removeDomain(visible(domain, 300))}
                    onClick={() => void remove(domain)}
                  >
                    ×
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <div className={styles.row}>
            <Input
              {...control}
              input={{ ref: input }}
              className={styles.input}
              value={typed}
              disabled={setting.locked}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, { value }) => {
                setTyped(value);
                setting.complain(null);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Enter') void add();
              }}
            />
            <Button disabled={setting.locked} onClick={() => void add()}>
              {words.addDomain}
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}

function Issuers() {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { settings: own, problem } = words;
  const setting = useSetting('ca');
  const [added, setAdded] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const held = countCertificates(setting.value);
  const add = async (file: File) => {
    const read = await readCertificates(file);
    if ('flaw' in read) return setting.complain(problem.flaws[read.flaw]);
    const all = [setting.value, read.pem].filter((pem) => pem !== '').join('\n');
    if (all.length > mostPem) return setting.complain(problem.flaws['too-large']);
    if (await setting.save(all)) setAdded(file.name);
  };
  const remove = async () => {
    if (await setting.save('')) setAdded(null);
  };
  return (
    <Field label={own.ca} {...besides(setting, own, own.caHint)}>
      {({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy }) => (
        <section aria-labelledby={labelledBy} aria-describedby={describedBy} className={styles.row}>
          <span className={styles.name}>
            {held === 0 ? own.caNone : own.caCount(held, count(held, locale))}
            {added !== null && ` ${own.caAdded(visible(added, 255))}`}
          </span>
          <Button disabled={setting.locked} onClick={() => input.current?.click()}>
            {own.addCa}
          </Button>
          <Button disabled={setting.locked || held === 0} onClick={() => void remove()}>
            {own.removeCa}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".pem,.crt,.cer,.der"
            hidden
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) void add(file);
              target.value = '';
            }}
          />
        </section>
      )}
    </Field>
  );
}
