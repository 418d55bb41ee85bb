import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

test.skipIf(!canMount)(
	'a file for which there is no room is refused and leaves nothing; a smaller one fits then',
	() => {
		const folder = join(temporaryFolder(), 'small');
		const [command = '', ...args] = [
			...smallDisk(folder, '1m').within,
			process.execPath,
			'tests/faults/evidence-receiver.ts'
		];
		const told = JSON.parse(execFileSync(command, [...args, folder], { encoding: 'utf8' })) as { kept: { id: string } };
		expect(told).toMatchObject({ refused: 'StorageFull', left: [], kept: { type: 'pdf' }, now: [told.kept.id] });
	}
);
