import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Variable, VariableType } from '#lib/domain/codebook/variable.ts';
import type { Cell, Sheet } from '#lib/domain/spreadsheet.ts';

const TYPES = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	date: { type: 'INT32', converted_type: 'DATE' },
	whole: { type: 'INT32' },
	decimal: { type: 'DOUBLE' }
} as const satisfies Record<VariableType, object>;

/**
 * A sheet as Parquet: one column for each variable, with its type; what is empty is null. Equal sheets give equal bytes.
 *
 * @param variables of the columns, in their order
 * @param metadata texts that the file carries about itself, by key
 */
export function parquetOf(
	{ rows }: Pick<Sheet, 'rows'>,
	variables: readonly Variable[],
	metadata: Readonly<Record<string, string>>
): Uint8Array<ArrayBuffer> {
	const elements = variables.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[type] }));
	return new Uint8Array(
		parquetWriteBuffer({
			schema: [{ name: 'root', num_children: variables.length }, ...elements],
			columnData: variables.map(({ name, type }, index) => {
				const cells = rows.map((row) => row[index] ?? null);
				return { name, data: type === 'date' ? cells.map(dayOf) : cells };
			}),
			createdBy: 'Standort 2030',
			kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value }))
		})
	);
}

const dayOf = (cell: Cell) => (typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : null);
