import { expect, test } from 'vitest';
import { GROWING } from '../../../../tests/support/query-plans.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';

interface Key {
	table: string;
	columns: string[];
}

test('answers and responses are found by a key when what they belong to is deleted', () => {
	const { read } = openTemporaryDatabase();
	const keys = GROWING.flatMap((table): Key[] => {
		const rows = read.all<{ id: number; from: string }>(`SELECT id, "from" FROM pragma_foreign_key_list('${table}')`);
		const byKey = Object.values(Object.groupBy(rows, ({ id }) => id));
		return byKey.map((columns = []) => ({ table, columns: columns.map(({ from }) => from) }));
	});
	const isLed = ({ table, columns }: Key) => {
		const indexed = read.all<{ columns: string }>(
			`SELECT (SELECT group_concat(name) FROM pragma_index_info(list.name)) columns FROM pragma_index_list('${table}') list
			UNION SELECT name FROM pragma_table_info('${table}') WHERE pk = 1`
		);
		return indexed.some((index) => `${index.columns},`.startsWith(`${columns.join(',')},`));
	};
	expect(keys.map(({ table }) => table)).toEqual(expect.arrayContaining(['answer', 'response_answer']));
	expect(keys.filter((key) => !isLed(key))).toEqual([]);
});
