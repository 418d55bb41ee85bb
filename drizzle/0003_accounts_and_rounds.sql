CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE INDEX `account_provider` ON `account` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `allowed_domain` (
	`domain` text PRIMARY KEY NOT NULL,
	`municipality_key` text NOT NULL,
	FOREIGN KEY (`municipality_key`) REFERENCES `municipality`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`municipality_key` text,
	`user_id` text,
	`day` text NOT NULL,
	`event` text NOT NULL,
	`subject` text,
	FOREIGN KEY (`municipality_key`) REFERENCES `municipality`(`key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `audit_entry_municipality` ON `audit_entry` (`municipality_key`,`id`);--> statement-breakpoint
CREATE TABLE `member_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_key` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_on` text NOT NULL,
	FOREIGN KEY (`municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_invitation_tokenHash_unique` ON `member_invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `member_invitation_municipality` ON `member_invitation` (`municipality_key`);--> statement-breakpoint
CREATE TABLE `membership` (
	`municipality_key` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`municipality_key`, `user_id`),
	FOREIGN KEY (`municipality_key`) REFERENCES `participant`(`municipality_key`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_user` ON `membership` (`user_id`);--> statement-breakpoint
CREATE TABLE `participant` (
	`municipality_key` text PRIMARY KEY NOT NULL,
	`registered_on` text NOT NULL,
	`verified_on` text,
	`verified_by` text,
	FOREIGN KEY (`municipality_key`) REFERENCES `municipality`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`user_id` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	`operator` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `action` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_key` text NOT NULL,
	`title` text NOT NULL,
	`items` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`status` text NOT NULL,
	`effort` integer,
	`effect` integer,
	`budget_product` text NOT NULL,
	`notes` text NOT NULL,
	`created_on` text NOT NULL,
	`changed_on` text NOT NULL,
	FOREIGN KEY (`municipality_key`) REFERENCES `municipality`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `action_municipality` ON `action` (`municipality_key`);--> statement-breakpoint
CREATE TABLE `action_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` text NOT NULL,
	`user_id` text,
	`day` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `action`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `action_change_action` ON `action_change` (`action_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`assessment_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`decision` text,
	`reason` text NOT NULL,
	`dissent` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `item_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`role` text NOT NULL,
	`email` text,
	`sent_on` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_round` ON `invitation` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `response` (
	`key` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`role` text,
	`browser_hash` text,
	`code_hash` text,
	`submitted_on` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `response_round` ON `response` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `response_answer` (
	`response_key` text NOT NULL,
	`question_id` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`response_key`, `question_id`),
	FOREIGN KEY (`response_key`) REFERENCES `response`(`key`) ON UPDATE cascade ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `round` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`phase` text NOT NULL,
	`collect_until` text,
	`collecting_since` text,
	`collected_on` text,
	`leaders` text NOT NULL,
	`staff_council_on` text,
	`data_protection_on` text,
	`preview_hash` text,
	`result_for_respondents` integer DEFAULT false NOT NULL,
	`link_hash` text,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_linkHash_unique` ON `round` (`link_hash`);--> statement-breakpoint
CREATE TABLE `round_role` (
	`assessment_id` text NOT NULL,
	`role` text NOT NULL,
	`criteria` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `role`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade
);
