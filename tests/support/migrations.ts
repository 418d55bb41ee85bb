import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a folder of migrations as drizzle-kit does; each migration is a list of statements. Returns the folder. */
export function makeMigrations(folder: string, migrations: string[][]): string {
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const entries = migrations.map((statements, idx) => {
		const tag = `${String(idx).padStart(4, '0')}_step`;
		writeFileSync(join(folder, `${tag}.sql`), statements.join(';\n--> statement-breakpoint\n'));
		return { idx, version: '6', when: idx + 1, tag, breakpoints: true };
	});
	const journal = { version: '7', dialect: 'sqlite', entries };
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
	return folder;
}
