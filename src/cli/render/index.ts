export { explainedOutcome } from './explain/index.ts';
export { type Line, print, widthOf } from './line.ts';
export { problemLines } from './problem.ts';
export { afterLinks, type Detail, linkLines, reportLines } from './report.ts';
export { safeReport } from './safe.ts';
export { type Style, styleOf } from './style.ts';
export { liveTree } from './tree.ts';
export { wrap } from './wrap.ts';
