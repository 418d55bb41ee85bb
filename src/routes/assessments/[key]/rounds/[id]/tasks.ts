/** What is to be done before collecting begins, and how far each has come. */
import { obstaclesToCollecting, type Obstacle } from '#lib/domain/round/round.ts';
import { database } from '#lib/server/database.ts';
import { countInvited } from '#lib/server/rounds/participations.ts';
import { findRoles, type Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';

export interface DraftTasks {
	/** what keeps collecting from beginning */
	obstacles: Obstacle[];
	/** how many groups are asked */
	groups: number;
	/** how many people are on the list */
	invited: number;
	/** how many of the voluntary questions about the municipality have an answer */
	described: number;
	agreement: Pick<Round, 'staffCouncilOn' | 'dataProtectionOn' | 'shown'>;
}

export function tasksOf(round: Round): DraftTasks {
	const withCriteria = findRoles(database(), round.id).map(({ role }) => role);
	const invited = countInvited(database(), round.id);
	const roles = { withCriteria, invited: [...invited.keys()] };
	const { staffCouncilOn, dataProtectionOn, shown } = round;
	return {
		obstacles: obstaclesToCollecting(round, roles, today()),
		groups: withCriteria.length,
		invited: [...invited.values()].reduce((sum, count) => sum + count, 0),
		described: Object.keys(round.profile.asked).length,
		agreement: { staffCouncilOn, dataProtectionOn, shown }
	};
}
