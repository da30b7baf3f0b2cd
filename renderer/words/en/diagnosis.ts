export const diagnosisWords = {} as const;
