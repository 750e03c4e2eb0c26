import type { CallModel } from '../core/call-model';
import { element } from './dom';
import { filled, TEXTS } from './texts';

/** Says to a screen reader who comes, leaves and raises a hand. Nothing of it is seen. */
export class LiveRegion {
  readonly root = element('div', { class: 'unseen announcements', role: 'log', 'aria-label': TEXTS.news });
  #before: CallModel | undefined;

  show(model: CallModel): void {
    const before = this.#before;
    this.#before = model;
    // Who was there already when this page joined is no news.
    if (before?.self === undefined || before.others === model.others) return;
    const known = new Map(before.others.map((one) => [one.participantId, one]));
    const here = new Set(model.others.map((one) => one.participantId));
    for (const one of model.others) {
      const earlier = known.get(one.participantId);
      if (earlier === undefined) this.#say(filled(TEXTS.joined, { name: one.name }));
      if (one.handRaised && earlier?.handRaised !== true) this.#say(filled(TEXTS.raisedHand, { name: one.name }));
    }
    for (const one of before.others)
      if (!here.has(one.participantId)) this.#say(filled(TEXTS.left, { name: one.name }));
  }

  /** Only the newest few lines are kept: a log that grows for hours helps nobody. */
  #say(text: string): void {
    this.root.append(element('p', {}, text));
    while (this.root.childElementCount > 5) this.root.firstElementChild?.remove();
  }
}
