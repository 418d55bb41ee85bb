import type { ActionStatus, Grade } from '#lib/domain/plan/action.ts';
import * as m from '#lib/paraglide/messages.js';

export const statusNames: Record<ActionStatus, () => string> = {
	open: m.plan_status_open,
	inProgress: m.plan_status_inProgress,
	done: m.plan_status_done,
	dropped: m.plan_status_dropped
};

export const gradeNames: Record<Grade, () => string> = { 1: m.plan_grade_1, 2: m.plan_grade_2, 3: m.plan_grade_3 };
