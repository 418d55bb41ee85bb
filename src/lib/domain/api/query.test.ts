import { describe, expect, test } from 'vitest';
import { CellQuery, EXPECTED, NoQuery, PAGE_SIZE, readQuery } from './query.ts';

const read = (query: string) => readQuery(CellQuery, new URLSearchParams(query));

describe('the parameters of an address', () => {
	test('are all free to be left out', () => {
		expect(read('')).toEqual({ limit: PAGE_SIZE, offset: 0 });
	});

	test('are read, numbers as numbers', () => {
		expect(read('variant=short&group=band:2/kind:town&measure=D1&limit=7&offset=14')).toEqual({
			variant: 'short',
			group: 'band:2/kind:town',
			measure: 'D1',
			limit: 7,
			offset: 14
		});
	});

	test.each([
		['variant=both', 'variant'],
		['group=state:17', 'group'],
		['group=', 'group'],
		['group=band:1|band:2', 'group'],
		['measure=__proto__', 'measure'],
		['limit=0', 'limit'],
		['limit=1001', 'limit'],
		['limit=1e2', 'limit'],
		['limit=0x10', 'limit'],
		['limit=5.5', 'limit'],
		['offset=-1', 'offset'],
		['offset=', 'offset']
	] as const)('%s is refused with what is expected', (query, parameter) => {
		expect(read(query)).toEqual({ refused: 400, errors: [{ parameter, detail: EXPECTED[parameter] }] });
	});

	test('are refused when given twice: it would be chance which of them counts', () => {
		expect(read('group=all&group=state:09')).toEqual({
			refused: 400,
			errors: [{ parameter: 'group', detail: 'Expected once.' }]
		});
	});

	test('are refused where there are none of that name, and the name is not repeated', () => {
		const refusal = read('gruppe=all&%3Cscript%3E=1');
		expect(refusal).toEqual({
			refused: 400,
			errors: [{ detail: 'There are no parameters but variant, group, measure, limit, offset.' }]
		});
		expect(readQuery(NoQuery, new URLSearchParams('_=1'))).toEqual({
			refused: 400,
			errors: [{ detail: 'There are no parameters here.' }]
		});
	});

	test('are all told when several are wrong', () => {
		const refusal = read('group=x&limit=x&y=1');
		expect('errors' in refusal && refusal.errors).toHaveLength(3);
	});
});
