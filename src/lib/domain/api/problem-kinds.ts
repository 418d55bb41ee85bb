/** By status: what is wrong, and what to do. `id` is the place on the page about the interface where more is said. */
export const PROBLEMS = {
	400: { id: 'bad-request', title: 'Bad request', detail: 'A parameter is not as it should be. See "errors".' },
	404: { id: 'not-found', title: 'Not found', detail: 'There is nothing at this address.' },
	405: { id: 'method-not-allowed', title: 'Method not allowed', detail: 'Everything is read by GET.' },
	410: { id: 'retracted', title: 'Retracted', detail: 'This release was taken back. See "retraction".' },
	429: { id: 'too-many-requests', title: 'Too many requests', detail: 'Wait as long as "Retry-After" says.' },
	500: { id: 'server-error', title: 'Server error', detail: 'This was our mistake. Please try again later.' }
} as const;
export type ProblemStatus = keyof typeof PROBLEMS;
