CREATE TABLE `classifiers` (
	`key` text PRIMARY KEY NOT NULL,
	`judged_by` text NOT NULL,
	`body` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `learned` (
	`night` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`learned_from` integer NOT NULL,
	`body` blob NOT NULL
);
--> statement-breakpoint
ALTER TABLE `lessons` DROP COLUMN `source`;--> statement-breakpoint
ALTER TABLE `lessons` DROP COLUMN `learned_from`;--> statement-breakpoint
DELETE FROM `session_evidence` WHERE `kind` = 'reading';