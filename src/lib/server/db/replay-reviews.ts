/** What the list of deletions takes away of reviews: a restore brings back neither a revoked grant nor who has left. */
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
