/** No page, form action or handler is left out of the table by which access is tested. */
import { expect, test } from 'vitest';
import { DOORS } from '../support/doors.ts';
import { doorsOfTheHouse } from '../support/routes.ts';

test('every door of the sources has its line in tests/support/doors.ts', () => {
	expect(doorsOfTheHouse().filter((door) => !(door in DOORS))).toEqual([]);
});

test('every line names a door that there is', () => {
	const doors = doorsOfTheHouse();
	expect(Object.keys(DOORS).filter((door) => !doors.includes(door))).toEqual([]);
});

test('pages, form actions and handlers are all found', () => {
	const doors = doorsOfTheHouse();
	for (const door of ['/', '/account ?/end', '/account/reset ?/default', '/check/[id]/answers PUT', '/health'])
		expect(doors).toContain(door);
	expect(new Set(doors).size, 'each once').toBe(doors.length);
});
