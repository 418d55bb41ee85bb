/** What the list of deletions takes away of evidence: a restore brings no release back that was withdrawn. */
import type Database from 'better-sqlite3';

/** Withdraws releases again; how many. */
export function withdrawAgain(client: Database.Database, isListed: (release: string) => boolean): number {
	const releases = client.prepare<[], string>('SELECT release FROM evidence WHERE release IS NOT NULL').pluck().all();
	const withdrawn = releases.filter(isListed);
	const withdraw = client.prepare('UPDATE evidence SET release = NULL, released_on = NULL WHERE release = ?');
	for (const release of withdrawn) withdraw.run(release);
	return withdrawn.length;
}
