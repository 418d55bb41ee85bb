import { browserName, requireAnswering } from '../require-answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const answering = requireAnswering(event);
	return { saving: { id: browserName(answering), sharedComputer: answering.sharedComputer } };
};
