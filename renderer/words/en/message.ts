export const messageWords = {} as const;
