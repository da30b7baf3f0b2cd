import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PolicyState } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';
import type { Words } from '../words/words.ts';
import { Section } from './section.tsx';
import { Table } from './table.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  faults: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere', userSelect: 'text' },
});

/** What administrators have set, where it stands, and what is wrong with it. */
export function Organisation() {
  const styles = useStyles();
  const { policy } = useApp().info;
  const { settings: words } = useWords();
  return (
    <Section title={words.policy}>
      {policy.fields.length === 0 && policy.faults.length === 0 && <p className={styles.text}>{words.policyNone}</p>}
      {policy.fields.length > 0 && (
        <Table
          caption={words.policyCaption}
          heads={[words.policyField, words.policyValue, words.policyKind, words.policySource]}
          rows={policy.fields.map((field) => ({
            key: field.field,
            cells: [
              words.policyFields[field.field],
              valueInWords(field, words),
              field.locked ? words.policyLocked : words.policyPreset,
              visible(field.source, 300),
            ],
          }))}
        />
      )}
      {policy.faults.length > 0 && (
        <>
          <Text as="h3" weight="semibold" className={styles.text}>
            {words.policyFaults}
          </Text>
          <ul className={styles.faults}>
            {policy.faults.map(({ source, fault, detail }) => (
              <li key={`${source} ${fault} ${detail}`}>
                {words.faultOf(visible(source, 300), words.faults[fault](visible(detail, 200)))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const permissions: ReadonlySet<PolicyState['fields'][number]['field']> = new Set([
  'updates',
  'sendTests',
  'rememberPasswords',
  'allowHttp',
  'tellAddress',
]);

function valueInWords({ field, value }: PolicyState['fields'][number], words: Words['settings']): string {
  const isPermission = permissions.has(field);
  if (isPermission && value === 'true') return words.policyYes;
  if (isPermission && value === 'false') return words.policyNo;
  return visible(value, 500);
}
