import { contextBridge, ipcRenderer } from 'electron';
import { type CallName, calls, type EventName, events } from './contract.ts';

/** Each answer and each event is checked here again, before the window sees it. */
contextBridge.exposeInMainWorld('waypost', {
  async call(name: CallName, argument?: unknown) {
    if (!Object.hasOwn(calls, name)) throw new Error(`there is no call named ${String(name)}`);
    return calls[name].gives.parse(await ipcRenderer.invoke(name, calls[name].takes.parse(argument)));
  },
  on(name: EventName, take: (value: unknown) => void) {
    if (!Object.hasOwn(events, name)) throw new Error(`there is no event named ${String(name)}`);
    const listener = (_: unknown, value: unknown) => take(events[name].parse(value));
    ipcRenderer.on(name, listener);
    return () => void ipcRenderer.off(name, listener);
  },
});
