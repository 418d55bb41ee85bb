-- Words of the register for the search as people type; the import fills it, see src/lib/server/db/municipality-search.ts.
CREATE VIRTUAL TABLE `municipality_search` USING fts5(
	`name`,
	`more`,
	`key` UNINDEXED,
	`label` UNINDEXED,
	`population` UNINDEXED,
	tokenize = 'ascii',
	prefix = '2 3'
);
