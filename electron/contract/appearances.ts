export const appearances = ['system', 'light', 'dark'] as const;
