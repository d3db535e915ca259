CREATE TABLE `period_figures` (
	`period` text NOT NULL,
	`night` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`period`, `night`)
);
