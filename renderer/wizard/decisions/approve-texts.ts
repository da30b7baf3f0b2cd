import type { Problem } from '../../../src/core/problem.ts';
import { visible } from '../../../src/core/text.ts';
import type { Report } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';

interface ApproveTexts {
  readonly title: string;
  readonly found: string;
  readonly why: string;
}

/** What is asked about a server outside the approved domains: one that a name led to, or one that the settings name. */
export function useApproveTexts({ code, args }: Problem, { chain }: Report): ApproveTexts {
  const { approve: words } = useWords().wizard;
  const text = (name: string) => visible(String(args[name] ?? ''), 300);
  const domain = text('domain');
  if (code === 'settings.foreign-server') {
    const whose = visible(chain.settings?.address ?? chain.settings?.domain ?? '', 320);
    return {
      title: words.titleOfHosted(domain),
      found: words.foundInSettings(whose, text('host')),
      why: words.whyOfHosted(domain),
    };
  }
  // A name out of an SRV record is absolute: its dot tells a person nothing.
  const asked = text('asked').replace(/\.$/, '');
  const name = text('name');
  return {
    title: words.title(domain),
    found: asked === name ? words.foundInDns(name) : words.found(asked, name),
    why: words.why(domain),
  };
}
