import { error } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/day.ts';
import { operator } from '../../operator.ts';
import type { RequestHandler } from './$types';

/** RFC 9116 asks for an end within a year; whoever reads it later asks again. */
const VALID_DAYS = 90;

/** Whom to tell about a hole in security; not there until the operator has set an address. */
export const GET: RequestHandler = ({ url }) => {
	const [address] = operator().OPERATOR_EMAIL.split(';');
	if (!address) error(404, 'security.txt');
	const lines = [
		`Contact: mailto:${address.trim()}`,
		`Expires: ${addDays(dayOf(new Date()), VALID_DAYS)}T00:00:00Z`,
		'Preferred-Languages: de, en',
		`Canonical: ${url.origin}/.well-known/security.txt`
	];
	return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
