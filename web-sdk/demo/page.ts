/** Finds an element of the page that must be there. */
export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} called ${id}.`);
  return found;
}

let hideProblem: ReturnType<typeof setTimeout> | undefined;

/** Shows the form, with what happened. */
export function showLobby(message: string, isProblem: boolean): void {
  find('room', HTMLElement).hidden = true;
  find('lobby', HTMLElement).hidden = false;
  find('message', HTMLElement).textContent = message;
  find('message', HTMLElement).classList.toggle('problem', isProblem);
}

/** Shows the call's page and gives the element for the call. */
export function showRoom(session: string, audioOnly: boolean): HTMLElement {
  find('lobby', HTMLElement).hidden = true;
  find('message', HTMLElement).textContent = '';
  find('room', HTMLElement).hidden = false;
  find('title', HTMLElement).textContent = session;
  find('copy', HTMLButtonElement).onclick = () => copyLink(session, audioOnly);
  return find('call', HTMLElement);
}

/** Shows trouble below the call for a while. */
export function showProblem(message: string): void {
  const line = find('problem', HTMLElement);
  line.textContent = message;
  line.hidden = message === '';
  clearTimeout(hideProblem);
  hideProblem = setTimeout(() => (line.hidden = true), 8_000);
}

function copyLink(session: string, audioOnly: boolean): void {
  const link = new URL(location.pathname, location.origin);
  link.searchParams.set('session', session);
  if (audioOnly) link.searchParams.set('audio', '1');
  const button = find('copy', HTMLButtonElement);
  const say = (text: string) => {
    button.textContent = text;
    setTimeout(() => (button.textContent = 'Copy link'), 2_000);
  };
  navigator.clipboard.writeText(link.href).then(
    () => say('Copied'),
    () => say(link.href),
  );
}
