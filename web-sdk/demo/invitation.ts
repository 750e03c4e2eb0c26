/** A call that one can join. */
export interface Invitation {
  session: string;
  audioOnly: boolean;
}

/** What the services take as the id of a session. */
const CODE = /^(?!\.{1,2}$)[\w.:@-]{1,100}$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Ten random letters, to be read out easily and guessed hardly, as whoever knows the code gets in: `abc-defg-hij`. */
export function newCode(): string {
  const letters = Array.from({ length: 10 }, randomLetter).join('');
  return [letters.slice(0, 3), letters.slice(3, 7), letters.slice(7)].join('-');
}

/** Reads what somebody pasted: the code of a call or a link to it. Gives what is wrong with it as text. */
export function readInvitation(pasted: string, page = location.href): Invitation | string {
  const text = pasted.trim();
  if (text === '') return 'Paste a link to a call, or type its code.';
  if (CODE.test(text)) return { session: text, audioOnly: false };
  if (/^https?:/i.test(text) && URL.canParse(text)) {
    const { host } = new URL(text);
    if (host !== new URL(page).host) return `That link leads to ${host}. Open it there.`;
  }
  const start = text.indexOf('?');
  return readQuery(start < 0 ? '' : text.slice(start)) ?? 'That is no link to a call, and no code of one.';
}

/** The invitation in a page's query; undefined when there is none. */
export function readQuery(query: string): Invitation | undefined {
  const parameters = new URLSearchParams(query.split('#')[0]);
  const session = parameters.get('session') ?? '';
  return CODE.test(session) ? { session, audioOnly: parameters.get('audio') === '1' } : undefined;
}

/** The link that takes others to the same call. */
export function linkTo({ session, audioOnly }: Invitation, page = location.href): string {
  const link = new URL(new URL(page).pathname, page);
  link.searchParams.set('session', session);
  if (audioOnly) link.searchParams.set('audio', '1');
  return link.href;
}

function randomLetter(): string {
  // A byte below 234 = 9 * 26, so that each letter is as likely as the others.
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 234) return LETTERS.charAt(byte % 26);
  }
}
