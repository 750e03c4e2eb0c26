import { developmentKey } from '../app-server';
import { find } from '../page';
import { OperatorApi } from './api';
import { Board } from './board';

/** For this tab only: a key lets one act for every user. */
const KEPT = 'operator-key';

const form = find('enter-key', HTMLFormElement);
const field = find('key', HTMLInputElement);
const boardPart = find('board', HTMLElement);
const board = new Board(() => ask('The server does not accept this key.'));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(KEPT, field.value.trim());
  show(field.value.trim());
});
find('forget', HTMLButtonElement).addEventListener('click', () => ask(''));

function show(key: string): void {
  form.hidden = true;
  boardPart.hidden = false;
  board.show(new OperatorApi(key));
}

function ask(message: string): void {
  board.hide();
  sessionStorage.removeItem(KEPT);
  boardPart.hidden = true;
  form.hidden = false;
  find('refused', HTMLElement).textContent = message;
  field.focus();
}

const kept = sessionStorage.getItem(KEPT);
if (kept !== null) show(kept);
else {
  form.hidden = false;
  // Only a development suite gives one.
  developmentKey().then(
    (key) => (field.value ||= key),
    () => undefined,
  );
}
