import fc from 'fast-check';

/** Text of any UTF-16 code units, lone surrogates included; half of it ASCII, where parsers have their corners. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units));
}
