/** Reads the hurdles from their form; the browser and the server use the same reading. */

/** What is named, unchecked, in the order of the ids. @param ids of the hurdles that can be named */
export function readHurdles(ids: readonly string[], form: FormData): { id: string; severity: number }[] {
	return ids
		.map((id) => ({ id, severity: Number(form.get(`severity.${id}`)) || 0 }))
		.filter(({ severity }) => severity !== 0);
}
