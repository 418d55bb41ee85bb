/** A consensus meeting that somebody leads, with screens and phones that wait for what is shown. */
import { hashPassword } from '#lib/server/accounts/password.ts';
import type { Db } from '#lib/server/db/open.ts';
import { account } from '#lib/server/db/schema-accounts.ts';
import { makeAnsweredRound } from '../../tests/support/answered-round.ts';
import { madeUpPeople } from '../../tests/support/made-up-people.ts';
import { roundPlace } from '../../tests/support/making-rounds.ts';
import { addParticipant } from '../../tests/support/town-hall.ts';
import { Person } from './person.ts';
import { Watcher } from './watcher.ts';

export const RESPONSES = 2000;
export const SCREENS = 100;
const ORGANISER = 'kim@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
export const LEADER = 'Stabsstelle Nachhaltigkeit';

/** A large round in consensus and a small one, of a municipality whose organiser has a password. */
export async function makeMeetings(db: Db): Promise<{ large: string; small: string }> {
	const comment = 'Eine Anmerkung von zwei Zeilen, wie sie Menschen an den Rand schreiben.';
	const people = madeUpPeople(RESPONSES, 'full', comment);
	const large = await makeAnsweredRound(db, people, { variant: 'full', leaders: [LEADER] });
	const small = await makeAnsweredRound(db, people.slice(0, 12), { variant: 'full' });
	await addParticipant(db, [{ email: ORGANISER, role: 'organiser' }]);
	const now = new Date();
	const ids = { id: ORGANISER, userId: ORGANISER, accountId: ORGANISER, providerId: 'credential' };
	const password = await hashPassword(PASSWORD);
	await db.write((writer) =>
		writer
			.insert(account)
			.values({ ...ids, password, createdAt: now, updatedAt: now })
			.run()
	);
	return { large, small };
}

export const meetingOf = (round: string) => `/assessments/${roundPlace.key}/rounds/${round}/meeting`;

export async function signIn(person: Person): Promise<void> {
	const reply = await person.post('/account/sign-in?/password', [
		['email', ORGANISER],
		['password', PASSWORD]
	]);
	if (reply.status !== 303) throw new Error(`Signing in answered ${reply.status}`);
}

/** Screens and phones that have joined by the code, half and half. */
export async function joinAll(origin: string, chair: Person, meeting: string): Promise<Watcher[]> {
	await chair.post(`${meeting}/screens?/admit`, []);
	const code = />([2-9A-Z]{3} [2-9A-Z]{3})</.exec((await chair.get(`${meeting}/screens`)).body)?.[1] ?? '';
	return Promise.all(Array.from({ length: SCREENS }, (_, index) => join(origin, index, code)));
}

async function join(origin: string, index: number, code: string): Promise<Watcher> {
	const visitor = new Person(origin, 1000 + index);
	const joined = await visitor.post('/meeting?/join', [
		['code', code],
		['as', index % 2 === 0 ? 'screen' : 'phone']
	]);
	if (joined.status !== 303) throw new Error(`Joining answered ${joined.status}`);
	visitor.leave();
	const cookies = visitor.cookies().map((pair) => pair.join('='));
	return Watcher.open(origin, cookies.join('; '));
}

/** Shows an item; resolves with how long each screen waited for it, in milliseconds. */
export async function show(chair: Person, meeting: string, watchers: readonly Watcher[], item: string) {
	const arrivals = watchers.map((watcher) => watcher.wait(`"id":"${item}"`));
	const start = performance.now();
	await chair.post(`${meeting}/screens?/show`, [['item', item]]);
	return (await Promise.all(arrivals)).map((arrived) => arrived - start);
}

/** Settles an item that nobody has settled; resolves with the milliseconds that it took. */
export async function settle(chair: Person, meeting: string, item: string): Promise<number> {
	const { status, milliseconds } = await chair.post(`${meeting}/${item}?/decide`, [
		['settlement', '3'],
		['reason', 'so beschlossen'],
		['dissent', ''],
		['revision', '0']
	]);
	if (status !== 303) throw new Error(`A decision answered ${status}`);
	return milliseconds;
}
