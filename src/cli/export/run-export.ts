import {
  type ClientName,
  clientNames,
  clients,
  isClientName,
  type Profile,
  type Signer,
  signProfile,
  writeProfile,
} from '../../clients/index.ts';
import { ok, type Problem, type Result } from '../../core/index.ts';
import type { Language } from '../../problems/index.ts';
import type { ExportOptions } from '../actions.ts';
import { exitCode } from '../exit-code.ts';
import { print, problemLines, styleOf } from '../render/index.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { accountFor } from './account.ts';
import { listText, writtenText } from './show.ts';
import { writeFiles } from './write-files.ts';

/** Writes the profile of an account, and says what it wrote and what the person must do next. → exit code. */
export async function runExport(options: ExportOptions, terminal: Terminal): Promise<number> {
  const { stdout, stderr, env, platform } = terminal;
  const style = styleOf(stdout, env, platform, {});
  if (options.list === true) {
    stdout.write(listText(style));
    return exitCode.passed;
  }
  const name = clientOf(options.client);
  if (options.out === undefined) throw new UsageError('--out', null, 'say which folder the files shall go to');
  const signer = signerOf(options, name);
  const language = languageOf(options.language);
  const written = writeProfile(clients[name], await accountFor(options), language);
  const profile = written.ok && signer !== null ? await signed(written.value, signer) : written;
  if (!profile.ok) {
    stderr.write(problemText(profile.error, terminal));
    return exitCode.usage;
  }
  const paths = await writeFiles(options.out, profile.value.files, options.force === true);
  stdout.write(writtenText(clients[name].title, profile.value, paths, style));
  return exitCode.passed;
}

function clientOf(name: string | undefined): ClientName {
  if (name !== undefined && isClientName(name)) return name;
  throw new UsageError('--client', name ?? null, `give one of ${clientNames.join(', ')}`);
}

function languageOf(code: string | undefined): Language {
  if (code === undefined || code === 'en' || code === 'de') return code ?? 'en';
  throw new UsageError('--language', code, 'give en or de');
}

function signerOf({ signKey, signCertificate, signChain }: ExportOptions, client: ClientName): Signer | null {
  if (signKey === undefined && signCertificate === undefined && signChain === undefined) return null;
  if (client !== 'apple') throw new UsageError('--sign-key', null, 'only the profile of --client apple can be signed');
  if (signKey === undefined) throw new UsageError('--sign-key', null, 'give the key, too');
  if (signCertificate === undefined) throw new UsageError('--sign-certificate', null, 'give the certificate, too');
  return { keyFile: signKey, certificateFile: signCertificate, chainFile: signChain };
}

async function signed(profile: Profile, signer: Signer): Promise<Result<Profile, Problem>> {
  const [file] = profile.files;
  if (file === undefined || typeof file.content !== 'string') return ok(profile);
  const content = await signProfile(file.content, signer);
  if (!content.ok) return content;
  const notes = profile.notes.filter(({ code }) => code !== 'apple-unsigned');
  return ok({ ...profile, files: [{ ...file, content: content.value }], notes });
}

function problemText(problem: Problem, { stderr, env, platform }: Terminal): string {
  const style = styleOf(stderr, env, platform, {});
  const place = { columns: style.columns, indent: 0, verbose: true, several: false, loud: true };
  return problemLines(problem, place)
    .map((line) => `${print(line, style)}\n`)
    .join('');
}
