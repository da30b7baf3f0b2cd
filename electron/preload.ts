import { contextBridge, ipcRenderer } from 'electron';
import type { CallName, EventName } from './contract.ts';

// Loaded when it is first needed: the page is not read before this script has ended.
const contract = () => import('./contract.ts');

/**
 * What the window gets of the main process. Each call, answer and event is checked here again; what is wrong with one is
 * said in a few words that hold nothing of it.
 */
contextBridge.exposeInMainWorld('waypost', {
  async call(name: CallName, ...sent: readonly unknown[]) {
    const { calls } = await contract();
    if (!Object.hasOwn(calls, name) || sent.length > 1) throw new Error('malformed call');
    const argument = calls[name].takes.safeParse(sent[0]);
    if (!argument.success) throw new Error('malformed call');
    const answer = calls[name].gives.safeParse(await ipcRenderer.invoke(name, argument.data));
    if (!answer.success) throw new Error('malformed answer');
    return answer.data;
  },
  on(name: EventName, take: (value: unknown) => void) {
    if (typeof name !== 'string' || typeof take !== 'function') throw new Error('malformed subscription');
    let isEnded = false;
    const listener = async (_: unknown, sent: unknown) => {
      const { events } = await contract();
      if (isEnded || !Object.hasOwn(events, name)) return;
      const value = events[name].safeParse(sent);
      if (value.success) take(value.data);
    };
    ipcRenderer.on(name, listener);
    return () => {
      isEnded = true;
      ipcRenderer.off(name, listener);
    };
  },
});
