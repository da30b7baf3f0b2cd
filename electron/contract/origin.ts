/** The one origin of the user interface. */
export const uiOrigin = 'app://waypost';
