// Each script of a page has modules of its own: of whether its session still stands they tell each other by the page.
export const covered = "is-covered";
export const sessionAsked = "session-asked";

// Said where there is reason to ask whether the session still stands.
export const askSession = (): void => void document.dispatchEvent(new Event(sessionAsked));
export const isCovered = (): boolean => document.documentElement.classList.contains(covered);
