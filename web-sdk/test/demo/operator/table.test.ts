// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Table } from '../../../demo/operator/table';

interface Item {
  id: string;
  figure: number;
}

describe('the table', () => {
  const run = vi.fn<(item: Item) => void>();
  let table: Table<Item>;

  beforeEach(() => {
    run.mockClear();
    document.body.replaceChildren();
    table = new Table<Item>(document.body, {
      caption: 'Things',
      empty: 'There is nothing.',
      key: ({ id }) => id,
      columns: { Id: ({ id }) => id, Figure: ({ figure }) => String(figure) },
      actions: (item) => [{ label: item.figure > 1 ? 'Halve' : 'Double', run: () => run(item) }],
    });
  });

  const texts = () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
  const button = () => document.querySelector('button');

  it('shows rows in their order, and takes away those that are gone', () => {
    table.show([
      { id: 'a', figure: 1 },
      { id: 'b', figure: 2 },
    ]);
    table.show([
      { id: 'c', figure: 3 },
      { id: 'b', figure: 2 },
    ]);
    expect(texts()).toEqual(['c3Halve', 'b2Halve']);
    table.show([]);
    expect(document.body.textContent).toContain('There is nothing.');
  });

  it('keeps the focus on a button whose row changes, and does what it then says', () => {
    table.show([{ id: 'b', figure: 1 }]);
    button()?.focus();
    table.show([
      { id: 'a', figure: 1 },
      { id: 'b', figure: 2 },
    ]);
    expect(document.activeElement?.textContent).toBe('Halve');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Halve b');
    (document.activeElement as HTMLButtonElement).click();
    expect(run).toHaveBeenCalledExactlyOnceWith({ id: 'b', figure: 2 });
  });
});
