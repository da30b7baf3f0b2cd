import { notePresses } from './waiting.ts';

// Runs in the page as soon as that is there, long before the program.
notePresses();
const [user, password] = document.querySelectorAll('input');
(user?.value === '' ? user : password)?.focus();
requestAnimationFrame(() => performance.mark('usable'));
