CREATE TABLE `contact_block` (
	`municipality_key` text NOT NULL,
	`blocked_municipality_key` text NOT NULL,
	`blocked_on` text NOT NULL,
	PRIMARY KEY(`municipality_key`, `blocked_municipality_key`),
	FOREIGN KEY (`municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`blocked_municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contact_block_blocked` ON `contact_block` (`blocked_municipality_key`);--> statement-breakpoint
CREATE TABLE `contact_message` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_key` text NOT NULL,
	`criterion_id` text NOT NULL,
	`sender_municipality_key` text NOT NULL,
	`sender_id` text,
	`text` text NOT NULL,
	`sent_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`answer` text,
	`answered_by` text,
	`mailed_on` text,
	`reply_mailed_on` text,
	FOREIGN KEY (`sender_municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sender_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`answered_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`municipality_key`,`criterion_id`) REFERENCES `contact_offer`(`municipality_key`,`criterion_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "contact_message_address" CHECK("contact_message"."answered_by" IS NULL OR "contact_message"."state" = 'answered')
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contact_message_offer` ON `contact_message` (`municipality_key`,`criterion_id`);--> statement-breakpoint
CREATE INDEX `contact_message_sender` ON `contact_message` (`sender_municipality_key`);--> statement-breakpoint
CREATE TABLE `contact_report` (
	`id` text PRIMARY KEY NOT NULL,
	`reporter_municipality_key` text NOT NULL,
	`reported_municipality_key` text NOT NULL,
	`kind` text NOT NULL,
	`criterion_id` text NOT NULL,
	`message_id` text,
	`quoted` text NOT NULL,
	`reason` text NOT NULL,
	`reported_on` text NOT NULL,
	FOREIGN KEY (`reporter_municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reported_municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contact_report_reporter` ON `contact_report` (`reporter_municipality_key`);--> statement-breakpoint
CREATE INDEX `contact_report_reported` ON `contact_report` (`reported_municipality_key`);--> statement-breakpoint
ALTER TABLE `participant` ADD `contacts_excluded_on` text;