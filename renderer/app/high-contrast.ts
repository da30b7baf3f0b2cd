import { teamsHighContrastTheme } from '@fluentui/react-components';

export const highContrastTheme = teamsHighContrastTheme;
