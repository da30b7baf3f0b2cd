/** Files that go to somebody who helps, and come from somebody who needs help. */
export { makeBundle } from './bundle.ts';
export { createPreviews } from './previews.ts';
export { readOpened } from './read-opened.ts';
