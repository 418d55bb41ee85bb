/** Nothing in the database could tell when, from where or how fast somebody answered. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

/** Of all that people answer. A further column belongs into the data protection notice before it belongs here. */
const ANSWERS: Record<string, string[]> = {
	assessment: [
		...['id', 'mode', 'state', 'instrument_id', 'instrument_version', 'variant', 'scope', 'profile'],
		...['municipality_key', 'seed', 'code_hash', 'share_hash', 'created_on', 'saved_on', 'closed_on'],
		...['comparison_agreed_on', 'demonstration', 'frozen']
	],
	answer: ['assessment_id', 'question_id', 'revision', 'value', 'to_be_confirmed'],
	response: ['key', 'assessment_id', 'role', 'name', 'code_hash', 'submitted_on'],
	response_answer: ['response_key', 'question_id', 'revision', 'value'],
	invitation: ['id', 'assessment_id', 'role', 'email', 'sent_on', 'undeliverable']
};
/** Accounts are people who sign in; what is kept of their sessions is another matter. */
const ACCOUNTS = ['user', 'session', 'account', 'verification', 'two_factor', 'audit_entry'];
const TELLTALE =
	/(^|_)(ip|address|agent|browser|device|fingerprint|time|timestamp|at|seen|login|duration|seconds|minutes|speed|progress|opened|visits?)(_|$)/;

function columnsByTable(): Map<string, string[]> {
	const { file } = openTemporaryDatabase();
	const client = new Database(file, { readonly: true });
	const tables = client
		.prepare(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__drizzle%'"
		)
		.pluck()
		.all() as string[];
	const columns = tables.map((table): [string, string[]] => [
		table,
		client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
	]);
	client.close();
	return new Map(columns);
}

test.each(Object.keys(ANSWERS))('the table %s has no column but those that have been thought through', (table) => {
	const columns = columnsByTable().get(table);
	expect(columns?.toSorted()).toEqual(ANSWERS[table]?.toSorted());
});

test('no table outside accounts has a column for times, addresses, devices or pace', () => {
	const found = [...columnsByTable()]
		.filter(([table]) => !ACCOUNTS.includes(table))
		.flatMap(([table, columns]) => columns.filter((name) => TELLTALE.test(name)).map((name) => `${table}.${name}`));
	expect(found).toEqual([]);
	for (const name of ['ip_address', 'last_seen_on', 'saved_at', 'user_agent', 'answer_seconds'])
		expect(name).toMatch(TELLTALE);
});
