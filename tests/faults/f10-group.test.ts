import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heartbeat } from '#lib/server/db/schema.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

test('whichever jobs of a group throw, they leave no trace, and the others are confirmed and present', async () => {
	const db = openTemporaryDatabase();
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom('succeeds', 'throws', 'breaks a rule'), { maxLength: 64 }),
			async (jobs) => {
				await db.write((writer) => writer.delete(heartbeat).run());
				const outcomes = await Promise.allSettled(
					jobs.map((job, id) =>
						db.write((writer) => {
							writer.insert(heartbeat).values({ id, beat: 1 }).run();
							if (job === 'throws') throw new RangeError('no');
							if (job === 'breaks a rule') writer.insert(heartbeat).values({ id, beat: 2 }).run();
						})
					)
				);
				const succeeded = jobs.flatMap((job, id) => (job === 'succeeds' ? [id] : []));
				expect(outcomes.flatMap(({ status }, id) => (status === 'fulfilled' ? [id] : []))).toEqual(succeeded);
				expect(
					db.read
						.select({ id: heartbeat.id })
						.from(heartbeat)
						.all()
						.map(({ id }) => id)
				).toEqual(succeeded);
			}
		),
		{ numRuns: 50 }
	);
});
