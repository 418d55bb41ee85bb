/** Which phones take part in a meeting; in memory alone, since nobody has to know it afterwards. */
import { sha256 } from '#lib/server/sha256.ts';

interface Attending {
	/** hashes of their secrets */
	phones: Set<string>;
	/** the vote at whose beginning all of them were known; after a restart they are not */
	knownFor: number | undefined;
}

const meetings = new Map<string, Attending>();

function attending(roundId: string): Attending {
	const found = meetings.get(roundId) ?? { phones: new Set<string>(), knownFor: undefined };
	meetings.set(roundId, found);
	return found;
}

/** Counts a phone that has joined, once. @returns whether it is new */
export function attend(roundId: string, device: string): boolean {
	const { phones } = attending(roundId);
	const before = phones.size;
	phones.add(sha256(device));
	return phones.size > before;
}

/** A phone that leaves is not waited for. */
export function leave(roundId: string, device: string): void {
	meetings.get(roundId)?.phones.delete(sha256(device));
}

/** How many phones take part. */
export function countAttending(roundId: string): number {
	return meetings.get(roundId)?.phones.size ?? 0;
}

/** A vote begins: whoever takes part now, or joins meanwhile, is waited for. */
export function beginVote(roundId: string, vote: number): void {
	attending(roundId).knownFor = vote;
}

/** How many ballots a vote waits for; undefined where that is not known any more, so that only the chair ends it. */
export function expectedBallots(roundId: string, vote: number): number | undefined {
	const found = meetings.get(roundId);
	return found?.knownFor === vote && found.phones.size > 0 ? found.phones.size : undefined;
}

/** Forgets the phones of a meeting that is over or broken off. */
export function forgetAttending(roundId: string): void {
	meetings.delete(roundId);
}
