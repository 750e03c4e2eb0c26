// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallModel, firstModel } from '../src/core/call-model';
import { CallException, type CallProblem } from '../src/core/errors';
import { LiveRegion } from '../src/ui/live-region';
import { ENGLISH } from '../src/ui/english';
import { GERMAN } from '../src/ui/german';
import { Notice } from '../src/ui/notice';
import { chooseTexts, filled, LANGUAGE, TEXTS } from '../src/ui/texts';
import { EVERYTHING, participant } from './support/made';

beforeEach(() => chooseTexts('en', {}));
afterEach(() => chooseTexts('en', {}));

describe('the words', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['fr', 'en'],
    [undefined, 'en'],
  ])('for %s are in %s', (wanted, spoken) => {
    chooseTexts(wanted, {});
    expect(LANGUAGE).toBe(spoken);
    expect(TEXTS.leave).toBe((spoken === 'de' ? GERMAN : ENGLISH).leave);
  });

  it('can be the own ones, one by one', () => {
    chooseTexts('de', { leave: 'Tschüss' });
    expect(TEXTS).toMatchObject({ leave: 'Tschüss', mute: GERMAN.mute });
  });

  it('have the same places to fill in in both languages', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(ENGLISH) as (keyof typeof ENGLISH)[])
      expect(places(GERMAN[key])).toEqual(places(ENGLISH[key]));
  });

  it('are filled with names, and an unknown place stays', () =>
    expect(filled('{name} {what}', { name: 'Ann' })).toBe('Ann {what}'));
});

function model(change: Partial<CallModel>): CallModel {
  const first = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
  return { ...first, self: participant('me'), ...change };
}

describe('the announcements', () => {
  it('are of who comes, leaves and raises a hand after the own join', () => {
    const announcer = new LiveRegion();
    announcer.show(model({ self: undefined }));
    announcer.show(model({ others: [participant('ann')] }));
    expect(announcer.root.textContent).toBe('');

    announcer.show(model({ others: [participant('ann', { handRaised: true }), participant('bob')] }));
    announcer.show(model({ others: [participant('bob')] }));

    const said = [...announcer.root.children].map((one) => one.textContent);
    expect(said).toEqual(['Name ann raised a hand', 'Name bob joined', 'Name ann left']);
  });
});

describe('the notice', () => {
  const problem = (code: CallProblem, name: string) =>
    new CallException({ code, message: code, cause: Object.assign(new Error(), { name }) });
  const own = { audioMuted: true, videoPaused: true, camera: null, screen: null };

  it.each<[CallProblem, string, string]>([
    ['ERROR_CAMERA', 'NotAllowedError', ENGLISH.cameraBlocked],
    ['ERROR_CAMERA', 'NotFoundError', ENGLISH.noCamera],
    ['ERROR_MICROPHONE', 'NotReadableError', ENGLISH.microphoneFails],
  ])('of %s by %s says what to do', (code, name, text) => {
    const notice = new Notice();
    notice.tell(problem(code, name));
    expect(notice.root).toMatchObject({ hidden: false, textContent: text });
  });

  it('is one for both, and goes as soon as they work', () => {
    const notice = new Notice();
    notice.tell(problem('ERROR_CAMERA', 'NotAllowedError'));
    notice.tell(problem('ERROR_MICROPHONE', 'NotAllowedError'));
    expect(notice.root.textContent).toBe(ENGLISH.bothBlocked);

    notice.show(own);
    notice.show({ ...own, audioMuted: false, camera: {} as MediaStreamTrack });

    expect(notice.root.hidden).toBe(true);
  });

  it('can be closed, and stays away for errors of other things', () => {
    const notice = new Notice();
    notice.tell(problem('ERROR_CAMERA', 'NotFoundError'));
    notice.root.querySelector('button')?.click();
    notice.tell(problem('ERROR_MEDIA', 'Error'));
    expect(notice.root.hidden).toBe(true);
  });
});
