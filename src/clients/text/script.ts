/** A value in the syntax that JSON, JavaScript and Mozilla’s preferences share, in ASCII only. */
export function literal(value: string | number | boolean): string {
  return JSON.stringify(value).replace(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
