/** The address of the plan with view and filter, which stay while one works in it. */
const KEPT = ['view', 'owner', 'status', 'dimension', 'overdue'];

/** The part of an address that says what of the plan is shown, without `?`; empty where everything is. */
export function planQuery(parameters: URLSearchParams, changes: Record<string, string> = {}): string {
	const kept = KEPT.map((name) => [name, changes[name] ?? parameters.get(name) ?? '']);
	return new URLSearchParams(kept.filter(([, value]) => value)).toString();
}

/** The plan's address after something was done. @param news what the page tells, such as `saved` */
export function planAddress(key: string, parameters: URLSearchParams, news: Record<string, string>): string {
	return `/assessments/${key}/plan?${planQuery(parameters)}&${new URLSearchParams(news).toString()}`.replace('?&', '?');
}
