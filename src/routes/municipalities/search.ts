import { resolve } from '$app/paths';
import type { FoundMunicipality } from '#lib/domain/municipality/search.ts';

/** Asks the server for entries of the register. @throws where it cannot be reached, refuses, or `signal` aborts */
export async function searchRegister(text: string, signal: AbortSignal): Promise<FoundMunicipality[]> {
	const response = await fetch(`${resolve('/municipalities')}?q=${encodeURIComponent(text)}`, { signal });
	if (!response.ok) throw new Error(`The search answered ${response.status}`);
	return response.json();
}
