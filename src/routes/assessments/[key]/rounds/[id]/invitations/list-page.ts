import type { Invitation } from '#lib/server/rounds/invitations.ts';

/** Rows of one page of the list. */
const PAGE_ROWS = 100;

export interface ListPage {
	rows: { id: string; email: string; role: string; sentOn: string | null; undeliverable: boolean }[];
	query: string;
	/** how many addresses match */
	found: number;
	/** from 1 */
	page: number;
	pages: number;
}

/** The part of the list that is asked for; addresses that nothing reaches come first. */
export function listPage(invitations: readonly Invitation[], params: URLSearchParams): ListPage {
	const query = (params.get('q') ?? '').trim().toLowerCase().slice(0, 100);
	const rows = invitations
		.flatMap(({ email, ...rest }) => (email?.toLowerCase().includes(query) ? [{ email, ...rest }] : []))
		.sort((a, b) => Number(b.undeliverable) - Number(a.undeliverable));
	const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
	const page = Math.min(pages, Math.max(1, Math.trunc(Number(params.get('page'))) || 1));
	return { rows: rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS), query, found: rows.length, page, pages };
}
