import type { OutputOptions } from '../options/values.ts';
import { styleOf } from '../render/index.ts';
import type { Terminal } from '../terminal.ts';
import { jsonLinesOutput, jsonOutput } from './json.ts';
import { liveOutput } from './live.ts';
import type { Output } from './output.ts';
import { plainOutput } from './plain.ts';
import type { Sink } from './sink.ts';

export type { Output } from './output.ts';
export { makeSink, type Sink } from './sink.ts';

/** The way of showing a run that the options, the environment and the stream ask for. */
export function chooseOutput(terminal: Terminal, sink: Sink, options: OutputOptions): Output {
  const { stdout, env, platform } = terminal;
  if (options.json) return jsonOutput(sink);
  if (options.jsonLines) return jsonLinesOutput(sink);
  const style = () => styleOf(stdout, env, platform, options);
  const detail = {
    verbose: options.verbose ?? false,
    transcript: options.transcript ?? false,
    explain: options.explain ?? false,
  };
  const isLive = stdout.isTTY && env['TERM'] !== 'dumb';
  return isLive ? liveOutput(stdout, sink, style, detail, terminal.onExit) : plainOutput(sink, style(), detail);
}
