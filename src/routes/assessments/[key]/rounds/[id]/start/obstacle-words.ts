/** What keeps collecting from beginning, in words, and where it is set right; an obstacle without words does not compile. */
import { resolve } from '$app/paths';
import type { Obstacle } from '#lib/domain/round/round.ts';
import * as m from '#lib/paraglide/messages.js';

const words: Record<Obstacle, () => string> = {
	noDeadline: m.round_obstacle_noDeadline,
	deadlinePassed: m.round_obstacle_deadlinePassed,
	deadlineTooFar: m.round_obstacle_deadlineTooFar,
	noRoles: m.round_obstacle_noRoles,
	noLeader: m.round_obstacle_noLeader,
	roleWithoutCriteria: m.round_obstacle_roleWithoutCriteria
};

const OF_ROLES: readonly Obstacle[] = ['noRoles', 'roleWithoutCriteria'];

export function obstacleWords(obstacle: Obstacle, params: { key: string; id: string }) {
	const at = OF_ROLES.includes(obstacle)
		? resolve('/assessments/[key]/rounds/[id]/settings/roles', params)
		: resolve('/assessments/[key]/rounds/[id]/settings', params);
	return { text: words[obstacle](), at };
}
