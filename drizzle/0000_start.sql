CREATE TABLE `answer` (
	`assessment_id` text NOT NULL,
	`question_id` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text NOT NULL,
	`to_be_confirmed` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`assessment_id`, `question_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "answer_revision" CHECK("answer"."revision" >= 1)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`instrument_id` text NOT NULL,
	`instrument_version` text NOT NULL,
	`variant` text NOT NULL,
	`scope` text,
	`profile` text NOT NULL,
	`municipality_key` text,
	`seed` text NOT NULL,
	`code_hash` text,
	`share_hash` text,
	`created_on` text NOT NULL,
	`saved_on` text NOT NULL,
	`closed_on` text,
	`comparison_agreed_on` text,
	`demonstration` integer DEFAULT false NOT NULL,
	`frozen` text,
	FOREIGN KEY (`municipality_key`) REFERENCES `municipality`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessment_code` ON `assessment` (`code_hash`);--> statement-breakpoint
CREATE INDEX `assessment_share` ON `assessment` (`share_hash`);--> statement-breakpoint
CREATE INDEX `assessment_expiry` ON `assessment` (`mode`,`state`,`saved_on`);--> statement-breakpoint
CREATE INDEX `assessment_municipality` ON `assessment` (`municipality_key`,`closed_on`);--> statement-breakpoint
CREATE INDEX `assessment_demonstration` ON `assessment` (`demonstration`) WHERE "assessment"."demonstration" = 1;--> statement-breakpoint
CREATE TABLE `heartbeat` (
	`id` integer PRIMARY KEY NOT NULL,
	`beat` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `municipality` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`district_key` text,
	`district_name` text,
	`association_key` text,
	`population` integer NOT NULL,
	`area` integer NOT NULL,
	`register_date` text NOT NULL,
	`gone_on` text,
	`successor_key` text,
	`fictitious` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `municipality_association` ON `municipality` (`association_key`);--> statement-breakpoint
CREATE INDEX `municipality_district` ON `municipality` (`district_key`);--> statement-breakpoint
CREATE TABLE `register_import` (
	`id` integer PRIMARY KEY NOT NULL,
	`register_date` text NOT NULL,
	`imported_on` text NOT NULL,
	`sha256` text NOT NULL,
	`report` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `release` (
	`number` integer PRIMARY KEY NOT NULL,
	`cutoff` text NOT NULL,
	`built_on` text NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`members` text NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL
);--> statement-breakpoint
CREATE TRIGGER `release_unchanged` BEFORE UPDATE ON `release` BEGIN
	SELECT RAISE(ABORT, 'A published release is never changed');
END;--> statement-breakpoint
CREATE TRIGGER `release_kept` BEFORE DELETE ON `release` BEGIN
	SELECT RAISE(ABORT, 'A published release is never deleted');
END;
