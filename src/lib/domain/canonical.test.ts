import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';

test.each([
	[{ b: 1, a: [true, null, 'ä"\n'] }, '{"a":[true,null,"ä\\"\\n"],"b":1}'],
	[{ B: 1, a: 2, ä: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"B":1,"a":2,"ä":3}'],
	[{ present: 1, absent: undefined }, '{"present":1}'],
	[[], '[]'],
	[-0, '0'],
	[2.5, '2.5']
])('M15: %j has one canonical form', (value, json) => {
	expect(canonicalJson(value)).toBe(json);
});

test('M15: the order in which keys were written does not matter, and nothing is lost', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
			const reversed = Object.fromEntries(Object.entries(value).reverse());
			expect(canonicalJson(reversed)).toBe(canonicalJson(value));
			expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
			expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
		})
	);
});

test.each([[NaN], [Infinity], [undefined], [() => 1], [[undefined]], [{ a: Symbol('x') }]])(
	'M15: %s is refused instead of being changed silently',
	(value) => {
		expect(() => canonicalJson(value)).toThrow(TypeError);
	}
);
