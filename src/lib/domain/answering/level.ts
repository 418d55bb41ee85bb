/** 1 "Noch nicht begonnen" … 5 "Wirksam und lernend", lowest first. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
