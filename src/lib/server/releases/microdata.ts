/** The microdata file of a release (D9 b): made with the release, stored with it, never changed. */
import { asc, desc, eq } from 'drizzle-orm';
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import type { Memory } from '#lib/domain/disclosure/time.ts';
import type { Participant } from '#lib/domain/disclosure/participant.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { Microdata, patternOf } from '#lib/domain/microdata/microdata.ts';
import { microdataOverview, MicrodataOverview } from '#lib/domain/microdata/overview.ts';
import { planMicrodata, type MicrodataMember } from '#lib/domain/microdata/plan.ts';
import { microdataCsv } from '#lib/domain/microdata/sheet.ts';
import { placeOf, type Placed } from '#lib/domain/microdata/scheme.ts';
import { bandOf } from '#lib/domain/municipality/municipality.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { releaseMicrodata } from '#lib/server/db/schema-research.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { pack, unpack } from './packed.ts';

export interface BuiltMicrodata {
	/** packed, as it is stored */
	file: string;
	overview: MicrodataOverview;
}

/** Of full rounds. */
interface MicrodataSources {
	members: readonly Member[];
	/** what the releases before left behind, oldest first */
	earlier: readonly Memory[];
	/** what this one will leave behind */
	present: Memory;
	holders: readonly Holder[];
}

/** Makes the file of a release; undefined where there can be none. */
export function composeMicrodata(
	read: Reader,
	number: number,
	{ members, earlier, present, holders }: MicrodataSources
): BuiltMicrodata | undefined {
	const files = new Map(readFiles(read));
	const placed = members.flatMap(({ id, population, kind, scores }): MicrodataMember[] => {
		const pattern = patternOf(scores);
		return pattern ? [{ id, band: bandOf(population), kind, pattern }] : [];
	});
	const file = planMicrodata({
		number,
		members: placed,
		earlier: earlier.map(({ participants }, index) => ({
			file: files.get(index + 1),
			members: participants.flatMap(placedIn)
		})),
		holders,
		beside: { releases: [...earlier, present].map(({ participants }) => participants), standing: present.standing }
	});
	if (!file) return undefined;
	const overview = microdataOverview(file, placed);
	// Of rows without a single score nobody has anything.
	if (overview.l === null) return undefined;
	return { file: pack(file), overview: { ...overview, sha256: sha256(microdataCsv(file, number)) } };
}

/** Where somebody stood who had a score in a dimension. */
function placedIn({ id, groups, marks }: Participant): Placed[] {
	const place = placeOf(groups);
	const hasScore = DIMENSIONS.some((dimension) => typeof marks[dimension] === 'number');
	return place && hasScore ? [{ id, ...place }] : [];
}

function readFiles(read: Reader): [number, Microdata][] {
	const rows = read.select().from(releaseMicrodata).orderBy(asc(releaseMicrodata.number)).all();
	return rows.map(({ number, file }) => [number, Microdata.parse(unpack(file))]);
}

/** The file of a release as it is stored, packed; undefined where it has none. */
export function findPackedMicrodata(db: Db, number: number): string | undefined {
	const { file } = releaseMicrodata;
	return db.read.select({ file }).from(releaseMicrodata).where(eq(releaseMicrodata.number, number)).get()?.file;
}

/** What the operator is told about the files, that of the last release first. */
export function findMicrodataOverviews(db: Db): { number: number; overview: MicrodataOverview }[] {
	const { number, overview } = releaseMicrodata;
	const rows = db.read.select({ number, overview }).from(releaseMicrodata).orderBy(desc(number)).all();
	return rows.map((row) => ({ number: row.number, overview: MicrodataOverview.parse(JSON.parse(row.overview)) }));
}

/** By which a file can be checked; undefined where there is none, or none was noted. */
export function findMicrodataSum(db: Db, number: number): string | undefined {
	return findMicrodataOverviews(db).find((one) => one.number === number)?.overview.sha256;
}

/** Whether a release has a file. */
export function hasMicrodata(db: Db, number: number): boolean {
	const found = db.read.select({ number: releaseMicrodata.number }).from(releaseMicrodata);
	return found.where(eq(releaseMicrodata.number, number)).get() !== undefined;
}
