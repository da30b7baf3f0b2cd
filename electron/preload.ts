import { contextBridge, ipcRenderer } from 'electron';
import { type CallName, calls, type EventName, events } from './contract.ts';

/**
 * What the window gets of the main process. Each call, answer and event is checked here again; what is wrong with one is
 * said in a few words that hold nothing of it.
 */
contextBridge.exposeInMainWorld('waypost', {
  async call(name: CallName, ...sent: readonly unknown[]) {
    if (!Object.hasOwn(calls, name) || sent.length > 1) throw new Error('malformed call');
    const argument = calls[name].takes.safeParse(sent[0]);
    if (!argument.success) throw new Error('malformed call');
    const answer = calls[name].gives.safeParse(await ipcRenderer.invoke(name, argument.data));
    if (!answer.success) throw new Error('malformed answer');
    return answer.data;
  },
  on(name: EventName, take: (value: unknown) => void) {
    if (!Object.hasOwn(events, name) || typeof take !== 'function') throw new Error('malformed subscription');
    const listener = (_: unknown, sent: unknown) => {
      const value = events[name].safeParse(sent);
      if (value.success) take(value.data);
    };
    ipcRenderer.on(name, listener);
    return () => void ipcRenderer.off(name, listener);
  },
});
