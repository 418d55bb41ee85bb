/**
 * Every door of the house with the right of `domain/access.ts` that it asks for. A new page, form action or handler gets
 * its line here; `tests/attacks/every-door.test.ts` names those that have none, `tests/e2e/access.spec.ts` calls them all.
 */
import type { What } from '#lib/domain/access.ts';
import type { Phase } from '#lib/domain/round/round.ts';
import type { Caller, Town } from './towns.ts';

/** What a call comes to: it is let through, or not, and why. */
export type Outcome = 'through' | 'missing' | 'signIn' | 'setUp' | 'enter' | 'join';

type Body = Record<string, string>;

export interface Door {
	what: What;
	/** parts of the address besides `[key]` and `[id]` */
	parts?: (town: Town, phase: Phase | undefined) => Body;
	/** the parts name something of a town; of somebody else's it is refused (404) */
	partsAreOwn?: boolean;
	/** phases outside of which it is refused, whatever the right says */
	only?: readonly Phase[];
	/** what the form sends */
	sends?: (town: Town, caller: Caller) => Body;
	/** the same, and of somebody else's town it is refused (404) */
	owns?: (town: Town, caller: Caller) => Body;
	/** what everybody gets who calls it like this, whatever they may do */
	always?: Outcome;
	/** called in a town that waits for the operator */
	unverified?: boolean;
}

const round = '/assessments/[key]/rounds/[id]';
const byToken = (what: What): Door => ({ what, parts: () => ({ token: 'unknown' }) });
const shared: Door = { what: 'visit', parts: ({ check }) => ({ token: check.token, format: 'json' }) };
const personal: Door = { what: 'visit', parts: ({ link }) => ({ token: link }) };
const criterion = (what: What): Door => ({ what, parts: () => ({ criterion: 'A1' }) });
const invitation: Door = {
	what: 'invite',
	parts: ({ invitations }, phase = 'draft') => ({ invitation: invitations[phase] ?? 'none' }),
	partsAreOwn: true
};
const piece = (what: What): Door => ({
	what,
	parts: ({ evidence }, phase = 'closed') => ({ piece: evidence[phase] ?? 'none' }),
	partsAreOwn: true
});
const item = (sends: Body = {}): Door => ({ what: 'decide', parts: () => ({ item: 'D1.1' }), sends: () => sends });

const noRelease: Door = { what: 'visit', parts: () => ({ number: '1' }), always: 'missing' };

const action = (what: What, sends: Body = {}): Door => ({
	what,
	parts: ({ action }) => ({ action }),
	partsAreOwn: true,
	sends: () => sends
});

/** Of whoever writes, or reports, for their own municipality. */
const offered = (body: Body): Door => ({
	what: 'readContacts',
	parts: ({ key }) => ({ to: key, criterion: 'D1' }),
	owns: ({ key }) => ({ ...body, from: key })
});
const message = (what: What, body: Body = {}): Door => ({
	what,
	parts: ({ message }) => ({ message }),
	partsAreOwn: true,
	sends: () => body
});

const ofHandedIn: Door = {
	what: 'grantReview',
	parts: ({ handedIn }) => ({ grant: handedIn.grant }),
	owns: ({ handedIn }) => ({ recommendation: handedIn.recommendation })
};
const ofGrant: Door = { what: 'grantReview', parts: ({ grant }) => ({ grant }), partsAreOwn: true };

