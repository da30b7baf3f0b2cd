import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import type { Report } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { FormText } from '../form/form-text.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';
import { useQuestionStyles } from './styles.ts';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Two servers of one name: which one is meant is for a person to say. */
export function ChooseQuestion({ desk, problem }: QuestionProps) {
  const styles = useStyles();
  const shared = useQuestionStyles();
  const { wizard: words } = useWords();
  const { report } = desk.run.state;
  const servers = problem.remedies.filter(({ option }) => option === 'server').map(({ value }) => value);
  const approved = servers.filter((server) => candidateOf(server, report)?.approves === true);
  const [chosen, setChosen] = useState(approved.length === 1 ? (approved[0] ?? '') : '');
  const label = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const radios = form.current;
    (radios?.querySelector<HTMLInputElement>(':checked') ?? radios?.querySelector('input'))?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== '') void desk.rerun({ server: chosen });
  };
  return (
    <QuestionSheet
      title={words.choose.title}
      found={words.choose.found(visible(String(problem.args['name'] ?? ''), 300))}
      why={words.choose.why}
      leave={desk.leave}
    >
      <form ref={form} className={shared.form} onSubmit={submit}>
        <RadioGroup aria-label={words.choose.which} value={chosen} onChange={(_, data) => setChosen(data.value)}>
          {servers.map((server) => (
            <Radio
              key={server}
              value={server}
              label={{
                // Long names break instead of making their column wider.
                style: { minWidth: 0 },
                children: (
                  <span className={styles.option}>
                    <span className={styles.name}>{visible(server, 300)}</span>
                    <span className={styles.facts}>{factsOf(server, report, words)}</span>
                  </span>
                ),
              }}
            />
          ))}
        </RadioGroup>
        <FormText id={label}>{chosen === '' ? words.choose.noneChosen : words.choose.chosen}</FormText>
        <ObstacleNote desk={desk} />
        <div className={shared.buttons}>
          <Button type="submit" appearance="primary" aria-describedby={label} disabledFocusable={chosen === ''}>
            {words.continue}
          </Button>
          <Button onClick={desk.leave}>{words.stopHere}</Button>
          <CopyReport report={report} label={words.copyForHelpdesk} />
        </div>
      </form>
    </QuestionSheet>
  );
}

function candidateOf(server: string, { chain }: Report) {
  return chain.name?.candidates.find(({ name }) => name === server);
}

type WizardWords = ReturnType<typeof useWords>['wizard'];

function factsOf(server: string, report: Report, words: WizardWords): string {
  const candidate = candidateOf(server, report);
  if (candidate === undefined) return '';
  const { addresses, suffix, approves } = candidate;
  const facts = [
    visible(addresses.join(', '), 300),
    suffix === null ? '' : words.choose.suffix(visible(suffix, 300)),
    approves ? words.choose.approved : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}
