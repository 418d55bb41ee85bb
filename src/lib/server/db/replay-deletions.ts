/** Deletes again, when a database is opened, what stands on the list of deletions (D16, F13). */
import type Database from 'better-sqlite3';
import type { Deleted, Replayed } from './deleted.ts';
import { disagreeAgain, takeOffersBackAgain } from './replay-decisions.ts';
import { withdrawAgain } from './replay-evidence.ts';
import { handOverAgain, leaveAgain, revokeAgain } from './replay-reviews.ts';

const LINKS = `SELECT id, share_hash link FROM assessment UNION ALL SELECT assessment_id, preview_hash FROM round`;
const MEMBERS = `SELECT municipality_key key, registered_on registeredOn, user_id userId
	FROM participant JOIN membership USING (municipality_key)`;

/**
 * How the list names a municipality that takes part: its key alone could be guessed, and would delete it again after
 * it has registered anew; each of its members names it.
 */
export function participation(key: string, registeredOn: string, userId: string): string {
	return `${key} ${registeredOn} ${userId}`;
}

/** What a municipality holds that goes when it leaves, besides its rounds: those are on the list themselves. */
export const OWN_OF_MUNICIPALITY = [
	'DELETE FROM action WHERE municipality_key = ?',
	'DELETE FROM allowed_domain WHERE municipality_key = ?',
	'DELETE FROM audit_entry WHERE municipality_key = ?',
	'DELETE FROM participant WHERE municipality_key = ?'
] as const;

/** As somebody's withdrawal leaves it: counted on until collecting ends, and opened by nobody. */
const WITHDRAWN = [
	'DELETE FROM response_answer WHERE response_key = ?',
	'UPDATE response SET code_hash = NULL WHERE key = ? AND code_hash IS NOT NULL'
] as const;

export const NOTHING_REPLAYED: Readonly<Replayed> = {
	check: 0,
	round: 0,
	link: 0,
	account: 0,
	invitations: 0,
	responses: 0,
	invitation: 0,
	answers: 0,
	municipality: 0,
	agreement: 0,
	contact: 0,
	message: 0,
	report: 0,
	grant: 0,
	consultant: 0,
	handover: 0,
	publication: 0,
	evidence: 0,
	evidenceRelease: 0
};

/** @param listed kind and hash of each entry, as they stand on the list */
export function replay(client: Database.Database, listed: ReadonlySet<string>, hash: (id: string) => string): Replayed {
	const replayed = { ...NOTHING_REPLAYED };
	if (listed.size === 0) return replayed;
	const isListed = (kind: Deleted, id: string) => listed.has(`${kind} ${hash(id)}`);
	type WithId =
		'assessment' | 'user' | 'invitation' | 'contact_message' | 'contact_report' | 'publication' | 'evidence';
	const idsIn = (table: WithId) => client.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all();
	const keysIn = client.prepare<[string], string>('SELECT key FROM response WHERE assessment_id = ?').pluck();
	const deleteAgain = (kind: Deleted, ids: string[], ...deletions: string[]) => {
		const statements = deletions.map((deletion) => client.prepare(deletion));
		const changed = (id: string) => statements.map((statement) => statement.run(id).changes).some((count) => count > 0);
		replayed[kind] = ids.filter((id) => isListed(kind, id)).filter(changed).length;
	};
	const ofRound = (table: string) => `DELETE FROM ${table} WHERE assessment_id = ?`;
	client.transaction(() => {
		const assessments = idsIn('assessment');
		for (const kind of ['check', 'round'] as const)
			deleteAgain(kind, assessments, 'DELETE FROM assessment WHERE id = ?');
		deleteAgain('invitations', assessments, ofRound('invitation'));
		deleteAgain('responses', assessments, ofRound('response'), ofRound('invitation'));
		deleteAgain('invitation', idsIn('invitation'), 'DELETE FROM invitation WHERE id = ?');
		const keys = assessments.flatMap((id) => keysIn.all(id));
		deleteAgain('answers', keys, ...WITHDRAWN);
		replayed.link = endLinks(client, (link) => isListed('link', link));
		replayed.municipality = deleteMunicipalities(client, (one) => isListed('municipality', one));
		replayed.agreement = disagreeAgain(client, (one) => isListed('agreement', one));
		replayed.contact = takeOffersBackAgain(client, (one) => isListed('contact', one));
		deleteAgain('message', idsIn('contact_message'), 'DELETE FROM contact_message WHERE id = ?');
		deleteAgain('report', idsIn('contact_report'), 'DELETE FROM contact_report WHERE id = ?');
		replayed.grant = revokeAgain(client, (id) => isListed('grant', id));
		replayed.consultant = leaveAgain(client, (one) => isListed('consultant', one));
		replayed.handover = handOverAgain(client, (one) => isListed('handover', one));
		deleteAgain(
			'publication',
			idsIn('publication'),
			'UPDATE publication SET withdrawn_on = published_on WHERE id = ? AND withdrawn_on IS NULL'
		);
		deleteAgain('evidence', idsIn('evidence'), 'DELETE FROM evidence WHERE id = ?');
		replayed.evidenceRelease = withdrawAgain(client, (release) => isListed('evidenceRelease', release));
		deleteAgain('account', idsIn('user'), 'DELETE FROM user WHERE id = ?');
	})();
	return replayed;
}

function endLinks(client: Database.Database, isEnded: (link: string) => boolean): number {
	const links = client.prepare<[], { id: string; link: string | null }>(LINKS).all();
	const ended = links.filter(({ link }) => link !== null && isEnded(link));
	const endings = [
		client.prepare('UPDATE assessment SET share_hash = NULL WHERE id = ? AND share_hash = ?'),
		client.prepare('UPDATE round SET preview_hash = NULL WHERE assessment_id = ? AND preview_hash = ?')
	];
	for (const { id, link } of ended) for (const end of endings) end.run(id, link);
	return ended.length;
}

function deleteMunicipalities(client: Database.Database, hasLeft: (participation: string) => boolean): number {
	const members = client.prepare<[], { key: string; registeredOn: string; userId: string }>(MEMBERS).all();
	const left = members.filter(({ key, registeredOn, userId }) => hasLeft(participation(key, registeredOn, userId)));
	const keys = new Set(left.map(({ key }) => key));
	for (const key of keys) for (const statement of OWN_OF_MUNICIPALITY) client.prepare(statement).run(key);
	return keys.size;
}
