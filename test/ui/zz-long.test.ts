import { it } from 'vitest';
import { recordLabRun } from '../fakes/lab-run.ts';
import { openDiagnosis, run, startRun } from './diagnosis-stage.ts';
import { closeStages } from './stage.ts';
it('x', async () => {
  const ev = await recordLabRun();
  const at = ev.findIndex((e) => e.type === 'observation' && e.probe === 'dns.name');
  const events = [...ev.slice(0, at), ...Array.from({ length: 10000 }, () => ev[at]!), ...ev.slice(at)];
  const stage = await openDiagnosis();
  await stage.page.waitForTimeout(1000);
  await stage.page.evaluate(() => { (window as any).longs = []; new PerformanceObserver((l) => (window as any).longs.push(...l.getEntries().map((e) => [Math.round(e.startTime - (window as any).t0), Math.round(e.duration)]))).observe({ type: 'longtask' }); (window as any).t0 = performance.now(); });
  await startRun(stage);
  console.log('T', await stage.page.evaluate(() => performance.now() - (window as any).t0));
  for (let i = 0; i < events.length; i += 200) await stage.tell('run.events', { run, events: events.slice(i, i + 200) });
  console.log('T', await stage.page.evaluate(() => performance.now() - (window as any).t0));
  await stage.page.getByRole('heading', { name: /^Passed/ }).waitFor();
  console.log('LONG', JSON.stringify(await stage.page.evaluate(() => (window as any).longs)));
  await closeStages();
}, 60000);
