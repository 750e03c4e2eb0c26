export interface Action {
  label: string;
  run: () => void;
}

export interface TableOptions<T> {
  caption: string;
  /** Said in place of the rows when there are none. */
  empty: string;
  key: (item: T) => string;
  /** Titles and texts; the first column names the row. */
  columns: Readonly<Record<string, (item: T) => string>>;
  actions: (item: T) => Action[];
  tone?: (item: T) => string;
}

/** A table whose rows are changed in place, so that a button keeps the focus while the figures change. */
export class Table<T> {
  readonly #options: TableOptions<T>;
  readonly #body = made('tbody', 'rowgroup');
  readonly #empty = document.createElement('p');
  readonly #rows = new Map<string, HTMLElement>();

  constructor(root: HTMLElement, options: TableOptions<T>) {
    this.#options = options;
    // The roles are said as well: on phones rows are drawn as blocks, and then some browsers forget that this is a table.
    const table = made('table', 'table');
    const head = made('tr', 'row');
    for (const title of [...Object.keys(options.columns), 'Actions']) head.append(heading(title, 'col'));
    const caption = document.createElement('caption');
    caption.textContent = options.caption;
    const headings = made('thead', 'rowgroup');
    headings.append(head);
    table.append(caption, headings, this.#body);
    root.append(table, this.#empty);
  }

  show(items: readonly T[]): void {
    const keys = new Set(items.map(this.#options.key));
    for (const [key, row] of this.#rows) {
      if (keys.has(key)) continue;
      row.remove();
      this.#rows.delete(key);
    }
    for (const [index, item] of items.entries()) {
      const row = this.#row(this.#options.key(item));
      this.#update(row, item);
      // Moving a row takes the focus out of it.
      if (this.#body.children[index] !== row) this.#body.insertBefore(row, this.#body.children[index] ?? null);
    }
    setText(this.#empty, items.length === 0 ? this.#options.empty : '');
  }

  #row(key: string): HTMLElement {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = made('tr', 'row');
    for (const [index, title] of Object.keys(this.#options.columns).entries()) {
      const cell = index === 0 ? heading('', 'row') : made('td', 'cell');
      cell.dataset['title'] = title;
      row.append(cell);
    }
    row.append(made('td', 'cell'));
    this.#rows.set(key, row);
    return row;
  }

  #update(row: HTMLElement, item: T): void {
    const { columns, actions, tone, key } = this.#options;
    row.dataset['tone'] = tone?.(item) ?? '';
    const cells = [...row.children];
    for (const [index, textOf] of Object.values(columns).entries()) setText(cells[index], textOf(item));
    showActions(cells.at(-1), actions(item), key(item));
  }
}

function showActions(cell: Element | undefined, actions: readonly Action[], of: string): void {
  while ((cell?.childElementCount ?? 0) > actions.length) cell?.lastElementChild?.remove();
  for (const [index, { label, run }] of actions.entries()) {
    const known = cell?.children[index];
    const button = known instanceof HTMLButtonElement ? known : document.createElement('button');
    if (button !== known) cell?.append(button);
    button.type = 'button';
    button.className = 'small';
    setText(button, label);
    button.ariaLabel = `${label} ${of}`;
    button.onclick = run;
  }
}

function heading(text: string, scope: 'col' | 'row'): HTMLElement {
  const cell = made('th', scope === 'col' ? 'columnheader' : 'rowheader');
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function made<K extends 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td'>(
  tag: K,
  role: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.setAttribute('role', role);
  return element;
}

/** An unchanged text stays as it is: screen readers would say it again. */
export function setText(element: Element | undefined, text: string): void {
  if (element !== undefined && element.textContent !== text) element.textContent = text;
}
