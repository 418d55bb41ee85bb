import { groupName } from '#lib/components/comparison/group-words.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { Text } from '#lib/domain/instrument/instrument.ts';

/** What a group is called in both languages, whoever asks. */
export const nameInBoth = (group: Group): Text => ({ de: groupName(group, 'de'), en: groupName(group, 'en') });
