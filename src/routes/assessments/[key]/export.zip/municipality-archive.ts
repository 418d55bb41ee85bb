/** Everything that an organiser may see of the municipality, for one file; nothing that D12 withholds. */
import { may } from '#lib/domain/access.ts';
import type { Evidence } from '#lib/domain/evidence/evidence.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { findActions, findStatusChanges } from '#lib/server/rounds/actions.ts';
import type { Archive } from '#lib/server/archive.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { findBlocked } from '#lib/server/contacts/contact-blocks.ts';
import { findReceived, findSent } from '#lib/server/contacts/contact-messages.ts';
import { findOwnOffers } from '#lib/server/contacts/contacts.ts';
import { database } from '#lib/server/database.ts';
import { findEvidence } from '#lib/server/evidence/evidence.ts';
import { openEvidenceFile } from '#lib/server/evidence/reading.ts';
import { findInvitations } from '#lib/server/rounds/invitations.ts';
import { readDecisions } from '#lib/server/meeting/meetings.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { findMembers } from '#lib/server/municipalities/members.ts';
import { findRoles, findRounds, type Round } from '#lib/server/rounds/rounds.ts';
import type { Member } from '../../../guards.ts';
import { resultFile } from '../rounds/[id]/result/round-download.ts';
import { reviewTables } from './review-rows.ts';

export async function municipalityArchive(municipality: Member['municipality']): Promise<Archive> {
	const db = database();
	const { key } = municipality;
	const rounds = findRounds(db, key);
	const actions = findActions(db, key);
	const members = await findMembers(db, key);
	const audit = await findAudit(db, key);
	const letterhead = findLetterhead(db, key);
	return {
		tables: {
			municipality: [{ ...municipality }],
			members: members.map(({ name, email, role, since }) => ({ name, email, role, since })),
			rounds: rounds.map(roundRow),
			'rounds-roles': rounds.flatMap(({ id }) => findRoles(db, id).map((role) => ({ round: id, ...role }))),
			invitations: rounds.flatMap(invitationRows),
			decisions: rounds.flatMap(decisionRows),
			evidence: rounds.flatMap(evidenceRows),
			plan: actions.map((action) => ({ ...action })),
			'plan-history': actions.flatMap((action) =>
				findStatusChanges(db, action).map(({ day, from, to, by }) => ({ action: action.id, day, from, to, by }))
			),
			documents: [{ name: letterhead.name, sender: letterhead.sender, accent: letterhead.accent }],
			contacts: findOwnOffers(db, key).map((offer) => ({ ...offer })),
			'messages-received': findReceived(db, key).map(({ from, ...message }) => ({ from: from.name, ...message })),
			'messages-sent': findSent(db, key).map(({ to, ...message }) => ({ to: to.name, ...message })),
			blocked: findBlocked(db, key).map((one) => ({ ...one })),
			...reviewTables(rounds),
			log: audit.map(({ day, event, by, subject }) => ({ day, event, by, subject }))
		},
		files: Object.fromEntries(
			rounds
				.filter(({ phase }) => may('organiser', 'readResult', phase))
				.map((round) => [resultPath(round), resultFile(round)])
		),
		attachments: Object.fromEntries(
			rounds.flatMap(evidenceIn).flatMap((piece) => {
				const path = evidencePath(piece);
				return path === null ? [] : [[path, async () => (await openEvidenceFile(db, piece.id))?.content]];
			})
		)
	};
}

/** Unique by the round's own id, readable by day and name. */
function resultPath({ id, title, closedOn }: Round): string {
	return `results/${fileName([closedOn ?? '', title ?? '', id], 'json')}`;
}

/** Settings and days; neither the seed nor what was frozen. */
function roundRow(round: Round) {
	const { id, title, phase, mode, variant, scope, leaders, createdOn, collectingSince, collectUntil } = round;
	const { collectedOn, closedOn, staffCouncilOn, dataProtectionOn, resultForRespondents, remindersSent } = round;
	return {
		...{ id, title, phase, mode, variant, scope, leaders, createdOn, collectingSince, collectUntil },
		...{ collectedOn, closedOn, staffCouncilOn, dataProtectionOn, resultForRespondents, remindersSent }
	};
}

function evidenceIn({ id, phase }: Round): Evidence[] {
	return may('organiser', 'readEvidence', phase) ? findEvidence(database(), id) : [];
}

function evidenceRows(round: Round) {
	return evidenceIn(round).map(({ content, ...piece }) => ({
		...{ round: round.id, ...piece, kind: content.kind },
		content: content.kind === 'file' ? content.type : content.kind === 'link' ? content.link : content.note,
		file: evidencePath({ content, ...piece })
	}));
}

/** Where a file lies in the archive, unique by its id; null for what is none. */
function evidencePath({ id, item, title, content }: Evidence): string | null {
	return content.kind === 'file' ? `evidence/${item}_${fileName([title, id], content.type)}` : null;
}

/** The list as it may be taken along until closing (D16). */
function invitationRows({ id, phase }: Round) {
	if (!may('organiser', 'readInvitations', phase)) return [];
	return findInvitations(database(), id).map(({ email, role }) => ({ round: id, email, role }));
}

/** D12: nothing before collecting has ended. */
function decisionRows({ id, phase }: Round) {
	if (!may('organiser', 'readMeeting', phase)) return [];
	return [...readDecisions(database().read, id)].map(([item, { settlement, reason, dissent }]) => ({
		...{ round: id, item, settlement, reason, dissent }
	}));
}
