export { Compare } from './compare.tsx';
export { History } from './history.tsx';
