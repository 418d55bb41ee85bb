/** Every call of a door, with what it has to come to by the table of `domain/access.ts`. */
import { may, needsSecondFactor, type Who } from '#lib/domain/access.ts';
import { PHASES, type Phase } from '#lib/domain/round/round.ts';
import { doorOf, type Door, type Outcome } from './doors.ts';
import type { Caller, Town } from './towns.ts';

export interface Call {
	/** its line in the table */
	door: string;
	method: string;
	/** path, with the form action */
	address: string;
	caller: Caller;
	/** what the form sends */
	body: Record<string, string> | undefined;
	expected: Outcome;
	/** who calls, by name */
	as: string;
	/** in words, for whoever reads what went wrong */
	told: string;
}

/** Who calls, what they are towards what is called, and what that is. */
interface Situation {
	as: string;
	caller: Caller;
	who: Who;
	/** in the address, with the ids of a town */
	key: string;
	town: Town;
	/** whose ids stand in the form, and in further parts of the address */
	sent?: Town;
	phase: Phase | undefined;
	expected?: Outcome;
}

export function methodOf(door: string): string {
	return door.includes('?/') ? 'POST' : (door.split(' ')[1] ?? 'GET');
}

function addressOf(name: string, door: Door, { key, town, sent = town, phase, caller }: Situation): string {
	const id = name.startsWith('/check') ? town.check.id : town.rounds[phase ?? 'draft'];
	// Whoever holds a grant of the town, valid or not, calls with it; everybody else with the valid one.
	const grant = Object.values(town.callers).includes(caller) ? (caller.grant ?? town.grant) : town.grant;
	const parts: Record<string, string | undefined> = { key, id, grant, ...door.parts?.(sent, phase) };
	const [pattern = ''] = name.split(' ');
	const path = pattern.replace(/\[(\w+)(?:=\w+)?\]/g, (_, part: string) => parts[part] ?? `no ${part}`);
	const action = /\?\/(\w+)$/.exec(name)?.[1];
	return action && action !== 'default' ? `${path}?/${action}` : path;
}

function expectedOf(name: string, { what, always, only }: Door, { caller, who, phase }: Situation): Outcome {
	if (always) return always;
	// Whoever needs a second factor is led to it before anything is said about the phase.
	const asked = /^\/(assessments\/\[key\]|operate|contacts|reviews)/.test(name) && needsSecondFactor(who, false);
	if (asked && caller.unprotected && PHASES.some((any) => may(who, what, any))) return 'setUp';
	if (may(who, what, phase)) return only && phase && !only.includes(phase) ? 'missing' : 'through';
	if (what === 'useCheck') return 'missing';
	if (what === 'watch' || what === 'vote') return 'join';
	if (what === 'answer') return methodOf(name) === 'PUT' ? 'missing' : 'enter';
	return caller.id === undefined ? 'signIn' : 'missing';
}

/** The caller that comes in each phase, though nothing of the town is theirs. */
export const OUTSIDER = 'organiser of another town';

/** What somebody is to a town of others. */
function toOthers(caller: Caller): Who {
	const { who } = caller;
	if (who === 'reviewer' || who === 'standIn') return 'consultant';
	return who === 'operator' || who === 'consultant' ? who : caller.id === undefined ? 'visitor' : 'account';
}

function phasesOf(name: string): readonly (Phase | undefined)[] {
	if (name.includes('/rounds/')) return PHASES;
	if (name.startsWith('/reviews/[grant]')) return ['closed'];
	if (name.startsWith('/meeting')) return ['consensus'];
	return name.startsWith('/answer') ? ['collecting'] : [undefined];
}

/**
 * As everybody, in each phase, on what is one's own; on what is not, an organiser calls in each phase, the rest
 * in one, since nothing distinguishes phases to those who have no part in them.
 */
function situationsOf(name: string, door: Door, { own, foreign }: { own: Town; foreign: Town }): Situation[] {
	const organiser = own.callers.organiser;
	const belongs = name.includes('[key]') || name.startsWith('/reviews/[grant]') || name.startsWith('/check/[id]');
	const phases = phasesOf(name);
	return phases.flatMap((phase, turn): Situation[] => {
		const at = { key: own.key, town: own, phase };
		const members = Object.entries(own.callers).map(([as, caller]) => ({ as, caller, who: caller.who, ...at }));
		const inTurn = Object.entries(foreign.callers).filter(([as], index) => {
			return as === 'organiser' || index % phases.length === turn;
		});
		const others = inTurn.map(([as, caller]) => {
			return { as: `${as} of another town`, caller, who: toOthers(caller), ...at };
		});
		if (!organiser) throw new Error('Each town has an organiser');
		const mixing = { caller: organiser, who: 'organiser', expected: 'missing', ...at } as const;
		return [
			...(belongs ? others : []),
			...(name.includes('/rounds/[id]') ? [{ ...mixing, as: 'organiser with a round of others', town: foreign }] : []),
			...(door.owns || door.partsAreOwn ? [{ ...mixing, as: 'organiser with ids of others', sent: foreign }] : []),
			...members
		];
	});
}

/** All calls of a door; those that are let through come last, so that they spoil none that are refused. */
export function callsOf(name: string, towns: { own: Town; foreign: Town }): Call[] {
	const door = doorOf(name);
	return situationsOf(name, door, towns).map((situation) => {
		const { as, caller, town, sent = town, phase } = situation;
		const owner = sent === towns.foreign && town !== sent ? (sent.callers.organiser ?? caller) : caller;
		return {
			door: name,
			method: methodOf(name),
			address: addressOf(name, door, situation),
			caller,
			body: (door.owns ?? door.sends)?.(sent, owner),
			expected: situation.expected ?? expectedOf(name, door, situation),
			as,
			told: `${name}${phase ? ` (${phase})` : ''} as ${as}`
		};
	});
}
