/** Who may do what, and in which phase of a round: one table, used by routes and by the test that calls them all. */
import type { Phase } from '#lib/domain/round/round.ts';

/**
 * Whoever calls is one of these towards what is called. Authors hold the code of a check, respondents a personal link,
 * screens and phones have joined a meeting by its code; the others have an account, of which operators run the service and see no round.
 * Consultants review for an organisation; reviewers are those of them who hold a valid grant of the round,
 * stand-ins those whom they have named (D15).
 */
export type Who =
	| 'visitor'
	| 'author'
	| 'respondent'
	| 'screen'
	| 'phone'
	| 'account'
	| 'observer'
	| 'organiser'
	| 'operator'
	| 'consultant'
	| 'reviewer'
	| 'standIn';

type When = 'always' | readonly Phase[];
type Grants = Partial<Record<Who, When>>;

const CONSULTANTS: Grants = { consultant: 'always', reviewer: 'always', standIn: 'always' };
const ANY_ACCOUNT: Grants = {
	account: 'always',
	observer: 'always',
	organiser: 'always',
	operator: 'always',
	...CONSULTANTS
};
const WITHOUT_ACCOUNT: Grants = {
	visitor: 'always',
	author: 'always',
	respondent: 'always',
	screen: 'always',
	phone: 'always'
};
const EVERYBODY: Grants = { ...WITHOUT_ACCOUNT, ...ANY_ACCOUNT };
const MEMBERS: Grants = { observer: 'always', organiser: 'always' };
const ORGANISERS: Grants = { organiser: 'always' };
const during = (...phases: Phase[]): Grants => ({ organiser: phases });

export const ACCESS = {
	/** public pages, and the ways in: whoever follows a link or types a code is asked for it there */
	visit: EVERYBODY,
	/** a check, all of it */
	useCheck: { author: 'always' },
	/** one's own answers in a round */
	answer: { respondent: ['collecting'] },
	/** what the chair of a meeting has opened */
	watch: { screen: ['consensus'] },
	/** the blind second vote */
	vote: { phone: ['consensus'] },
	/** one's own account: password, second factor, sessions */
	ownAccount: ANY_ACCOUNT,
	registerMunicipality: ANY_ACCOUNT,
	/** verify municipalities, allow domains, send a test mail, publish comparison values, decide about others' requests for microdata */
	operate: { operator: 'always' },
	readMunicipality: MEMBERS,
	/** take along everything that organisers see */
	exportMunicipality: ORGANISERS,
	/** leave with everything of its own (D16) */
	deleteMunicipality: ORGANISERS,
	manageMembers: ORGANISERS,
	readAudit: ORGANISERS,
	createRound: ORGANISERS,
	/** how a round is set up and how far it has come */
	readRound: ORGANISERS,
	/** settings, roles and criteria: fixed with the first invitation (D11) */
	setUpRound: during('draft'),
	/** what is asked about the municipality itself; frozen at closing (M15) */
	describeMunicipality: during('draft', 'collecting', 'consensus'),
	startCollecting: during('draft'),
	/** the link for staff council and data protection, and the days on which they agreed */
	showBeforehand: during('draft', 'collecting'),
	deleteRound: ORGANISERS,
	extendRound: during('collecting'),
	invite: during('draft', 'collecting'),
	/** the list may be taken along until closing (D16) */
	readInvitations: during('draft', 'collecting', 'consensus'),
	/** counts per role (D12), never who */
	readParticipation: during('collecting', 'consensus', 'closed'),
	endCollecting: during('collecting'),
	/** D12: nothing about answers before collecting has ended */
	readMeeting: during('consensus', 'closed'),
	decide: during('consensus'),
	closeRound: during('consensus'),
	readResult: { organiser: ['closed'], observer: ['closed'] },
	/** the closed rounds side by side (M16) */
	readSeries: MEMBERS,
	/** what answers rest on; its files, too */
	readEvidence: { organiser: ['consensus', 'closed'], observer: ['closed'] },
	/** add, delete, release for review */
	collectEvidence: during('consensus', 'closed'),
	/** where a criterion shall get to (M9), of a result that is known */
	setTargets: during('closed'),
	/** show a closed result to everybody, revocable, and only for verified municipalities */
	publishResult: during('closed'),
	/** D1: of its closed rounds, revocable, and only for verified municipalities */
	agreeToComparison: ORGANISERS,
	/** D10: criterion by criterion, revocable, and only for verified municipalities */
	offerContact: ORGANISERS,
	/** D10: for members of any verified municipality, who may also write one message about each */
	readContacts: MEMBERS,
	/** D10: what others write about its own offers */
	answerContact: ORGANISERS,
	/** D10: what its members have written to others, and what came back */
	readSentContacts: MEMBERS,
	/** name, sender, colour and logo of all documents */
	designDocuments: ORGANISERS,
	readPlan: MEMBERS,
	changePlan: ORGANISERS,
	/** the desk of whoever reviews: all grants that name them */
	useDesk: CONSULTANTS,
	/** D15: what is granted of a closed round, and the review of it */
	review: { reviewer: ['closed'], standIn: ['closed'] },
	/** name a stand-in, or pass the review on within the organisation */
	passReviewOn: { reviewer: ['closed'] },
	/** what consultants have handed in, and what is asked; who opened what is in the log */
	readReview: { organiser: ['closed'], observer: ['closed'] },
	/** D15: grant and revoke, read what was opened, take up and answer the review */
	grantReview: during('closed')
} satisfies Record<string, Grants>;

export type What = keyof typeof ACCESS;

/** Whether `who` may do `what`; without a phase only what may be done always. Unknown combinations are refused. */
export function may(who: Who, what: What, phase?: Phase): boolean {
	const when: When | undefined = (ACCESS[what] as Grants)[who];
	if (when === undefined) return false;
	return when === 'always' || (phase !== undefined && when.includes(phase));
}

const ALWAYS_WITH_FACTOR: readonly Who[] = ['operator', 'consultant', 'reviewer', 'standIn'];

/** Who has to show a second factor; organisers unless the operator of the service relaxes that for them. */
export function needsSecondFactor(who: Who, relaxed: boolean): boolean {
	return ALWAYS_WITH_FACTOR.includes(who) || (who === 'organiser' && !relaxed);
}
