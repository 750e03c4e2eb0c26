/** Finds an element of the page that must be there. */
export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} called ${id}.`);
  return found;
}

const PAGES = ['home', 'prejoin', 'room', 'summary'] as const;

/** Shows one of the pages. Its heading gets the focus, so that screen readers hear of the change. */
export function showPage(name: (typeof PAGES)[number]): void {
  const shown = find(name, HTMLElement);
  if (!shown.hidden) return;
  for (const one of PAGES) find(one, HTMLElement).hidden = one !== name;
  shown.querySelector('h1')?.focus();
}

/** What went wrong, in words. */
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Copies on each click. Where the browser does not let pages copy, the link is shown in the button's place. */
export function copyOnClick(button: HTMLButtonElement, link: () => string): void {
  const text = button.textContent;
  const say = (words: string) => {
    button.textContent = words;
    setTimeout(() => (button.textContent = text), 2_000);
  };
  button.addEventListener('click', () => {
    const copied = link();
    navigator.clipboard.writeText(copied).then(
      () => say('Copied'),
      () => say(copied),
    );
  });
}
