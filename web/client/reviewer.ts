/** Under what name this browser decides. */
const KEY = 'lapwing.reviewer';

/** The name decisions are made under: empty where it was left to the server, null where nobody has been asked. */
export function reviewerName(): string | null {
  return localStorage.getItem(KEY);
}

/** Keeps the name in this browser. */
export function keepReviewer(name: string): void {
  localStorage.setItem(KEY, name);
}

type Ask = () => Promise<string>;
let ask: Ask | null = null;

/** Says how to ask for a name; the last one given is used. @returns what takes it back */
export function askReviewerBy(how: Ask): () => void {
  ask = how;
  return () => {
    if (ask === how) ask = null;
  };
}

/** The part of a decision that says who decides; asks once. */
export async function decidedBy(): Promise<{ readonly by?: string }> {
  const name = reviewerName() ?? (await ask?.()) ?? '';
  return name === '' ? {} : { by: name };
}
