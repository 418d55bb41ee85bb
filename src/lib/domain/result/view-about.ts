/** What stands around a result: whose it is, of when, by which questionnaire and method. */
export interface ResultAbout {
	/** absent for a trial */
	name?: string;
	/** the village that the municipality answers for */
	answersFor?: string;
	state: 'open' | 'closed';
	/** days `YYYY-MM-DD` */
	createdOn: string;
	savedOn: string;
	closedOn?: string;
	demonstration: boolean;
	/** what the organiser calls the round; absent for a solo check */
	round?: string;
	/** D11: the mode of the round whose result it is; absent for a solo check */
	team?: 'confidential' | 'open';
	/** the texts, in the page's language */
	instrument: { title: string; version: string; sha256: string; licence: string };
	/** version of the rules M1–M17 */
	method: string;
}

/** The day that a result stands for: when it was finished, or last changed. */
export function dayOfResult({ closedOn, savedOn }: ResultAbout): string {
	return closedOn ?? savedOn;
}
