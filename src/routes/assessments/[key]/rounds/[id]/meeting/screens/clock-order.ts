/** What a button of the clock stands for. */
import { DISCUSSION_MINUTES, type ClockOrder } from '#lib/server/meeting/discussion-time.ts';

export function readOrder(form: FormData): ClockOrder | undefined {
	const order = form.get('order');
	if (order === 'pause' || order === 'resume' || order === 'stop') return order;
	const start = DISCUSSION_MINUTES.find((minutes) => String(minutes) === form.get('minutes'));
	return order === 'start' && start ? { start } : undefined;
}
