CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contacts_started` ON `contacts` (`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `definitions` (
	`hash` text PRIMARY KEY NOT NULL,
	`read_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`path` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journeys` (
	`session` text PRIMARY KEY NOT NULL,
	`night` text NOT NULL,
	`session_id` text NOT NULL,
	`contact_id` text,
	`handoff_at` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`session`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `journeys_session_id` ON `journeys` (`session_id`);--> statement-breakpoint
CREATE INDEX `journeys_contact_id` ON `journeys` (`contact_id`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`file` text NOT NULL,
	`line` integer NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`file`, `line`, `reason`)
);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`suggestion` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `runs` (
	`night` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`message` text
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`handoff_at` integer,
	`hash` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_started` ON `sessions` (`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_handoff` ON `sessions` (`handoff_at`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`night` text NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`night`, `id`)
);
--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_states` (
	`id` text NOT NULL,
	`on` text NOT NULL,
	`status` text NOT NULL,
	`by` text,
	PRIMARY KEY(`id`, `on`)
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`night` text NOT NULL,
	`id` text NOT NULL,
	`rank` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`night`, `id`)
);
--> statement-breakpoint
CREATE INDEX `tickets_id` ON `tickets` (`id`);