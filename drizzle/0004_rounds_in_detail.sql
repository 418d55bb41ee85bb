ALTER TABLE `response` ADD `name` text;--> statement-breakpoint
ALTER TABLE `response` DROP COLUMN `browser_hash`;--> statement-breakpoint
ALTER TABLE `round` ADD `reminders_most` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `reminders_sent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `mailed_on` text;--> statement-breakpoint
ALTER TABLE `round_role` ADD `own_name` integer DEFAULT false NOT NULL;