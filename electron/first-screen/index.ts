/** What the window's page shows before the program is loaded. */
export { firstScreenOf } from './first-screen.ts';
export { guessFirstScreen } from './guess.ts';
export { noteFirstScreen } from './memory.ts';
export { suggestedUserHere } from './suggested-user.ts';
