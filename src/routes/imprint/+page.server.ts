import { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findRegisterDate } from '#lib/server/municipalities/register-store.ts';
import { operator } from '../operator.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = ({ url }) => {
	const { instrument } = currentInstrument();
	const locale = getLocale();
	return {
		operator: operator(),
		securityAddress: `${url.origin}/.well-known/security.txt`,
		questionnaire: {
			about: pick(instrument.about, locale),
			title: pick(instrument.title, locale),
			version: instrument.version
		},
		releaseLicence: ReleaseContent.shape.licence.value,
		registerDate: findRegisterDate(database().read)
	};
};
