import { loadProgram } from './load-program.ts';
import { notePresses } from './waiting.ts';

// Runs in the page as soon as that is there, long before the program.
notePresses();
const [user, password] = document.querySelectorAll('input');
(user?.value === '' ? user : password)?.focus();
requestAnimationFrame(() => {
  performance.mark('usable');
  // Not before that is painted: reading the program would hold it up.
  const painted = new MessageChannel();
  painted.port1.onmessage = loadProgram;
  painted.port2.postMessage(null);
});
