/** `RelayPort` and `RelaySecurity`, which stand apart where there are no nested values, as the one field that they are. */
export function foldRelay(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { RelayPort: port, RelaySecurity: security, ...others } = values;
  const relay = { ...(port === undefined ? {} : { port }), ...(security === undefined ? {} : { security }) };
  return Object.keys(relay).length === 0 ? others : { ...others, relay };
}
