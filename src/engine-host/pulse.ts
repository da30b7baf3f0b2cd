import { heartbeat } from '../engine-protocol.ts';
import type { EngineProcess, EngineStop } from './engine-process.ts';
import type { EngineLimits } from './limits.ts';

/** Tells once when the engine has crashed, has gone, or gives no sign of life. */
export function watchPulse(
  engine: EngineProcess,
  limits: EngineLimits,
  tell: (stop: EngineStop) => void,
): { end(): void } {
  // Silence is counted in ticks of our own: a machine that slept has missed ours as well as the engine's.
  let silent = 0;
  let allowed = limits.start / heartbeat;
  let ended = false;
  const end = () => {
    ended = true;
    clearInterval(timer);
  };
  const report = (stop: EngineStop) => {
    if (ended) return;
    end();
    tell(stop);
  };
  const timer = setInterval(() => {
    if (++silent <= allowed) return;
    report({ reason: `it gave no sign of life for ${Math.round((allowed * heartbeat) / 1_000)} s`, evidence: [] });
  }, heartbeat);
  engine.onMessage(() => {
    silent = 0;
    allowed = limits.silence / heartbeat;
  });
  engine.onEnd(report);
  return { end };
}
