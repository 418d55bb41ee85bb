import { QUERY_MINIMUM, type FoundMunicipality } from '#lib/domain/municipality/search.ts';

/** Asks for entries of the register; rejects where that is not possible. */
export type SearchMunicipalities = (text: string, signal: AbortSignal) => Promise<FoundMunicipality[]>;

/** So long people pause between two letters, in milliseconds. */
const PAUSE = 150;

/** A search that follows the typing: waits for a pause, and lets only the last question be answered. */
export class MunicipalitySearch {
	results = $state<FoundMunicipality[]>([]);
	state = $state<'idle' | 'searching' | 'found' | 'failed'>('idle');
	readonly #search: SearchMunicipalities;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request = new AbortController();

	constructor(search: SearchMunicipalities) {
		this.#search = search;
	}

	/** Looks for the text after a pause, or at once; the last results stay until there are others. */
	look(text: string, pause = PAUSE): void {
		this.stop();
		if (text.trim().length < QUERY_MINIMUM) return this.clear();
		this.state = 'searching';
		this.#timer = setTimeout(() => this.#ask(text.trim()), pause);
	}

	/** Forgets all results. */
	clear(): void {
		this.stop();
		this.results = [];
		this.state = 'idle';
	}

	/** Lets no earlier question be answered any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#request.abort();
	}

	async #ask(text: string): Promise<void> {
		const { signal } = (this.#request = new AbortController());
		const results = await this.#search(text, signal).catch(() => undefined);
		if (signal.aborted) return;
		this.results = results ?? [];
		this.state = results ? 'found' : 'failed';
	}
}
