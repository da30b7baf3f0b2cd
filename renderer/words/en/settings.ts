export const settingsWords = {} as const;
