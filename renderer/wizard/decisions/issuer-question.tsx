import { useRef, useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { FormText } from '../form/form-text.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { Answer, Answers } from './answers.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';
import { readCertificate } from './read-certificate.ts';
import { shownCertificate } from './shown-certificate.ts';

/** A certificate of an unknown issuer. It cannot be waved through: only the issuer's own certificate makes it trusted. */
export function IssuerQuestion({ desk, problem, optional, stop }: QuestionProps) {
  const { wizard: words, problem: problemWords } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const { report } = desk.run.state;
  const certificate = shownCertificate(problem, report);
  const flaw = desk.invalid.find(({ field }) => field === 'ca')?.flaw;
  const wrong = flaw === undefined ? (unreadable ? words.issuer.unreadable : null) : problemWords.flaws[flaw];
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const ca = await readCertificate(chosen);
    setUnreadable(ca === null);
    if (ca !== null) await desk.rerun({ ca });
  };
  return (
    <QuestionSheet
      title={words.issuer.title(visible(String(problem.args['host'] ?? ''), 300))}
      found={words.issuer.found(visible(String(problem.args['issuer'] ?? ''), 300))}
      why={words.issuer.why}
      leave={stop}
    >
      <Answers>
        <Answer
          safe
          label={optional ? words.goOnWithout : words.stopHere}
          consequence={words.issuer.stop}
          onChoose={stop}
          beside={<CopyReport report={report} label={words.copyForAdministrator} />}
        />
        <Answer label={words.issuer.have} consequence={words.issuer.given} onChoose={() => file.current?.click()}>
          {wrong !== null && <FormText alert>{wrong}</FormText>}
          <input
            ref={file}
            type="file"
            hidden
            accept=".pem,.crt,.cer,.der"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              // The same file may be chosen again, once it has been mended.
              event.target.value = '';
            }}
          />
        </Answer>
      </Answers>
      <ObstacleNote desk={desk} />
      {certificate !== null && <CertificateFacts certificate={certificate} />}
    </QuestionSheet>
  );
}
