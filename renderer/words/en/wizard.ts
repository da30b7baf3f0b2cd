export const wizardWords = {} as const;
