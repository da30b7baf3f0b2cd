declare const __WAYPOST_VERSION__: string | undefined;

/** The version of this program; bundling puts it in. */
export const version = typeof __WAYPOST_VERSION__ === 'string' ? __WAYPOST_VERSION__ : '0.0.0-source';
