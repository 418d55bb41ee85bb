/**
 * What the list of deletions takes away of reviews: a restore brings back neither a revoked grant, nor who has left, nor
 * who has passed a review on or stands in no longer.
 */
import type Database from 'better-sqlite3';

/** How the list names that somebody belonged to an organisation; whoever joins again later is somebody else. */
export function consultantMembership(member: { userId: string; consultancyId: string; joinedOn: string }): string {
	return `${member.consultancyId} ${member.userId} ${member.joinedOn}`;
}

const MEMBERS = 'SELECT user_id userId, consultancy_id consultancyId, joined_on joinedOn FROM consultant';

/** Ends grants that were revoked, on the day of the restore; how many. */
export function revokeAgain(client: Database.Database, isListed: (id: string) => boolean): number {
	const valid = client.prepare<[], string>('SELECT id FROM review_grant WHERE revoked_on IS NULL').pluck().all();
	const revoked = valid.filter(isListed);
	const revoke = client.prepare("UPDATE review_grant SET revoked_on = date('now') WHERE id = ?");
	for (const id of revoked) revoke.run(id);
	return revoked.length;
}

/** Ends memberships that were left; how many. */
export function leaveAgain(client: Database.Database, isListed: (membership: string) => boolean): number {
	const members = client.prepare<[], { userId: string; consultancyId: string; joinedOn: string }>(MEMBERS).all();
	const left = members.filter((member) => isListed(consultantMembership(member)));
	const leave = client.prepare('DELETE FROM consultant WHERE user_id = ?');
	for (const { userId } of left) leave.run(userId);
	return left.length;
}

/** What changes who holds a grant, with the column that it changes. */
const HANDOVERS = { review_passed_on: 'consultant_id', review_stand_in: 'stand_in_id' } as const;
export type Handover = keyof typeof HANDOVERS;

/** How often each has happened to each grant: the log of the municipality knows. */
const NOTED = `SELECT event || ' ' || subject what, count(*) count FROM audit_entry
	WHERE event IN ('review_passed_on', 'review_stand_in') GROUP BY what`;
const GRANTS = `SELECT review_grant.id, consultancy_id consultancyId, municipality_key municipalityKey
	FROM review_grant JOIN assessment ON assessment.id = assessment_id WHERE revoked_on IS NULL`;

/**
 * How the list names the `number`th handover of a grant, and, on a line of its own, to whom: the first line ends what
 * was before, whoever is known by the second takes over.
 */
export function handover(grantId: string, what: Handover, number: number, to?: string): string {
	return [grantId, what, number, ...(to === undefined ? [] : [to])].join(' ');
}

/** Hands over what was handed over, as often as it was; to nobody where whoever took over has not joined yet. How many. */
export function handOverAgain(client: Database.Database, isListed: (handover: string) => boolean): number {
	type Grant = { id: string; consultancyId: string; municipalityKey: string };
	const noted = client.prepare<[], { what: string; count: number }>(NOTED).all();
	const counts = new Map(noted.map(({ what, count }) => [what, count]));
	const members = client.prepare<[string], string>('SELECT user_id FROM consultant WHERE consultancy_id = ?').pluck();
	const note = client.prepare(
		"INSERT INTO audit_entry (municipality_key, day, event, subject) VALUES (?, date('now'), ?, ?)"
	);
	let replayed = 0;
	for (const { id, consultancyId, municipalityKey } of client.prepare<[], Grant>(GRANTS).all())
		for (const what of Object.keys(HANDOVERS) as Handover[]) {
			const change = client.prepare(`UPDATE review_grant SET ${HANDOVERS[what]} = ? WHERE id = ?`);
			for (let number = (counts.get(`${what} ${id}`) ?? 0) + 1; isListed(handover(id, what, number)); number++) {
				const to = members.all(consultancyId).find((member) => isListed(handover(id, what, number, member)));
				change.run(to ?? null, id);
				note.run(municipalityKey, what, id);
				replayed++;
			}
		}
	// Whoever holds it stands in for nobody.
	client.prepare('UPDATE review_grant SET stand_in_id = NULL WHERE stand_in_id = consultant_id').run();
	return replayed;
}