export const DOORS: Record<string, What | Door> = {
	'/': 'visit',
	'/.well-known/security.txt': 'visit',
	'/accessibility': 'visit',
	'/api': 'visit',
	'/api/v1/codebook': 'visit',
	'/api/v1/openapi.json': 'visit',
	'/api/v1/releases': 'visit',
	// There is none yet.
	'/api/v1/releases/[number=number]': noRelease,
	'/api/v1/releases/[number=number]/associations': noRelease,
	'/api/v1/releases/[number=number]/cells': noRelease,
	'/api/v1/releases/[number=number]/groups': noRelease,
	'/health': 'visit',
	'/imprint': 'visit',
	'/method': 'visit',
	'/municipalities': 'visit',
	'/preferences POST': 'visit',
	'/preview/[token]': { what: 'visit', parts: ({ preview }) => ({ token: preview }) },
	'/privacy': 'visit',
	'/questionnaire': 'visit',
	'/questionnaire/questionnaire.docx': 'visit',
	'/releases': 'visit',
	'/releases/[number=number]': noRelease,
	'/releases/[number=number]/associations': noRelease,
	'/releases/[number=number]/twin': noRelease,
	'/releases/[number=number]/[file=file]': {
		what: 'visit',
		parts: () => ({ number: '1', file: 'cells.csv' }),
		always: 'missing'
	},
	'/releases/[number=number]/codebook': noRelease,
	'/research': 'visit',
	'/research/microdata': 'visit',
	'/research/microdata ?/accept': 'ownAccount',
	'/research/microdata ?/request': 'ownAccount',
	'/research/microdata/file POST': 'ownAccount',
	'/results/[id]': { what: 'visit', parts: () => ({ id: 'unknown' }), always: 'missing' },
	'/results/[id]/card.png': { what: 'visit', parts: () => ({ id: 'unknown' }), always: 'missing' },
	'/shared/[token]': shared,
	'/shared/[token]/result.[format=download]': shared,

	'/account': 'ownAccount',
	'/account ?/end': { what: 'ownAccount', owns: (_, { session }) => ({ id: session ?? '' }) },
	'/account ?/endOthers': 'ownAccount',
	'/account ?/forget': 'ownAccount',
	'/account ?/leave': { what: 'readMunicipality', owns: ({ key }) => ({ id: key }) },
	'/account/address': 'ownAccount',
	'/account/address ?/default': 'ownAccount',
	'/account/address/[token]': byToken('ownAccount'),
	'/account/address/[token] ?/default': byToken('ownAccount'),
	// Nobody has left for a provider.
	'/account/callback': { what: 'visit', always: 'signIn' },
	'/account/confirm/[token]': byToken('visit'),
	'/account/confirm/[token] ?/default': byToken('visit'),
	'/account/consultancy': 'ownAccount',
	'/account/consultancy ?/default': 'ownAccount',
	'/account/consultancy/join/[token]': byToken('ownAccount'),
	'/account/consultancy/join/[token] ?/default': byToken('ownAccount'),
	'/account/delete': 'ownAccount',
	'/account/delete ?/default': 'ownAccount',
	'/account/deleted': 'visit',
	'/account/join/[token]': byToken('visit'),
	'/account/join/[token] ?/accept': byToken('ownAccount'),
	'/account/join/[token] ?/open': byToken('visit'),
	'/account/link/[token]': byToken('visit'),
	'/account/link/[token] ?/default': byToken('visit'),
	'/account/name': 'ownAccount',
	'/account/name ?/default': 'ownAccount',
	'/account/password': 'ownAccount',
	'/account/password ?/default': 'ownAccount',
	'/account/reset': 'visit',
	'/account/reset ?/default': 'visit',
	'/account/reset/[token]': byToken('visit'),
	'/account/reset/[token] ?/default': byToken('visit'),
	// Between password and second factor only.
	'/account/second-factor': { what: 'visit', always: 'signIn' },
	'/account/second-factor ?/default': { what: 'visit', always: 'signIn' },
	'/account/second-factor/set-up': 'ownAccount',
	'/account/second-factor/set-up ?/begin': 'ownAccount',
	'/account/second-factor/set-up ?/codes': 'ownAccount',
	'/account/second-factor/set-up ?/confirm': 'ownAccount',
	'/account/second-factor/set-up ?/remove': 'ownAccount',
	'/account/sent': 'visit',
	'/account/sign-in': 'visit',
	'/account/sign-in ?/link': 'visit',
	'/account/sign-in ?/password': 'visit',
	// There is none.
	'/account/sign-in ?/provider': { what: 'visit', always: 'missing' },
	'/account/sign-out POST': 'visit',
	'/account/sign-up': 'visit',
	'/account/sign-up ?/default': 'visit',

	'/contacts': 'readContacts',
	'/contacts/[to]/[criterion=criterion]': {
		what: 'readContacts',
		parts: ({ key }) => ({ to: key, criterion: 'D1' })
	},
	'/contacts/[to]/[criterion=criterion] ?/report': offered({ reason: 'Werbung' }),
	'/contacts/[to]/[criterion=criterion] ?/write': offered({ text: 'Wie haben Sie begonnen?' }),

	'/operate': 'operate',
	'/operate ?/allow': { what: 'operate', sends: ({ key }) => ({ domain: `d${key}.example`, key }) },
	'/operate ?/disallow': 'operate',
	'/operate ?/mail': 'operate',
	'/operate/contacts': 'operate',
	'/operate/contacts ?/decide': 'operate',
	'/operate/contacts ?/readmit': 'operate',
	'/operate ?/reject': { what: 'operate', sends: ({ key }) => ({ key }), unverified: true },
	'/operate/microdata': 'operate',
	'/operate/microdata ?/decide': 'operate',
	'/operate/merging': 'operate',
	'/operate/merging ?/default': { what: 'operate', sends: ({ key }) => ({ from: key, into: '' }) },
	'/operate/second-factor': 'operate',
	'/operate/second-factor ?/default': 'operate',
	'/operate ?/verify': { what: 'operate', sends: ({ key }) => ({ key }), unverified: true },

	'/operate/releases': 'operate',
	'/operate/releases ?/preview': 'operate',
	'/operate/releases ?/retract': 'operate',
	'/operate/releases/preview': 'operate',
	'/operate/releases/preview ?/publish': 'operate',

	'/assessments': 'ownAccount',
	'/assessments/register': 'registerMunicipality',
	'/assessments/register ?/default': 'registerMunicipality',
	'/assessments/[key]': 'readMunicipality',
	'/assessments/[key]/audit': 'readAudit',
	'/assessments/[key]/comparison': 'agreeToComparison',
	'/assessments/[key]/comparison ?/agree': {
		what: 'agreeToComparison',
		owns: ({ rounds }) => ({ id: rounds.closed ?? '' })
	},
	'/assessments/[key]/comparison ?/withdraw': 'agreeToComparison',
	'/assessments/[key]/contacts': 'offerContact',
	'/assessments/[key]/contacts ?/offer': {
		what: 'offerContact',
		sends: () => ({ criterion: 'D1', contactPoint: 'Stabsstelle', stage: '' })
	},
	'/assessments/[key]/contacts ?/withdraw': { what: 'offerContact', sends: () => ({ criterion: 'D1' }) },
	'/assessments/[key]/contacts/received': 'answerContact',
	'/assessments/[key]/contacts/received ?/unblock': 'answerContact',
	'/assessments/[key]/contacts/received/[message]': message('answerContact'),
	'/assessments/[key]/contacts/received/[message] ?/answer': message('answerContact', { answer: 'Gern.' }),
	'/assessments/[key]/contacts/received/[message] ?/block': message('answerContact'),
	'/assessments/[key]/contacts/received/[message] ?/decline': message('answerContact'),
	'/assessments/[key]/contacts/received/[message] ?/report': message('answerContact', { reason: 'Werbung' }),
	'/assessments/[key]/contacts/sent': 'readSentContacts',
	'/assessments/[key]/contacts/sent/[message]': message('readSentContacts'),
	'/assessments/[key]/contacts/sent/[message] ?/report': message('readSentContacts', { reason: 'Werbung' }),
	'/assessments/[key]/delete': 'deleteMunicipality',
	'/assessments/[key]/delete ?/default': 'deleteMunicipality',
	'/assessments/[key]/export.zip': 'exportMunicipality',
	'/assessments/[key]/documents': 'designDocuments',
	'/assessments/[key]/documents ?/removeLogo': 'designDocuments',
	'/assessments/[key]/documents ?/save': 'designDocuments',
	'/assessments/[key]/documents/logo.png': 'designDocuments',
	'/assessments/[key]/members': 'manageMembers',
	'/assessments/[key]/members ?/invite': 'manageMembers',
	'/assessments/[key]/members ?/remove': {
		what: 'manageMembers',
		owns: ({ callers }) => ({ id: callers.observer?.id ?? '' })
	},
	'/assessments/[key]/members ?/withdraw': {
		what: 'manageMembers',
		owns: ({ memberInvitation }) => ({ id: memberInvitation })
	},
	'/assessments/[key]/new': 'createRound',
	'/assessments/[key]/new ?/default': 'createRound',
	'/assessments/[key]/plan': 'readPlan',
	'/assessments/[key]/plan ?/move': {
		what: 'changePlan',
		owns: ({ action: id }) => ({ id, to: 'done', revision: '1' })
	},
	'/assessments/[key]/plan ?/tackle': 'changePlan',
	'/assessments/[key]/plan ?/take': 'changePlan',
	'/assessments/[key]/plan/[action]': action('readPlan'),
	'/assessments/[key]/plan/[action] ?/change': action('changePlan', {
		title: 'Ziele festlegen',
		status: 'open',
		revision: '1'
	}),
	'/assessments/[key]/plan/[action] ?/delete': action('changePlan', { sure: 'yes', revision: '1' }),
	'/assessments/[key]/plan/new': 'changePlan',
	'/assessments/[key]/plan/new ?/default': 'changePlan',
	'/assessments/[key]/plan/plan.ics': 'readPlan',
	'/assessments/[key]/plan/plan.xlsx': 'readPlan',
	'/assessments/[key]/plan/review': 'changePlan',
	'/assessments/[key]/plan/review ?/default': 'changePlan',
	'/assessments/[key]/privacy': 'readMunicipality',
	'/assessments/[key]/series': 'readSeries',

	[round]: 'readRound',
	[`${round} ?/extend`]: 'extendRound',
	[`${round}/delete`]: 'deleteRound',
	[`${round}/delete ?/default`]: 'deleteRound',
	[`${round}/end`]: 'endCollecting',
	[`${round}/end ?/default`]: 'endCollecting',
	[`${round}/evidence`]: 'readEvidence',
	[`${round}/evidence ?/release`]: 'collectEvidence',
	[`${round}/evidence/new`]: 'collectEvidence',
	[`${round}/evidence/new ?/default`]: 'collectEvidence',
	[`${round}/evidence/[piece]`]: piece('readEvidence'),
	[`${round}/evidence/[piece] ?/delete`]: piece('collectEvidence'),
	[`${round}/evidence/[piece]/file`]: piece('readEvidence'),
	[`${round}/invitations`]: 'readInvitations',
	[`${round}/invitations ?/add`]: 'invite',
	[`${round}/invitations ?/codes`]: 'invite',
	[`${round}/invitations ?/remind`]: { what: 'invite', only: ['collecting'] },
	[`${round}/invitations/[invitation]`]: invitation,
	[`${round}/invitations/[invitation] ?/correct`]: invitation,
	[`${round}/invitations/[invitation] ?/remove`]: invitation,
	[`${round}/invitations/codes`]: { what: 'invite', only: ['collecting'] },
	[`${round}/invitations/list.csv`]: 'readInvitations',
	[`${round}/meeting`]: 'readMeeting',
	[`${round}/meeting ?/accept`]: 'decide',
	[`${round}/meeting ?/attend`]: 'decide',
	[`${round}/meeting ?/lead`]: 'decide',
	[`${round}/meeting ?/leave`]: 'decide',
	[`${round}/meeting/[item=item]`]: item(),
	[`${round}/meeting/[item=item] ?/decide`]: item(),
	[`${round}/meeting/[item=item] ?/undo`]: item(),
	[`${round}/meeting/close`]: 'closeRound',
	[`${round}/meeting/close ?/default`]: 'closeRound',
	[`${round}/meeting/live`]: 'decide',
	[`${round}/meeting/screens`]: 'decide',
	[`${round}/meeting/screens ?/admit`]: 'decide',
	[`${round}/meeting/screens ?/clock`]: 'decide',
	[`${round}/meeting/screens ?/dismiss`]: 'decide',
	[`${round}/meeting/screens ?/endVote`]: 'decide',
	[`${round}/meeting/screens ?/show`]: item({ item: 'D1.1' }),
	[`${round}/meeting/screens ?/vote`]: 'decide',
	[`${round}/minutes`]: 'readMeeting',
	[`${round}/minutes.docx`]: 'readMeeting',
	[`${round}/paper.docx`]: 'readResult',
	[`${round}/report.pdf`]: 'readResult',
	[`${round}/publication`]: 'publishResult',
	[`${round}/publication ?/list`]: 'publishResult',
	[`${round}/publication ?/publish`]: 'publishResult',
	[`${round}/publication ?/withdraw`]: 'publishResult',
	[`${round}/result`]: 'readResult',
	[`${round}/result.[format=download]`]: { what: 'readResult', parts: () => ({ format: 'json' }) },
	[`${round}/review`]: 'readReview',
	[`${round}/review ?/grant`]: 'grantReview',
	[`${round}/review/[grant]`]: { ...ofGrant, what: 'readReview' },
	[`${round}/review/[grant] ?/answer`]: ofGrant,
	[`${round}/review/[grant] ?/decline`]: ofGrant,
	[`${round}/review/[grant] ?/post`]: ofGrant,
	[`${round}/review/[grant] ?/revoke`]: ofGrant,
	[`${round}/review/[grant] ?/take`]: ofHandedIn,
	[`${round}/slides.pptx`]: 'readResult',
	[`${round}/settings`]: 'readRound',
	[`${round}/settings ?/default`]: 'setUpRound',
	[`${round}/settings/preview`]: 'readRound',
	[`${round}/settings/preview ?/agree`]: 'showBeforehand',
	[`${round}/settings/preview ?/end`]: 'readRound',
	[`${round}/settings/preview ?/show`]: 'showBeforehand',
	[`${round}/settings/profile`]: 'readRound',
	[`${round}/settings/profile ?/default`]: 'describeMunicipality',
	[`${round}/settings/roles`]: 'readRound',
	[`${round}/settings/roles ?/save`]: 'setUpRound',
	[`${round}/settings/roles ?/suggest`]: 'setUpRound',
	[`${round}/targets`]: 'setTargets',
	[`${round}/targets ?/default`]: 'setTargets',
	[`${round}/start`]: 'startCollecting',
	[`${round}/start ?/default`]: 'startCollecting',

	'/reviews': 'useDesk',
	'/reviews/consultancy': 'useDesk',
	'/reviews/consultancy ?/invite': 'useDesk',
	'/reviews/consultancy ?/leave': 'useDesk',
	'/reviews/consultancy ?/withdraw': { what: 'useDesk', owns: (_, { invitation = '' }) => ({ id: invitation }) },
	'/reviews/[grant]': 'review',
	'/reviews/[grant] ?/passOn': { what: 'passReviewOn', owns: (_, { colleague = '' }) => ({ colleague }) },
	'/reviews/[grant] ?/standIn': { what: 'passReviewOn', sends: () => ({ colleague: '' }) },
	'/reviews/[grant]/comparison': 'review',
	'/reviews/[grant]/documents/[document=document]': {
		what: 'review',
		parts: () => ({ document: 'workbook.xlsx' })
	},
	'/reviews/[grant]/evidence/[piece]': {
		what: 'review',
		parts: ({ evidence }) => ({ piece: evidence.closed ?? 'none' })
	},
	'/reviews/[grant]/[criterion=criterion]': criterion('review'),
	'/reviews/[grant]/[criterion=criterion] ?/giveUp': criterion('review'),
	'/reviews/[grant]/[criterion=criterion] ?/post': { ...criterion('review'), sends: () => ({ item: 'A1.1' }) },
	'/reviews/[grant]/[criterion=criterion] ?/save': criterion('review'),

	'/reviews/[grant]/hand-in': 'review',
	'/reviews/[grant]/hand-in ?/default': 'review',
	'/reviews/[grant]/profile': 'review',
	'/reviews/[grant]/recommendations': 'review',
	'/reviews/[grant]/recommendations ?/delete': {
		what: 'review',
		owns: (_, { recommendation = '' }) => ({ id: recommendation, revision: '1' })
	},
	'/reviews/[grant]/recommendations ?/save': 'review',

	'/answer': 'answer',
	'/answer/[criterion=criterion]': criterion('answer'),
	'/answer/[criterion=criterion] ?/default': criterion('answer'),
	'/answer/[token=personal]': personal,
	'/answer/[token=personal] ?/default': personal,
	// The round of the link is not closed.
	'/answer/[token=personal]/result': { ...personal, always: 'missing' },
	'/answer/answers PUT': 'answer',
	'/answer/code': 'answer',
	'/answer/enter': 'visit',
	'/answer/enter ?/default': 'visit',
	'/answer/hurdles': 'answer',
	'/answer/hurdles ?/default': 'answer',
	'/answer/review': 'answer',
	'/answer/review ?/default': 'answer',
	'/answer/submitted': 'answer',
	'/answer/withdraw': 'answer',
	'/answer/withdraw ?/default': 'answer',

	'/meeting': 'visit',
	'/meeting ?/join': 'visit',
	'/meeting ?/leave': 'visit',
	// Whoever has not joined is told that there is nothing to watch.
	'/meeting/live': 'visit',
	'/meeting/screen': 'watch',
	'/meeting/vote': 'vote',
	'/meeting/vote ?/default': 'vote',

	'/check': 'visit',
	'/check/deleted': 'visit',
	'/check/new': 'visit',
	'/check/new ?/default': 'visit',
	'/check/resume': 'visit',
	'/check/resume ?/default': 'visit',
	'/check/[id]': 'useCheck',
	'/check/[id] ?/copy': 'useCheck',
	'/check/[id]/[criterion=criterion]': criterion('useCheck'),
	'/check/[id]/[criterion=criterion] ?/default': criterion('useCheck'),
	'/check/[id]/answers PUT': 'useCheck',
	'/check/[id]/code': 'useCheck',
	'/check/[id]/delete': 'useCheck',
	'/check/[id]/delete ?/default': 'useCheck',
	'/check/[id]/finish': 'useCheck',
	'/check/[id]/finish ?/default': 'useCheck',
	'/check/[id]/profile': 'useCheck',
	'/check/[id]/profile ?/default': 'useCheck',
	// An open check has neither paper nor slides.
	'/check/[id]/paper.docx': { what: 'useCheck', always: 'missing' },
	'/check/[id]/report.pdf': 'useCheck',
	'/check/[id]/result': 'useCheck',
	'/check/[id]/result ?/endSharing': 'useCheck',
	'/check/[id]/result ?/share': 'useCheck',
	'/check/[id]/result.[format=download]': { what: 'useCheck', parts: () => ({ format: 'json' }) },
	'/check/[id]/review': 'useCheck',
	'/check/[id]/slides.pptx': { what: 'useCheck', always: 'missing' },
	'/check/[id]/targets': 'useCheck',
	'/check/[id]/targets ?/default': 'useCheck'
};

/** A line of the table with all its parts. */
export function doorOf(name: string): Door {
	const line = DOORS[name];
	if (!line) throw new Error(`${name} stands in no table of doors`);
	return typeof line === 'string' ? { what: line } : line;
}
