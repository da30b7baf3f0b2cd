export { OpenFile } from './open-file.tsx';
export { Replay } from './replay.tsx';
