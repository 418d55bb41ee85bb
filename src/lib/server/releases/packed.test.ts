import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

test('what is packed comes back', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
		})
	);
});

test('rows that are alike take little room', () => {
	const rows = Array.from({ length: 1_000 }, () => ({ band: '2', kind: 'town', decision: 2.5 }));
	expect(pack(rows).length).toBeLessThan(JSON.stringify(rows).length / 50);
});

test('what was never packed is refused', () => {
	expect(() => unpack('nothing')).toThrow();
});
