/** From the records of a register file to the municipalities, districts and associations that the product knows. */
import type { Kind } from './municipality.ts';
import { registerName } from './register-name.ts';
import type { BadLine, RegisterFile, RegisterRecord } from './register.ts';

/** An entry under its official key: AGS with 8 digits, district with 5, association with 9. */
export interface RegisterEntry {
	key: string;
	name: string;
	kind: Kind;
	/** Land, two digits */
	state: string;
	/** the district it lies in; null for districts and independent cities */
	districtKey: string | null;
	districtName: string | null;
	/** the association it belongs to, where that is an entry */
	associationKey: string | null;
	/** of districts and associations: the sum of their municipalities, without unincorporated areas */
	population: number;
	/** hectares, summed alike */
	area: number;
}

/** How many records were left out, by reason. */
export interface LeftOut {
	/** Länder, Regierungsbezirke and regions */
	headings: number;
	/** district records of independent cities, which are entries as municipalities */
	independentCities: number;
	/** association records of municipalities that belong to none */
	singleMunicipalities: number;
	/** unincorporated areas, inhabited or not */
	unincorporated: number;
}

type Reason = Exclude<keyof LeftOut, 'headings'>;

const MUNICIPALITY_KINDS: Record<string, Kind> = {
	'60': 'municipality',
	'61': 'independentCity',
	'62': 'independentCity',
	'63': 'town',
	'64': 'municipality',
	'67': 'town'
};

/** What a record becomes, or why it is left out. */
function classify({ level, code }: RegisterRecord): { kind: Kind } | { reason: Reason } {
	if (level === 'district')
		return code === '41' || code === '42' ? { reason: 'independentCities' } : { kind: 'district' };
	if (level === 'association') return code === '50' ? { reason: 'singleMunicipalities' } : { kind: 'association' };
	const kind = MUNICIPALITY_KINDS[code];
	return kind ? { kind } : { reason: 'unincorporated' };
}

/** The entries of a file in its order, or the lines that contradict others. */
export function registerEntries(
	file: RegisterFile
): { entries: RegisterEntry[]; leftOut: LeftOut } | { bad: BadLine[] } {
	const leftOut: LeftOut = {
		headings: file.headings,
		independentCities: 0,
		singleMunicipalities: 0,
		unincorporated: 0
	};
	const taken: { record: RegisterRecord; kind: Kind }[] = [];
	for (const record of file.records) {
		const what = classify(record);
		if ('kind' in what) taken.push({ record, kind: what.kind });
		else leftOut[what.reason] += 1;
	}
	const bad = [...repeated(file.records), ...orphans(taken, file.records)];
	if (bad.length > 0) return { bad: bad.sort((a, b) => a.line - b.line) };

	const entries = new Map(taken.map(({ record, kind }) => [officialKey(record), bareEntry(record, kind)]));
	for (const { record } of taken) {
		const entry = entries.get(officialKey(record));
		if (!entry || record.level === 'district') continue;
		const district = entries.get(record.district);
		const association = record.level === 'municipality' ? entries.get(associationKey(record)) : undefined;
		entry.districtKey = district?.key ?? null;
		entry.districtName = district?.name ?? null;
		entry.associationKey = association?.key ?? null;
		if (record.level === 'association') continue;
		for (const parent of [district, association]) {
			if (!parent) continue;
			parent.population += record.population;
			parent.area += record.area;
		}
	}
	return { entries: [...entries.values()], leftOut };
}

const associationKey = (record: RegisterRecord) => record.district + record.association;

function officialKey(record: RegisterRecord): string {
	return record.level === 'association' ? associationKey(record) : record.district + record.municipality;
}

function bareEntry(record: RegisterRecord, kind: Kind): RegisterEntry {
	return {
		key: officialKey(record),
		name: registerName(record.level, record.code, record.name),
		kind,
		state: record.district.slice(0, 2),
		districtKey: null,
		districtName: null,
		associationKey: null,
		population: record.population,
		area: record.area
	};
}

/** Lines whose key an earlier line has. */
function repeated(records: RegisterRecord[]): BadLine[] {
	const seen = new Set<string>();
	return records.flatMap((record) => {
		const key = officialKey(record);
		if (!seen.has(key)) return (seen.add(key), []);
		return [{ line: record.line, problem: 'twice' as const, found: key }];
	});
}

/** Lines below a district or association that the file does not name: part of it is missing. */
function orphans(taken: { record: RegisterRecord }[], records: RegisterRecord[]): BadLine[] {
	const keys = new Set(records.map(officialKey));
	return taken.flatMap(({ record }) => {
		const above = record.level === 'district' ? [] : [record.district];
		if (record.level === 'municipality') above.push(associationKey(record));
		const found = above.find((key) => !keys.has(key));
		return found === undefined ? [] : [{ line: record.line, problem: 'orphan' as const, found }];
	});
}
