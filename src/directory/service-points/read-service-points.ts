import { err, ok, type Problem, type Result } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { allOf, anyOf, equal } from '../ldap/filter.ts';
import { resultCode, resultProblem } from '../ldap/problem.ts';
import { domainDn } from '../names/dn.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import { inSiteOrder, keywords, type ServicePoint, toServicePoint } from './service-point.ts';

/** More service points than any organisation has mail servers that people are sent to. */
const sizeLimit = 50;

/**
 * The Autodiscover service connection points of the forest, in the order to try them (MS-OXDSCLI 3.1.5.1).
 *
 * @param below DN to look below; null: the forest's configuration
 * @returns none when the directory has none, or none that may be seen
 */
export async function readServicePoints(
  { session, dc }: Pick<SignedIn, 'session' | 'dc'>,
  below: string | null,
  step: Step,
): Promise<Result<readonly ServicePoint[], Problem>> {
  const base = below ?? `CN=Configuration,${domainDn(dc.forest ?? dc.domain)}`;
  const marked = Object.values(keywords).map((keyword) => equal('keywords', keyword));
  const filter = allOf(equal('objectClass', 'serviceConnectionPoint'), anyOf(...marked));
  const attributes = ['keywords', 'serviceBindingInformation'];
  const answer = await session.search({ base, scope: 'sub', filter, attributes, sizeLimit }, step);
  if (!answer.ok) return err(answer.error);
  const { result, entries } = answer.value;
  const nothing: readonly number[] = [resultCode.noSuchObject, resultCode.referral];
  if (nothing.includes(result.code)) return ok([]);
  if (result.code !== resultCode.success && result.code !== resultCode.sizeLimitExceeded) {
    return err(resultProblem(result, dc.host));
  }
  return ok(
    inSiteOrder(
      entries.map(toServicePoint).filter((point) => point !== null),
      dc.clientSite ?? dc.site,
    ),
  );
}
