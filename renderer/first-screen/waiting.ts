/**
 * Between the page and the program: the page is marked as waiting until the program has taken it over, and a button that
 * is pressed meanwhile is marked as pressed. All that is known stands in the page itself, so that nothing is left over.
 */

const waiting = 'data-waiting';
const pressed = 'data-pressed';

export function isWaiting(): boolean {
  return document.querySelector(`[${waiting}]`) !== null;
}

/** Notes which button was pressed last, Enter in a field included: that presses the form's own. */
export function notePresses(): void {
  const note = (event: Event) => {
    if (!isWaiting()) return document.removeEventListener('click', note, true);
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null) return;
    // A form that nobody serves yet would be sent off.
    event.preventDefault();
    for (const one of document.querySelectorAll(`[${pressed}]`)) one.removeAttribute(pressed);
    button.setAttribute(pressed, '');
  };
  document.addEventListener('click', note, true);
}

/** Ends the waiting: what was pressed is pressed, now that it does something. */
export function endWaiting(): void {
  document.querySelector(`[${waiting}]`)?.removeAttribute(waiting);
  const button = document.querySelector<HTMLElement>(`[${pressed}]`);
  button?.removeAttribute(pressed);
  button?.click();
}
